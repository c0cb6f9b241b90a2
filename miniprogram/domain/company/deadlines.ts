// Where a setting becomes an instant: the working time of a company, and what is due so long after something.
import { china2026, type WorkCalendar } from '../calendar/china'
import { startOfDay } from '../calendar/days'
import { DAY, MINUTE } from '../calendar/units'
import { dueAfterMinutes, dueAfterWorkdays, type Due } from '../calendar/working-time'
import { settings as rows, type SettingName, type Settings } from './settings'

export type Hours = Pick<Settings, 'workFrom' | 'lunchFrom' | 'lunchTo' | 'workTo'>

const made = new Map<string, WorkCalendar>()

/** The working-day clock of a company's hours; the same hours have one calendar. */
export function calendarOf({ workFrom, lunchFrom, lunchTo, workTo }: Hours): WorkCalendar {
  const key = [workFrom, lunchFrom, lunchTo, workTo].join()
  const known = made.get(key)
  if (known) return known
  const ranges = [
    [workFrom, lunchFrom],
    [lunchTo, workTo],
  ] as const
  const fresh: WorkCalendar = { ...china2026, ranges }
  made.set(key, fresh)
  return fresh
}

const lengths = { minutes: MINUTE, days: DAY } as const

/** When a time that is set is over; throws for a setting that is no length of time. */
export function dueIn<N extends SettingName>(
  settings: Pick<Settings, N> & Hours,
  name: N,
  from: number,
): Due {
  const { unit } = rows[name]
  const calendar = calendarOf(settings)
  if (unit === 'workdays') return dueAfterWorkdays(from, settings[name], calendar)
  if (unit === 'workMinutes') return dueAfterMinutes(from, settings[name], calendar)
  return { at: from + lengthOf(settings, name), provisional: false }
}

/** Whether it is the time without pushes; what cannot wait is pushed all the same. */
export function isQuiet(
  at: number,
  { quietFrom, quietTo }: Pick<Settings, 'quietFrom' | 'quietTo'>,
): boolean {
  const minute = (at - startOfDay(at)) / MINUTE
  return minute >= quietFrom || minute < quietTo
}

/** A length of the calendar that is set, in milliseconds; throws for a setting that is none. */
export function lengthOf<N extends SettingName>(settings: Pick<Settings, N>, name: N): number {
  const { unit } = rows[name]
  if (unit !== 'minutes' && unit !== 'days') throw new Error(`${name} is no length of time`)
  return settings[name] * lengths[unit]
}
