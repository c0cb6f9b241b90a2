// d8.move: the one way in which an 8D changes: read, decide, write by compare-and-set, tell.
import { d8MoveInputs, type D8MoveName } from '../../../miniprogram/domain/quality/inputs'
import { judge } from '../../../miniprogram/domain/form/judge'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Action } from '../action'
import { staff } from '../caller'
import { settingsUnder } from '../company/settings'
import { findFor } from '../ticket/known'
import { staffOnDuty } from '../staff-on-duty'
import { changeD8 } from './change'
import { effectNow, ownersOf } from './facts'
import { linkOf } from '../../../miniprogram/domain/quality/linking'
import { d8ActorOf, seenD8 } from './seen'
import { d8View } from './view'

export const move: Action<'d8.move'> = async (caller, { id, key, move: name, input: raw }) => {
  const input = checked(name, raw, caller.now)
  const no = 'no' in input ? String(input.no).toUpperCase() : ''
  const [person, first, people, found] = await Promise.all([
    staff(caller),
    seenD8(caller, id),
    staffOnDuty(),
    no ? findFor(caller.pid, { no }, { limit: 1 }) : [],
  ])
  const ticket = found[0]
  const d8 = await changeD8(
    first,
    { key, move: name, input, now: caller.now },
    {
      actorOf: (one) => d8ActorOf(person, one),
      staff: people,
      factsOf: async (one) => {
        const settings = await settingsUnder(one.rules, caller.now)
        const effect = await effectNow(one, caller.now, person._id, settings)
        return { staff: ownersOf(people), effect, ticket: ticket ? linkOf(ticket) : null, settings }
      },
    },
  )
  const uploads = d8.media
    .filter((one) => one.fileId === null && one.by === person._id)
    .map(({ id: media, path }) => ({ id: media, path }))
  return { d8: await d8View(d8, { person, staff: people, now: caller.now }), uploads }
}

/** The move's own input, trimmed and checked; unknown keys are refused. */
function checked(name: D8MoveName, input: unknown, now: number): Record<string, unknown> {
  const judged = judge(d8MoveInputs[name], input, now)
  if (!judged.ok) throw new Refused('INVALID_INPUT', { fields: judged.fields })
  return judged.output
}
