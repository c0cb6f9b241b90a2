// What a setting is: a number with its unit, its limits, its words and what it changes.
import type { ArticleKey } from '../articles'

/**
 * workdays: close of business of the n-th working day after; workMinutes: minutes of working time; minutes, days and
 * months: of the calendar; clock: minutes after local midnight; percent: whole, 25 for a quarter; bytes: whole.
 */
export type Unit =
  | 'workdays'
  | 'workMinutes'
  | 'seconds'
  | 'minutes'
  | 'days'
  | 'months'
  | 'yuan'
  | 'count'
  | 'clock'
  | 'percent'
  | 'bytes'

export interface SettingRow {
  label: string
  unit: Unit
  /** What a count counts: 次 when it is not said. */
  counter?: string
  default: number
  /** Both included. */
  min: number
  max: number
  /** The article that it serves. */
  article?: ArticleKey
  /** rule: the company's rules name this number; ours: our default ◇, to be confirmed by the company. */
  basis: 'rule' | 'ours'
  /** ticket: a ticket keeps the value that it was made under; now: the newest counts, for old tickets too. */
  holds: 'ticket' | 'now'
  /** What it changes, one sentence around the value in words. */
  effect: (words: string) => string
}

/** A group of the page where settings are shown. */
export interface SettingGroup {
  label: string
  rows: Readonly<Record<string, SettingRow>>
}

const group = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const two = (n: number): string => String(n).padStart(2, '0')
const whole = (value: number, by: number): boolean => value >= by && value % by === 0

const units: Readonly<Record<Unit, (value: number, counter: string) => string>> = {
  workdays: (n) => `${n} 个工作日`,
  workMinutes: (n) => (whole(n, 60) ? `${n / 60} 个工作小时` : `${n} 分钟(工作时间)`),
  seconds: (n) => `${n} 秒`,
  minutes: (n) => (whole(n, 60) ? `${n / 60} 小时` : `${n} 分钟`),
  days: (n) => `${n} 天`,
  months: (n) => `${n} 个月`,
  yuan: (n) => `${group(n)} 元`,
  count: (n, counter) => `${group(n)} ${counter}`,
  clock: (n) => `${two(Math.floor(n / 60))}:${two(n % 60)}`,
  percent: (n) => `${n}%`,
  bytes: (n) => (whole(n, 1024 * 1024) ? `${n / 1024 / 1024} MB` : `${Math.ceil(n / 1024)} KB`),
}

/** A value as people read it: 3 个工作日, 4 个工作小时, 5,000 元, 18:00, 10 MB. */
export const rowWords = ({ unit, counter = '次' }: Pick<SettingRow, 'unit' | 'counter'>, value: number) =>
  units[unit](value, counter)

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** A small count as it is said inside a sentence: 两次, 三次; from eleven on in figures. */
export const spoken = (n: number, counter = '次'): string =>
  numerals[n] === undefined ? `${n} ${counter}` : `${numerals[n]}${counter}`

/** Days after which something must be done, at close of business. */
export const workdays = (value: number, max = 10): Pick<SettingRow, 'unit' | 'default' | 'min' | 'max'> => ({
  unit: 'workdays',
  default: value,
  min: 1,
  max,
})

/** Working hours within which something must be done: at most five days of eight hours. */
export const workHours = (value: number): Pick<SettingRow, 'unit' | 'default' | 'min' | 'max'> => ({
  unit: 'workMinutes',
  default: value * 60,
  min: 10,
  max: 40 * 60,
})

/** Our default ◇, and a ticket keeps it. */
export const promised = { basis: 'ours', holds: 'ticket' } as const
/** Our default ◇, and the newest counts. */
export const current = { basis: 'ours', holds: 'now' } as const
