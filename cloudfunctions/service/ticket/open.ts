// ticket.open: one ticket as this person may see it; what he may not see is not found.
import { relationsTo } from '../../../miniprogram/domain/people'
import { Refused } from '../../../miniprogram/domain/refusals'
import { tickets } from '../../store/collections'
import type { Action } from '../action'
import { joined, personOf } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { viewFor } from './view'

export const open: Action<'ticket.open'> = async (caller, { id }) => {
  const [person, ticket, staff] = await Promise.all([joined(caller), tickets.get(id), staffOnDuty()])
  if (!ticket || relationsTo(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  const facts = factsOf(staff, null)
  return { ticket: await viewFor(ticket, { person, staff, facts, now: caller.now }) }
}
