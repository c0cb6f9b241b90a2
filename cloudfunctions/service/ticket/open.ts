// ticket.open: one ticket as this person may see it; what he may not see is not found.
import type { Action } from '../action'
import { lookersAt, noteLook } from '../audit'
import { joined } from '../caller'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { seenToRead } from './seen'
import { viewFor } from './view'

export const open: Action<'ticket.open'> = async (caller, { id }) => {
  const [person, ticket, staff] = await Promise.all([joined(caller), seenToRead(caller, id), staffOnDuty()])
  const viewing = { person, staff, facts: await factsFor(ticket, staff, caller.now), now: caller.now }
  if (person.side === 'customer') return { ticket: await viewFor(ticket, viewing) }
  const [view] = await Promise.all([
    viewFor(ticket, { ...viewing, lookers: lookersAt(caller, id, staff) }),
    noteLook(caller, 'ticket.open', id),
  ])
  return { ticket: view }
}
