// The working-day clock, +08:00 whatever the machine says. All times are epoch milliseconds.
import { china2026, type WorkCalendar } from './china'

const HOUR = 3600_000
const MINUTE = 60_000
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

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

/** Local date YYYY-MM-DD of an instant. */
export function localDate(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10)
}

/** First millisecond of the instant's local day. */
export function startOfDay(at: number): number {
  return Math.floor((at + OFFSET) / DAY) * DAY - OFFSET
}

/** Close of business of a local date YYYY-MM-DD. */
export const endOfDay = (date: string, calendar: WorkCalendar = china2026): number =>
  Date.parse(`${date}T00:00:00+08:00`) + calendar.ranges[calendar.ranges.length - 1]![1] * MINUTE

/** Whether the instant's local day is a working day: the announced days first, then Monday to Friday. */
export function isWorkday(at: number, calendar: WorkCalendar = china2026): boolean {
  const date = localDate(at)
  if (calendar.on.includes(date)) return true
  if (calendar.off.includes(date)) return false
  const weekday = new Date(at + OFFSET).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Whether work is going on at this instant. */
export function isWorkingTime(at: number, calendar: WorkCalendar = china2026): boolean {
  if (!isWorkday(at, calendar)) return false
  const minute = (at - startOfDay(at)) / MINUTE
  return calendar.ranges.some(([from, to]) => minute >= from && minute < to)
}

/**
 * Close of business of the n-th working day after the instant's day: the day itself is not counted
 * (第十八条第1项; 民法典 201, 203: an end on a day off moves on).
 */
export function dueAfterWorkdays(at: number, n: number, calendar: WorkCalendar = china2026): Due {
  let day = startOfDay(at)
  for (let left = n; left > 0;) {
    day += DAY
    if (isWorkday(day, calendar)) left--
  }
  const close = calendar.ranges[calendar.ranges.length - 1]![1]
  return due(at, day + close * MINUTE, calendar)
}

/** The instant when n working minutes after `at` have passed; starts at once. */
export function dueAfterMinutes(at: number, n: number, calendar: WorkCalendar = china2026): Due {
  let left = n
  for (let day = startOfDay(at); ; day += DAY) {
    for (const [from, to] of workRanges(day, calendar)) {
      const start = Math.max(from, at)
      if (start >= to) continue
      const available = (to - start) / MINUTE
      if (left <= available) return due(at, start + left * MINUTE, calendar)
      left -= available
    }
  }
}

/** Working minutes between two instants, less what lies in pauses; 0 when `to` is not after `from`. */
export function workingMinutes(
  from: number,
  to: number,
  pauses: readonly Pause[] = [],
  calendar: WorkCalendar = china2026,
): number {
  const gross = grossMinutes(from, to, calendar)
  return merged(pauses, from, to).reduce((sum, [a, b]) => sum - grossMinutes(a, b, calendar), gross)
}

function grossMinutes(from: number, to: number, calendar: WorkCalendar): number {
  let sum = 0
  for (let day = startOfDay(from); day < to; day += DAY)
    for (const [a, b] of workRanges(day, calendar))
      sum += Math.max(0, Math.min(b, to) - Math.max(a, from)) / MINUTE
  return sum
}

function workRanges(day: number, calendar: WorkCalendar): (readonly [number, number])[] {
  if (!isWorkday(day, calendar)) return []
  return calendar.ranges.map(([from, to]) => [day + from * MINUTE, day + to * MINUTE] as const)
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

function due(from: number, at: number, calendar: WorkCalendar): Due {
  const year = (instant: number) => new Date(instant + OFFSET).getUTCFullYear()
  return { at, provisional: !calendar.years.includes(year(from)) || !calendar.years.includes(year(at)) }
}

/** Whether the holidays of an instant's year are not announced yet: a deadline in it is provisional. */
export const isUncertain = (at: number, calendar: WorkCalendar = china2026): boolean =>
  !calendar.years.includes(new Date(at + OFFSET).getUTCFullYear())
