// A ticket as a caller may know of it: what he may not see is not found.
import { relationsTo } from '../../../miniprogram/domain/people'
import { Refused } from '../../../miniprogram/domain/refusals'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { joined, personOf, type Caller } from '../caller'

/**
 * The ticket; refuses when there is none or when it is not this person's to see. Who gave it away by the move
 * with this key may ask for that answer again: it was lost on the way.
 */
export async function seen(caller: Caller, id: string, key?: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  const his = (found: TicketRecord) =>
    relationsTo(personOf(person), found).length > 0 ||
    found.events.some((event) => event.key === key && event.by.pid === person._id)
  if (!ticket || !his(ticket)) throw new Refused('NOT_FOUND')
  return ticket
}
