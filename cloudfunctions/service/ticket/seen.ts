// A ticket as a caller may know of it: what he may not see is not found.
import { handedOn } from '../../../miniprogram/domain/ticket/handed'
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import { readersOf } from '../../../miniprogram/domain/sight/readers'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { joined, personOf, type Caller } from '../caller'

/** The ticket; refuses when there is none or when it is not this person's to see. */
export async function seen(caller: Caller, id: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket || relationsTo(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  return ticket
}

/** As `seen`, for somebody who only reads: a classified fault is there for those who analyse faults, too. */
export async function seenToRead(caller: Caller, id: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket || readersOf(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  return ticket
}

/**
 * As `seen`, for somebody who wants to move it. Who gave it away by the move with this key may ask for that answer
 * again: it was lost on the way. Who worked on it before it was handed on is told who has it now.
 */
export async function seenToMove(caller: Caller, id: string, key: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket) throw new Refused('NOT_FOUND')
  const again = ticket.events.some((event) => event.key === key && event.by.pid === person._id)
  if (again || relationsTo(personOf(person), ticket).length > 0) return ticket
  const handed = handedOn(ticket, caller.pid)
  if (!handed) throw new Refused('NOT_FOUND')
  const { code, ...more } = handed
  throw new Refused(code, more)
}
