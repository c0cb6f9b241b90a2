// Times and numbers as people read them, in +08:00 on both sides. Input: epoch milliseconds; what is no instant reads
// as 日期有误.
import { cutWhole } from '../form/text'
import { startOf, startOfDay } from './days'
import { wall } from './dayjs'

/** 2026-11-25 */
export { isoDay } from './days'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const two = (n: number) => String(n).padStart(2, '0')
const hm = (shown: Wall) => `${two(shown.hour())}:${two(shown.minute())}`
const md = (shown: Wall) => `${shown.month() + 1}月${shown.date()}日`

type Wall = ReturnType<typeof wall>
/** What the wall shows at an instant, in words. */
function read(at: number, words: (shown: Wall) => string): string {
  const shown = wall(at)
  return shown.isValid() ? words(shown) : '日期有误'
}

/** 周二 of a local date YYYY-MM-DD. */
export const weekdayWords = (day: string): string => read(startOf(day), (shown) => weekdays[shown.day()]!)

/** 10:31 */
export const clockTime = (at: number): string => read(at, hm)

/** 11月24日(周二) */
export const dayWords = (at: number): string => read(at, (shown) => `${md(shown)}(${weekdays[shown.day()]})`)

/** 11月24日(周二)17:30 */
export const dayTime = (at: number): string =>
  read(at, (shown) => `${md(shown)}(${weekdays[shown.day()]})${hm(shown)}`)

/** 11月24日 of a local date YYYY-MM-DD. */
export const monthDay = (day: string): string => read(startOf(day), md)

/** 11月24日(周二) of a local date YYYY-MM-DD. */
export const dateWords = (day: string): string => dayWords(startOf(day))

/** 2026年11月24日 */
export const longDay = (at: number): string => read(at, (shown) => `${shown.year()}年${md(shown)}`)

/** 今天 14:30, otherwise 11月25日 14:30. */
export const shortTime = (at: number, now: number): string =>
  read(at, (shown) => `${startOfDay(at) === startOfDay(now) ? '今天' : md(shown)} ${hm(shown)}`)

/** 2026年11月25日 15:40, the form that WeChat's time fields take. */
export const wechatTime = (at: number): string =>
  read(at, (shown) => `${shown.year()}年${md(shown)} ${hm(shown)}`)

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

/** Cuts to at most `max` characters, as a message field allows; never within one that a reader sees. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${cutWhole(text, max - 1)}…`
