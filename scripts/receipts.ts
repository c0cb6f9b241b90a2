// npm run receipts [-- folder]: verifies the receipts of every ticket (第十九条第2项) and exits 1 when one is broken.
// With a folder (or DATA_DIR, or .data) the local cloud's; with TCB_ENV and its credentials a CloudBase environment's.
import { resolve } from 'node:path'
import { checkReceipts } from '../cloudfunctions/service/receipt/verify'
import { tickets } from '../cloudfunctions/store/collections'
import type { TicketRecord } from '../cloudfunctions/store/records'
import { serve } from './served'

const PAGE = 100

/** All tickets, a page at a time in the order of their ids. */
async function* allTickets(): AsyncGenerator<TicketRecord> {
  let after = ''
  for (;;) {
    const page = await tickets.find({ _id: { gt: after } }, { order: ['_id', 'asc'], limit: PAGE })
    yield* page
    if (page.length < PAGE) return
    after = page[page.length - 1]!._id
  }
}

/** Verifies all and says a line for each broken receipt; how many were whole and how many not. */
export async function verifyAll(say: (line: string) => void): Promise<{ whole: number; broken: number }> {
  const found = { whole: 0, broken: 0 }
  for await (const ticket of allTickets()) {
    for (const { no, ok, problems } of (await checkReceipts(ticket, Date.now())).receipts) {
      found[ok ? 'whole' : 'broken'] += 1
      if (!ok) say(`✗ ${ticket.no} ${no}  ${problems.join(';')}`)
    }
  }
  return found
}

async function main(): Promise<void> {
  const remote = process.env.TCB_ENV !== undefined && process.argv[2] === undefined
  const stop = remote ? null : await serve(resolve(process.argv[2] ?? process.env.DATA_DIR ?? '.data'))
  try {
    const { whole, broken } = await verifyAll((line) => console.log(line))
    console.log(`回执 / receipts: ${whole} 完好 whole, ${broken} 不符 broken`)
    process.exitCode = broken > 0 ? 1 : 0
  } finally {
    await stop?.()
  }
}

if (require.main === module)
  main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 2
  })
