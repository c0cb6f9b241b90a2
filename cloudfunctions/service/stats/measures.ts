// stats.measures: MTBF and its sisters of a period, beside the period of the same length before it.
import { machineHours, type Fleet } from '../../../miniprogram/domain/statistics/fleet'
import { measuresOf, type Held as Counted } from '../../../miniprogram/domain/statistics/measures'
import { before } from '../../../miniprogram/domain/statistics/period'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { Action } from '../action'
import { currentSettings } from '../company/settings'
import { fleetNow, heldIn, hiddenFrom, less, type Asked, type Held } from './held'
import { readerOf } from '../sight'

export const measures: Action<'stats.measures'> = async (caller, { from, to, model }) => {
  const sections = ['measures', 'voices'] as const
  const now: Asked = { from, to, model: '', sections }
  const past: Asked = { ...now, ...before(from, to) }
  const [, held, earlier, hidden, fleet, { settings }] = await Promise.all([
    readerOf(caller, 'faults'),
    heldIn(now, caller.now),
    heldIn(past, caller.now),
    hiddenFrom(caller.pid),
    fleetNow(),
    currentSettings(caller.now),
  ])
  const today = isoDay(caller.now)
  const counted = (of: Held, asked: Asked): Counted =>
    countedIn(less(of, hidden, asked, caller.now), { ...asked, model, fleet, today })
  const current = counted(held, now)
  return {
    items: measuresOf(current, counted(earlier, past), model, settings),
    models: [...new Set([...Object.keys(fleet), ...Object.keys(current.measures)])].sort(),
  }
}

function countedIn(
  { sums }: Held,
  { from, to, model, fleet, today }: { from: string; to: string; model: string; fleet: Fleet; today: string },
): Counted {
  // hours that have not passed yet are no operating time
  const end = to < today ? to : today
  const hours = from > end ? 0 : machineHours(fleet, model, from, end)
  return { measures: sums.measures, voices: sums.voices, machineHours: hours }
}
