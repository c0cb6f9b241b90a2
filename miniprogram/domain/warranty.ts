// Free or paid: the 三包 terms decide (第四条); the reason is always shown.
import { isoDay } from './format'

export interface Warranty {
  free: boolean
  /** 三包期内·剩 22 天 / 三包期外 / 验收后起算 */
  words: string
}

/** The machine's 三包 at an instant; `until` is the last day, included; null before acceptance. */
export function warrantyAt(until: string | null, now: number): Warranty {
  if (until === null) return { free: true, words: '三包验收后起算' }
  const today = isoDay(now)
  if (today > until) return { free: false, words: '三包期外' }
  const left = Math.round((Date.parse(until) - Date.parse(today)) / 86400_000)
  return { free: true, words: `三包期内·剩 ${left} 天` }
}
