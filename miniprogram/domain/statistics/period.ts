// A period as whole months and the days at its edges, so that years are read as a few months.
import { isoDay } from '../calendar/format'

const DAY = 24 * 3600_000
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export const nextDay = (day: string, n = 1): string => isoDay(startOf(day) + n * DAY)
/** Days of a period, both ends included. */
export const daysIn = (from: string, to: string): number =>
  Math.round((startOf(to) - startOf(from)) / DAY) + 1
export const monthOf = (day: string): string => day.slice(0, 7)

export function daysOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: last }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
}

/**
 * Months that lie whole in the period, and the days that do not lie in one of them. It ends today at the latest: what
 * falls due later is not late yet.
 */
export function spansOf(from: string, until: string, today: string): { months: string[]; days: string[] } {
  const to = until < today ? until : today
  const months: string[] = []
  const days: string[] = []
  for (let first = from; first <= to;) {
    const all = daysOf(monthOf(first))
    const last = all[all.length - 1]!
    if (first === all[0] && last <= to) months.push(monthOf(first))
    else days.push(...all.filter((day) => day >= first && day <= to))
    first = nextDay(last)
  }
  return { months, days }
}

/** The period of the same length that ends the day before. */
export function before(from: string, to: string): { from: string; to: string } {
  return { from: nextDay(from, -daysIn(from, to)), to: nextDay(from, -1) }
}
