// Times and numbers as people read them, in +08:00 on both sides. Input: epoch milliseconds.
const OFFSET = 8 * 3600_000
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const two = (n: number) => String(n).padStart(2, '0')

function parts(at: number) {
  const d = new Date(at + OFFSET)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    weekday: weekdays[d.getUTCDay()]!,
    hm: `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`,
  }
}

/** 10:31 */
export const clockTime = (at: number): string => parts(at).hm

/** 11月24日(周二) */
export function dayWords(at: number): string {
  const p = parts(at)
  return `${p.month}月${p.day}日(${p.weekday})`
}

/** 11月24日(周二)17:30 */
export const dayTime = (at: number): string => `${dayWords(at)}${clockTime(at)}`

/** 11月24日 of a local date YYYY-MM-DD. */
export const monthDay = (day: string): string => {
  const p = parts(Date.parse(`${day}T00:00:00+08:00`))
  return `${p.month}月${p.day}日`
}

/** 今天 14:30, otherwise 11月25日 14:30. */
export function shortTime(at: number, now: number): string {
  const a = parts(at)
  const b = parts(now)
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day
  return sameDay ? `今天 ${a.hm}` : `${a.month}月${a.day}日 ${a.hm}`
}

/** 2026年11月25日 15:40, the form that WeChat's time fields take. */
export function wechatTime(at: number): string {
  const p = parts(at)
  return `${p.year}年${p.month}月${p.day}日 ${p.hm}`
}

/** 2026-11-25 */
export function isoDay(at: number): string {
  const p = parts(at)
  return `${p.year}-${two(p.month)}-${two(p.day)}`
}

/** Working minutes as 14 小时 50 分, 50 分, 不到 1 分. */
export function minutesWords(minutes: number): string {
  const whole = Math.floor(minutes)
  if (whole < 1) return '不到 1 分'
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest} 分`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** 1860 → ¥1,860 */
export const yuan = (amount: number): string => `¥${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`

/** Cuts to at most `max` characters, as a message field allows. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`
