// How the number of a setting may be written: in figures and in words, Chinese and English, with every unit it can have.
import { settings, type SettingName } from '../../miniprogram/domain/company/settings'

const figures = '一二三四五六七八九'
const tens = (n: number): string => `${n >= 20 ? figures[Math.floor(n / 10) - 1] : ''}十`

/** 三, 两 or 二, 十二, 三十, of 1 to 99; '' beyond. */
function chinese(n: number): string {
  if (n < 1 || n > 99) return ''
  if (n === 2) return '两|二'
  const ones = n % 10 === 0 ? '' : figures[(n % 10) - 1]!
  return n < 10 ? ones : `${tens(n)}${ones}`
}

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',?')
const one = (...forms: string[]): string => `(?:${forms.filter(Boolean).join('|')})`

/** A number followed by one of these units, in Chinese; 下一个工作日 is no number. */
const said = (n: number, ...units: string[]): string =>
  `(?<![\\d下一二三四五六七八九十]|\\d[.,:])${one(grouped(n), chinese(n))}\\s*${one(...units)}`
const told = (n: number, ...units: string[]): string =>
  `(?<!\\d[.,:]?)\\b${one(grouped(n), words[n] ?? '')} ${one(...units)}\\b`

const inHours = (n: number): number | null => (n % 60 === 0 ? n / 60 : null)
const span = (n: number, working: string): string[] => {
  const hours = inHours(n)
  const english = working ? 'working ' : '(?:working )?'
  return [
    said(n, '分钟', '个工作分钟'),
    told(n, `${english}minutes?`),
    ...(hours === null ? [] : [said(hours, '个工作小时', '小时', '个小时'), told(hours, `${english}hours?`)]),
  ]
}
const two = (n: number): string => String(n).padStart(2, '0')

function formsOf(name: SettingName): string[] {
  const { unit, default: n, counter = '次' } = settings[name]
  if (unit === 'workdays') return [said(n, '个工作日'), told(n, 'working days?')]
  if (unit === 'workMinutes') return span(n, 'working')
  if (unit === 'minutes') return span(n, '')
  if (unit === 'seconds') return [said(n, '秒'), told(n, 'seconds?')]
  if (unit === 'days') return [said(n, '天'), told(n, 'days?'), ...(n === 7 ? ['一周', '\\ba week\\b'] : [])]
  if (unit === 'months') return [said(n, '个月'), told(n, 'months?')]
  if (unit === 'yuan') return [said(n, '元'), `¥${grouped(n)}(?!\\d)`, told(n, 'yuan')]
  if (unit === 'clock') return [`(?<!\\d)${two(Math.floor(n / 60))}:${two(n % 60)}(?!\\d)`]
  if (unit === 'percent') return [`(?<!\\d)${n} ?%`, ...(n === 25 ? ['四分之一', '\\ba quarter\\b'] : [])]
  if (unit === 'bytes') return [`(?<!\\d)${n / 1024 / 1024} ?MB`]
  return [said(n, ...counter.split('工单')), told(n, 'times', 'tries', 'calls')]
}

/** Never said in a sentence: how often a message is tried again, how small a sample is too small. */
const unsaid = /^retry\d$|(?<!pareto)Least$/

/** Name → what finds its default in a sentence. */
export const forms: ReadonlyMap<SettingName, RegExp> = new Map(
  (Object.keys(settings) as SettingName[])
    .filter((name) => !unsaid.test(name))
    .map((name) => [name, new RegExp(formsOf(name).join('|'), 'i')]),
)

/** The settings whose number a sentence says. */
export const saidIn = (sentence: string): SettingName[] =>
  [...forms].filter(([, form]) => form.test(sentence)).map(([name]) => name)
