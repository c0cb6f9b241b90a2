// A learner: each service sets its machine's next return visit (第八条): every three months within 三包, later six.
// Learning the same service again changes nothing, so that calls and agreed times stay.
import { nextReturn } from '../../../miniprogram/domain/returning'
import { returnVisits } from '../../store/collections'
import type { ReturnRecord, TicketRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Learner } from '../learn/sweep'

/** Sort key of lists, unique: when it is due, then the machine. */
export const rankOf = (dueAt: number, id: string): string => `${stamp(dueAt)}-${id}`
export const stamp = (at: number): string => String(at).padStart(14, '0')

export const learnReturns: Learner = async (changed) => {
  const services = changed.flatMap((ticket) => serviceOf(ticket) ?? [])
  if (services.length === 0) return
  const ids = [...new Set(services.map((one) => one._id))]
  const found = await returnVisits.find({ _id: { in: ids } }, { limit: ids.length })
  const known = new Map(found.map((one) => [one._id, one]))
  for (const service of services.sort((a, b) => a.service.at - b.service.at)) {
    const next = merged(known.get(service._id), service)
    const written = next && (await write(next))
    if (written) known.set(written._id, written)
  }
}

/** The machine as its last visit of this ticket left it; null when nobody has been there. */
function serviceOf(ticket: TicketRecord): ReturnRecord | null {
  const { _id: ticketId, no, subject, companyId, companyName, city, equipment, contact, hiddenFrom } = ticket
  const visit = [...ticket.visits].reverse().find(({ state }) => state === 'left' || state === 'rated')
  if (!visit?.leftAt || hiddenFrom !== null) return null
  const dueAt = nextReturn(visit.leftAt, equipment.warrantyUntil)
  const engineer = visit.crew[0]?.name ?? ''
  const stars = visit.survey?.stars ?? null
  return {
    _id: equipment.id,
    rev: 0,
    companyId,
    companyName,
    city,
    equipment,
    contact,
    service: { ticketId, no, subject, engineer, at: visit.leftAt, stars },
    dueAt,
    rank: rankOf(dueAt, equipment.id),
    calls: [],
  }
}

/** What to write, null when this service is known or older than the one that is. */
function merged(known: ReturnRecord | undefined, fresh: ReturnRecord): ReturnRecord | null {
  if (!known) return fresh
  if (fresh.service.at > known.service.at) return { ...fresh, rev: known.rev, calls: known.calls }
  const same = fresh.service.ticketId === known.service.ticketId && fresh.service.at === known.service.at
  return same && fresh.service.stars !== known.service.stars ? { ...known, service: fresh.service } : null
}

// Null when somebody calls at this moment and is faster: the sweep reads young changes again.
async function write(next: ReturnRecord): Promise<ReturnRecord | null> {
  const record = { ...next, rev: next.rev + 1 }
  if (next.rev > 0) return (await returnVisits.swap(record, next.rev)) ? record : null
  try {
    await returnVisits.insert(record)
    return record
  } catch (error) {
    if (error instanceof DuplicateError) return null
    throw error
  }
}
