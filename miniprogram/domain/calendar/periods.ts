// The spans of days that statistics are asked for. Local dates YYYY-MM-DD, both included.
import { addDays, daysInMonth, isoDay } from './days'

export type PeriodKey = 'month' | 'quarter' | 'year' | 'decade'
export interface Period {
  from: string
  to: string
}

/** From the narrowest to the widest. */
export const periods: readonly { value: PeriodKey; label: string }[] = [
  { value: 'month', label: '本月' },
  { value: 'quarter', label: '近 90 天' },
  { value: 'year', label: '今年' },
  { value: 'decade', label: '近 10 年' },
]
const two = (n: number) => String(n).padStart(2, '0')

/** The days of a period, today included. */
export function periodOf(key: PeriodKey, now: number): Period {
  const to = isoDay(now)
  const year = Number(to.slice(0, 4))
  if (key === 'decade') return { from: `${year - 9}-01-01`, to }
  if (key === 'year') return { from: `${year}-01-01`, to }
  if (key === 'month') return { from: `${to.slice(0, 7)}-01`, to }
  return { from: addDays(to, -89), to }
}

/** The next wider period, null for the widest. */
export const widerPeriod = (key: PeriodKey): (typeof periods)[number] | null =>
  periods[periods.findIndex((one) => one.value === key) + 1] ?? null

const short = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026年8月29日—11月26日 */
export function periodWords({ from, to }: Period): string {
  const year = from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)}年`
  return `${from.slice(0, 4)}年${short(from)}—${year}${short(to)}`
}

/** 2026-11 */
export const monthOf = (now: number): string => isoDay(now).slice(0, 7)

/** The month so many months later. */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`
}

/** 2026年11月 */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** The first and the last day of a month. */
export const daysOfMonth = (month: string): Period => ({
  from: `${month}-01`,
  to: `${month}-${two(daysInMonth(month))}`,
})
