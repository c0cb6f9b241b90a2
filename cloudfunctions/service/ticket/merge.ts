// ticket.merge: a duplicate goes into the ticket that was there first: both move or neither; repeated without harm.
import type { Facts } from '../../../miniprogram/domain/ticket/table'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { settle } from '../media/settle'
import { change, foreseen, type Wanted } from './change'
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
  const first = { person, staff, facts: await factsFor(target, staff, caller.now, duplicate) }
  const done = duplicate.events.some((event) => event.key === key && event.by.pid === person._id)
  if (!done) mayBoth({ person, target, duplicate, taking, facts: first.facts })
  const {
    ticket: taken,
    told,
    answer,
  } = await change(target, taking, first, (ticket) => viewFor(ticket, { ...first, now: caller.now }))
  const facts = await factsFor(duplicate, staff, caller.now, taken)
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

interface Both {
  person: PersonRecord
  target: TicketRecord
  duplicate: TicketRecord
  taking: Wanted
  facts: Facts
}

/** Judges both moves before the first is written. Throws what the rules refuse. */
function mayBoth({ person, target, duplicate, taking, facts }: Both): void {
  const taken = foreseen(target, taking, { person, facts })
  const input = { ...taking.input, other: target._id }
  const merging = { ...taking, id: duplicate._id, move: 'mergeInto' as const, input }
  foreseen(duplicate, merging, { person, facts: { ...facts, other: taken } })
}
