// ticket.move: read, decide, write by compare-and-set, tell. The one way in which a ticket changes.
import { moveInputs, type MoveName } from '../../../miniprogram/domain/door/inputs'
import { judge } from '../../../miniprogram/domain/form/judge'
import { believed } from '../../../miniprogram/domain/ticket/happened'
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
  const wanted = {
    ...asked,
    input: checked(
      asked.move,
      asked.input,
      believed({ now: caller.now, doneAt: asked.doneAt, settings: facts.settings }),
    ),
    now: caller.now,
  }
  const viewing = { person, staff, facts, now: caller.now }
  const changed = await change(first, wanted, { person, staff, facts }, (ticket) => viewFor(ticket, viewing))
  await changed.told
  return { ticket: changed.answer, uploads: uploadsOf(changed.ticket, person._id) }
}

/** The move's own input, trimmed and checked at the time of the act; unknown keys are refused. */
function checked(name: MoveName, input: unknown, when: number): Record<string, unknown> {
  const judged = judge(moveInputs[name], input, when)
  if (!judged.ok) throw new Refused('INVALID_INPUT', { fields: judged.fields })
  return judged.output
}
