// ticket.merge: a duplicate goes into the ticket that was there first; both moves may be repeated without harm.
import type { Action } from '../action'
import { joined } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { change } from './change'
import { seen } from './seen'
import { viewFor } from './view'

export const merge: Action<'ticket.merge'> = async (caller, { id, into, key, reason }) => {
  const [person, duplicate, target, staff] = await Promise.all([
    joined(caller),
    seen(caller, id),
    seen(caller, into),
    staffOnDuty(),
  ])
  const ask = { visit: null, key, now: caller.now }
  const taking = { ...ask, id: into, move: 'takeIn' as const, input: { other: id, reason } }
  const { ticket: taken, told } = await change(target, taking, {
    person,
    staff,
    facts: factsOf(staff, caller.now, duplicate),
  })
  const facts = factsOf(staff, caller.now, taken)
  const merging = { ...ask, id, move: 'mergeInto' as const, input: { other: into, reason } }
  const merged = await change(duplicate, merging, { person, staff, facts })
  await Promise.all([told, merged.told])
  return { ticket: await viewFor(taken, { person, staff, facts, now: caller.now }) }
}
