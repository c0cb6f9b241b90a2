// An 8D in 客户服务档案: that it began, which steps were done, how it ended. Once for each machine of its tickets, for
// the maker's people only.
import { sealed, type ArchiveEntry } from '../archive/archive'
import type { Ticket } from '../ticket/ticket'
import type { D8MoveName } from './inputs'
import type { D8 } from './record'

const told: readonly string[] = ['start', 'finish', 'close', 'dismiss'] satisfies ('start' | D8MoveName)[]

/** The part of a ticket that says whose machine it is. */
export type Owned = Pick<Ticket, 'companyId' | 'companyName' | 'equipment' | 'hiddenFrom'>

/** All entries of a record; `tickets` are those that are linked to it now. */
export function archiveOfD8(d8: D8, tickets: readonly Owned[]): ArchiveEntry[] {
  const machines = new Map<string, Owned[]>()
  for (const one of tickets) {
    const key = `${one.companyId}-${one.equipment.serial}`
    machines.set(key, [...(machines.get(key) ?? []), one])
  }
  return [...machines].flatMap(([key, owned]) => ofMachine(d8, key, owned))
}

function ofMachine(d8: D8, key: string, owned: readonly Owned[]): ArchiveEntry[] {
  const hidden = hiddenFrom(d8, owned)
  // an entry can be hidden from one: what must be hidden from more stands on the record alone
  if (hidden.length > 1) return []
  const { companyId, companyName, equipment } = owned[0]!
  return d8.events.flatMap(({ move, at, words, by }, i) => {
    if (!told.includes(move)) return []
    return sealed({
      id: `${d8._id}-${i}-${key}`,
      ...{ at, kind: 'd8', companyId, companyName, serial: equipment.serial },
      machine: [equipment.model, equipment.nickname].filter(Boolean).join(' · '),
      ...{ no: d8.no, ticketId: null, words: `${d8.title}:${words}`, by: by.name },
      ...{ internal: true, hiddenFrom: hidden[0] ?? null },
    })
  })
}

/** Who may not know of the record, and who knows of no ticket of this machine among those linked. */
function hiddenFrom(d8: D8, owned: readonly Owned[]): string[] {
  const all = owned.every((one) => one.hiddenFrom !== null)
  return [...new Set([...d8.hiddenFrom, ...(all ? owned.flatMap((one) => one.hiddenFrom ?? []) : [])])]
}
