// Local dates YYYY-MM-DD in China: whether they are days, the instants they stand for, and counting with them.
// For what is no day the answers are NaN or '', never an error: a stored absurd value still opens.
import { instantAt, wall, wallAt } from './dayjs'
import { CHINA, DAY } from './units'

const SHAPE = 'YYYY-MM-DD'

/** The wall at the beginning of a day, null when the calendar has no such day. */
function wallOn(day: string): ReturnType<typeof wallAt> | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!parts) return null
  const shown = wallAt(day)
  const same = [shown.year(), shown.month() + 1, shown.date()].every(
    (part, i) => part === Number(parts[i + 1]),
  )
  return same ? shown : null
}

/** Whether the text is a day that the calendar has: not 2026-02-30, not 0000-00-00. */
export const isDay = (text: string): boolean => wallOn(text) !== null

/** The local date of an instant (epoch ms), '' of none. Plain arithmetic: lists and sums ask it for each row. */
export function isoDay(at: number): string {
  const shown = new Date(at + CHINA)
  return Number.isNaN(shown.getTime()) ? '' : shown.toISOString().slice(0, 10)
}

/** The first instant (epoch ms) of a local date. */
export function startOf(day: string): number {
  const shown = wallOn(day)
  return shown ? instantAt(shown) : NaN
}

/** The instant (epoch ms) of a local date and a time 10:30 on it. */
export const instantOf = (day: string, time: string): number =>
  isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantAt(wallAt(`${day}T${time}`)) : NaN

/** 2026-11-24 and 09:00 of an instant, as pickers take them. */
export const pickerParts = (at: number): { date: string; time: string } => ({
  date: isoDay(at),
  time: wall(at).format('HH:mm'),
})

/** The local date so many days later. */
export const addDays = (day: string, days: number): string => isoDay(startOf(day) + days * DAY)

/** The same day of a later month; the last day of a shorter one (民法典 201, 202). */
export const addMonths = (day: string, months: number): string =>
  wallOn(day)?.add(months, 'month').format(SHAPE) ?? ''

/** Days from one local date to a later one, negative to an earlier one. */
export const daysBetween = (from: string, to: string): number => (startOf(to) - startOf(from)) / DAY

/** How many days a month YYYY-MM has. */
export const daysInMonth = (month: string): number => wallAt(`${month}-01`).daysInMonth()

/** The first instant (epoch ms) of the instant's local day. Plain arithmetic. */
export const startOfDay = (at: number): number => Math.floor((at + CHINA) / DAY) * DAY - CHINA

/** The hour 0–23 on the wall at an instant. */
export const hourOf = (at: number): number => wall(at).hour()
