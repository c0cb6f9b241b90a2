// The working-day clock, +08:00 whatever the machine says. All times are epoch milliseconds. Everything is arithmetic
// over workdays.ts: no question costs more for a date that is farther away. What is no instant (NaN, Infinity) gets an
// answer too: it is no working time, no minutes pass from or to it, and a deadline counted from it is NaN, provisional.
import { china2026, type WorkCalendar } from './china'
import { startOf, startOfDay } from './days'
import { CHINA, DAY, MINUTE } from './units'
import { dayNumber, dayStart, workdaysOf } from './workdays'

/** A time during which the clock stands still: waiting for the customer, for parts, for approval. */
export interface Pause {
  reason: string
  from: number
  to: number | null
  by: string
}

/** A deadline; provisional when it crosses a year whose holidays are not announced yet. */
export interface Due {
  at: number
  provisional: boolean
}

/** Minutes after local midnight at which work ends. */
const closeOf = ({ ranges }: WorkCalendar): number => ranges[ranges.length - 1]![1]

/** Close of business of a local date YYYY-MM-DD; NaN of what is no day. */
export const endOfDay = (date: string, calendar: WorkCalendar = china2026): number =>
  startOf(date) + closeOf(calendar) * MINUTE

/** Whether the instant's local day is a working day: the announced days first, then Monday to Friday. */
export const isWorkday = (at: number, calendar: WorkCalendar = china2026): boolean =>
  workdaysOf(calendar).isWorkday(dayNumber(at))

/** Whether work is going on at this instant. */
export function isWorkingTime(at: number, calendar: WorkCalendar = china2026): boolean {
  if (!isWorkday(at, calendar)) return false
  const minute = (at - startOfDay(at)) / MINUTE
  return calendar.ranges.some(([from, to]) => minute >= from && minute < to)
}

/** First instant of the first working day that is not before the instant's day: that day itself, or the next one. */
export function workdayFrom(at: number, calendar: WorkCalendar = china2026): number {
  const days = workdaysOf(calendar)
  return dayStart(days.nth(days.before(dayNumber(at)) + 1))
}

/**
 * Close of business of the n-th working day after the instant's day: the day itself is not counted
 * (第十八条第1项; 民法典 201, 203: an end on a day off moves on).
 */
export function dueAfterWorkdays(at: number, n: number, calendar: WorkCalendar = china2026): Due {
  const days = workdaysOf(calendar)
  const today = dayNumber(at)
  const day = n > 0 ? days.nth(days.before(today + 1) + Math.ceil(n)) : today
  return due(at, dayStart(day) + closeOf(calendar) * MINUTE, calendar)
}

/** The first instant at which n working minutes after `at` have passed, to the ms; with none the next working instant. */
export function dueAfterMinutes(at: number, n: number, calendar: WorkCalendar = china2026): Due {
  const whole = dayOfWork(calendar)
  if (whole === 0) return due(at, at, calendar)
  const total = workedBefore(at, calendar) + Math.round(Math.max(0, n) * MINUTE)
  // what ends with a day ends at its close, not at the next day's beginning
  const days = n > 0 ? Math.ceil(total / whole) - 1 : Math.floor(total / whole)
  const day = dayStart(workdaysOf(calendar).nth(days + 1))
  const end = day + wallWhen(total - days * whole, n > 0, calendar)
  return due(at, n > 0 ? end : Math.max(at, end), calendar)
}

/** Working minutes between two instants, less what lies in pauses; 0 when `to` is not after `from`. */
export function workingMinutes(
  from: number,
  to: number,
  pauses: readonly Pause[] = [],
  calendar: WorkCalendar = china2026,
): number {
  const gross = worked(from, to, calendar)
  return merged(pauses, from, to).reduce((left, [a, b]) => left - worked(a, b, calendar), gross) / MINUTE
}

/** Working ms between two instants. */
function worked(from: number, to: number, calendar: WorkCalendar): number {
  const ms = workedBefore(to, calendar) - workedBefore(from, calendar)
  return ms > 0 ? ms : 0
}

/** Working ms before an instant, counted from a Monday: for differences only. */
function workedBefore(at: number, calendar: WorkCalendar): number {
  const days = workdaysOf(calendar)
  const day = dayNumber(at)
  const today = days.isWorkday(day) ? workedBy(at - dayStart(day), calendar) : 0
  return days.before(day) * dayOfWork(calendar) + today
}

/** Working ms of a whole day. */
const dayOfWork = (calendar: WorkCalendar): number => workedBy(DAY, calendar)

/** Working ms of a working day that are over so many ms after midnight. */
const workedBy = (ms: number, { ranges }: WorkCalendar): number =>
  ranges.reduce((sum, [from, to]) => sum + Math.min(Math.max(ms - from * MINUTE, 0), (to - from) * MINUTE), 0)

/** Ms after midnight at which so many working ms of the day are over: the end of a range, or the beginning of the next. */
function wallWhen(ms: number, asEnd: boolean, { ranges }: WorkCalendar): number {
  let left = ms
  for (const [from, to] of ranges) {
    const length = (to - from) * MINUTE
    if (asEnd ? left <= length : left < length) return from * MINUTE + left
    left -= length
  }
  return NaN
}

// Overlapping pauses count once.
function merged(pauses: readonly Pause[], from: number, to: number): [number, number][] {
  const spans = pauses
    .map((pause): [number, number] => [Math.max(pause.from, from), Math.min(pause.to ?? to, to)])
    .filter(([a, b]) => b > a)
    .sort((x, y) => x[0] - y[0])
  const out: [number, number][] = []
  for (const span of spans) {
    const last = out[out.length - 1]
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else out.push(span)
  }
  return out
}

const due = (from: number, at: number, calendar: WorkCalendar): Due => ({
  at,
  provisional: !workdaysOf(calendar).areAnnounced(yearOf(from), yearOf(at)),
})

const yearOf = (at: number): number => new Date(at + CHINA).getUTCFullYear()

/** Whether the holidays of an instant's year are not announced yet: a deadline in it is provisional. */
export const isUncertain = (at: number, calendar: WorkCalendar = china2026): boolean =>
  !workdaysOf(calendar).areAnnounced(yearOf(at), yearOf(at))
