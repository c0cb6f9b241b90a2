// ticket.merge: a duplicate goes into the ticket that was there first; both moves may be repeated without harm.
import type { Action } from '../action'
import { joined } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { settle } from '../media/settle'
import { change } from './change'
import { seen } from './seen'
import { viewFor } from './view'

const nothing = () => Promise.resolve(null)

export const merge: Action<'ticket.merge'> = async (caller, { id, into, key, reason }) => {
  const [person, duplicate, target, staff] = await Promise.all([
    joined(caller),
    seen(caller, id),
    seen(caller, into),
    staffOnDuty(),
  ])
  const ask = { visit: null, key, now: caller.now }
  const taking = { ...ask, id: into, move: 'takeIn' as const, input: { other: id, reason } }
  const first = { person, staff, facts: factsOf(staff, caller.now, duplicate) }
  const {
    ticket: taken,
    told,
    answer,
  } = await change(target, taking, first, (ticket) => viewFor(ticket, { ...first, now: caller.now }))
  const facts = factsOf(staff, caller.now, taken)
  const merging = { ...ask, id, move: 'mergeInto' as const, input: { other: into, reason } }
  const gone = await change(duplicate, merging, { person, staff, facts }, nothing)
  // a photo may have arrived between the two moves
  const late = gone.ticket.media.filter(
    ({ fileId }) => fileId && !taken.media.some((one) => one.fileId === fileId),
  )
  for (const { id: media, fileId } of late) await settle(into, media, fileId!)
  await Promise.all([told, gone.told])
  return { ticket: answer }
}
