// ticket.merge: a duplicate goes into the ticket that was there first; both moves may be repeated without harm.
import type { Action } from '../action'
import { joined } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { settle } from '../media/settle'
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
  const taken = await change(target, taking, { person, staff, facts: factsOf(staff, caller.now, duplicate) })
  const facts = factsOf(staff, caller.now, taken)
  const merging = { ...ask, id, move: 'mergeInto' as const, input: { other: into, reason } }
  const gone = await change(duplicate, merging, { person, staff, facts })
  // a photo may have arrived between the two moves
  for (const { id: media, fileId } of gone.media)
    if (fileId && !taken.media.some((one) => one.fileId === fileId)) await settle(into, media, fileId)
  return { ticket: await viewFor(taken, { person, staff, facts, now: caller.now }) }
}
