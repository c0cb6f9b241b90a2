// A ticket as a caller may know of it: what he may not see is not found.
import { relationsTo } from '../../../miniprogram/domain/people'
import { Refused } from '../../../miniprogram/domain/refusals'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { joined, personOf, type Caller } from '../caller'

/**
 * The ticket; refuses when there is none or when it is not this person's to see. With the key of a move also whom
 * that very move took away from it: his answer may have been lost.
 */
export async function seen(caller: Caller, id: string, key?: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket) throw new Refused('NOT_FOUND')
  const did = ticket.events.some((event) => event.key === key && event.by.pid === caller.pid)
  if (!did && relationsTo(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  return ticket
}
