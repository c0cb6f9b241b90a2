// ticket.move: read, decide, write by compare-and-set, tell. The one way in which a ticket changes.
import * as v from 'valibot'
import { fieldErrors, moveInputs, type MoveName } from '../../../miniprogram/domain/door/inputs'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Action } from '../action'
import { joined } from '../caller'
import { awayOf, runningJobs } from '../dispatch/jobs'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { change } from './change'
import { seenToMove } from './seen'
import { uploadsOf } from './uploads'
import { viewFor } from './view'

export const move: Action<'ticket.move'> = async (caller, asked) => {
  const [person, first, staff, jobs] = await Promise.all([
    joined(caller),
    seenToMove(caller, asked.id, asked.key),
    staffOnDuty(),
    // who sends somebody has to know the calendar of all
    asked.move === 'assign' ? runningJobs(caller.pid) : [],
  ])
  const facts = { ...(await factsFor(first, staff, caller.now)), away: awayOf(staff, jobs, asked.id) }
  const wanted = { ...asked, input: checked(asked.move, asked.input), now: caller.now }
  const viewing = { person, staff, facts, now: caller.now }
  const changed = await change(first, wanted, { person, staff, facts }, (ticket) => viewFor(ticket, viewing))
  await changed.told
  return { ticket: changed.answer, uploads: uploadsOf(changed.ticket, person._id) }
}

/** The move's own input, trimmed and checked; unknown keys are refused. */
function checked(name: MoveName, input: unknown): Record<string, unknown> {
  const result = v.safeParse(moveInputs[name], input)
  if (!result.success) throw new Refused('INVALID_INPUT', { fields: fieldErrors(result.issues) })
  return result.output
}
