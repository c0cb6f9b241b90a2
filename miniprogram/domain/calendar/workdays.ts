// Working days as numbers: how many there are before a day, and which day is the n-th. Monday to Friday is arithmetic
// over a cycle of seven days; the announced years are a sorted table of what differs from it, made once for a calendar.
// So a question costs a binary search of that table (some 15 days a year), however far away its days are.
import type { WorkCalendar } from './china'
import { startOf } from './days'
import { CHINA, DAY } from './units'

/** The local day of an instant (epoch ms), counted from 1970-01-01. */
export const dayNumber = (at: number): number => Math.floor((at + CHINA) / DAY)
/** The first instant (epoch ms) of a counted day. */
export const dayStart = (day: number): number => day * DAY - CHINA

export interface Workdays {
  isWorkday(day: number): boolean
  /** Working days before a day, counted from the Monday 1970-01-05: for differences only. */
  before(day: number): number
  /** The first day with which `count` working days are over, in the same count. */
  nth(count: number): number
  /** Whether the holidays of all these years are announced, both included. */
  areAnnounced(from: number, to: number): boolean
}

const MONDAY = 4
const sinceMonday = (day: number): number => (((day - MONDAY) % 7) + 7) % 7
const isWeekday = (day: number): boolean => sinceMonday(day) < 5
const weekdaysBefore = (day: number): number =>
  Math.floor((day - MONDAY) / 7) * 5 + Math.min(5, sinceMonday(day))
const nthWeekday = (count: number): number =>
  MONDAY + Math.floor((count - 1) / 5) * 7 + ((((count - 1) % 5) + 5) % 5)

const made = new WeakMap<WorkCalendar, Workdays>()

/** The working days of a calendar; the table is made at the first question. */
export function workdaysOf(calendar: WorkCalendar): Workdays {
  const known = made.get(calendar)
  if (known) return known
  const fresh = workdays(calendar)
  made.set(calendar, fresh)
  return fresh
}

function workdays({ years }: WorkCalendar): Workdays {
  const announced = new Map<number, boolean>()
  for (const { off, on } of Object.values(years)) {
    for (const day of off) announced.set(dayNumber(startOf(day)), false)
    for (const day of on) announced.set(dayNumber(startOf(day)), true)
  }
  const days = [...announced.keys()]
    .filter((day) => !Number.isNaN(day) && announced.get(day) !== isWeekday(day))
    .sort((a, b) => a - b)
  // more[i]: by how much the working days before days[i] are more than Monday to Friday
  const more = [0]
  for (const day of days) more.push(more[more.length - 1]! + (announced.get(day) ? 1 : -1))
  const before = (day: number): number => weekdaysBefore(day) + more[firstOf(days, (one) => one >= day)]!
  const known = Object.keys(years).map(Number)
  return {
    areAnnounced: (from, to) => known.filter((year) => year >= from && year <= to).length === to - from + 1,
    isWorkday: (day) => announced.get(day) ?? isWeekday(day),
    before,
    nth: (count) => {
      const i = firstOf(days, (one) => before(one + 1) >= count)
      const day = nthWeekday(count - more[i]!)
      return Math.min(day, days[i] ?? day)
    },
  }
}

/** Index of the first of the sorted days for which it holds, their number when for none. */
function firstOf(days: readonly number[], holds: (day: number) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(days[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
