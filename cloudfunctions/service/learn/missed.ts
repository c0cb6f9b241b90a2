// Complaints of the same problem that did not see each other when they came in: the later one is marked now (第十二条).
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { factsFor } from '../facts'
import { change } from '../ticket/change'

const MOST = 50

/** The tickets as they are after it. Marking what is marked changes nothing. */
export async function markMissed(
  complaints: readonly TicketRecord[],
  staff: PersonRecord[],
  now: number,
): Promise<TicketRecord[]> {
  const marked: TicketRecord[] = []
  // one after the other: of three the third has to see that the second is marked
  for (const one of complaints) marked.push(await marking(one, staff, now))
  return marked
}

async function marking(ticket: TicketRecord, staff: PersonRecord[], now: number): Promise<TicketRecord> {
  if (ticket.complaint?.repeat !== null || ticket.category === 'closed') return ticket
  const facts = await factsFor(ticket, staff, now)
  const earlier = await before(ticket, facts.settings)
  // one that is marked saw this one when it came in: it is the later, whatever its date says
  if (earlier.every(({ complaint }) => complaint?.repeat)) return ticket
  const input = { earlier: earlier.map(({ _id: id, no }) => ({ id, no })) }
  const wanted = { id: ticket._id, key: `foundAgain-${ticket._id}`, move: 'foundAgain' as const, visit: null }
  const who = { person: null, staff, facts }
  try {
    const changed = await change(ticket, { ...wanted, input, now }, who, () => Promise.resolve(null))
    await changed.told
    return changed.ticket
  } catch (error) {
    // closed or marked meanwhile
    if (!(error instanceof Refused)) throw error
    return ticket
  }
}

/** Of the same problem in the window, in the order in which they count; what was withdrawn was no complaint. */
async function before(
  { _id, fingerprint, requestedAt }: TicketRecord,
  settings: Settings,
): Promise<TicketRecord[]> {
  const window = lengthOf(settings, 'complaintRepeatDays')
  const found = await tickets.find(
    { fingerprint, requestedAt: { gt: requestedAt - window, lt: requestedAt + 1 } },
    {
      order: ['requestedAt', 'asc'],
      limit: MOST,
      only: ['no', 'state', 'requestedAt', 'complaint.repeat'],
    },
  )
  return found.filter((one) => one.state !== 'cancelled' && (one.requestedAt < requestedAt || one._id < _id))
}
