// The tickets of a queue, most urgent first.
import type { Queue } from '../../../miniprogram/domain/queues'
import { tickets } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { listless } from '../ticket/card'

/** At most this many are counted and shown as 100+. */
const MOST = 100

/** One read: a queue's tickets after a rank. */
export function queueTickets(
  queue: Queue,
  person: PersonRecord,
  after?: string,
  limit = MOST,
): Promise<TicketRecord[]> {
  const mine: Filter = queue.own ? { lead: person._id } : {}
  const rank: Filter = after ? { rank: { gt: after } } : {}
  const filter = { ...mine, face: { in: [...queue.faces] }, ...rank }
  return tickets.find(filter, { order: ['rank', 'asc'], limit, without: listless })
}
