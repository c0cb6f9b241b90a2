// Free or paid: the 三包 terms decide (第四条); the reason is always shown.
import { isoDay } from '../calendar/format'
import { addMonths, daysBetween } from '../calendar/days'

export interface Warranty {
  free: boolean
  /** 三包期内·剩 22 天 / 三包期外 / 验收后起算 */
  words: string
}

/**
 * Last day of 三包 of a machine accepted on a local date: the same day so many months on, else the month's last
 * (民法典 201, 202).
 */
export const warrantyFrom = (acceptedOn: string, months: number): string => addMonths(acceptedOn, months)

/** The machine's 三包 at an instant; `until` is the last day, included; null before acceptance. */
export function warrantyAt(until: string | null, now: number): Warranty {
  if (until === null) return { free: true, words: '三包验收后起算' }
  const today = isoDay(now)
  if (today > until) return { free: false, words: '三包期外' }
  return { free: true, words: `三包期内·剩 ${daysBetween(today, until)} 天` }
}
