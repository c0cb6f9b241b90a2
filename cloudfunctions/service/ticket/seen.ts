// A ticket as a caller may know of it: what he may not see is not found.
import { handedOn } from '../../../miniprogram/domain/handed'
import { relationsTo } from '../../../miniprogram/domain/people'
import { Refused } from '../../../miniprogram/domain/refusals'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { joined, personOf, type Caller } from '../caller'

/** The ticket; refuses when there is none or when it is not this person's to see. */
export async function seen(caller: Caller, id: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket || relationsTo(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  return ticket
}

/** As `seen`, for somebody who wants to move it: who worked on it before it was handed on is told who has it now. */
export async function seenToMove(caller: Caller, id: string): Promise<TicketRecord> {
  const [person, ticket] = await Promise.all([joined(caller), tickets.get(id)])
  if (!ticket) throw new Refused('NOT_FOUND')
  if (relationsTo(personOf(person), ticket).length > 0) return ticket
  const handed = handedOn(ticket, caller.pid)
  if (!handed) throw new Refused('NOT_FOUND')
  const { code, ...more } = handed
  throw new Refused(code, more)
}
