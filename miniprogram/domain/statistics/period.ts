// A period as whole months and the days at its edges, so that years are read as a few months.
import { addDays, daysBetween, daysInMonth } from '../calendar/days'

export const nextDay = (day: string, n = 1): string => addDays(day, n)
/** Days of a period, both ends included. */
export const daysIn = (from: string, to: string): number => daysBetween(from, to) + 1
export const monthOf = (day: string): string => day.slice(0, 7)

export const daysOf = (month: string): string[] =>
  Array.from({ length: daysInMonth(month) }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)

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
    const next = nextDay(last)
    // what is no day leads nowhere: the way ends there
    if (!(next > first)) break
    first = next
  }
  return { months, days }
}

/** The period of the same length that ends the day before. */
export function before(from: string, to: string): { from: string; to: string } {
  return { from: nextDay(from, -daysIn(from, to)), to: nextDay(from, -1) }
}
