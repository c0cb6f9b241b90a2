// How an 8D begins: steps with their deadlines, and D2 written from what happened (who, what, where, when, how many).
import { faultLeaf, faultWords } from '../company/fault-tree'
import { monthDay } from '../calendar/format'
import type { Name } from '../ticket/parts'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { summarizeD8 } from './summary'
import type { D8, D8State, LinkedTicket, Origin } from './record'
import { d8Steps, stepKeys, type StepRow } from './steps'

/** A case as D2 describes it. */
export interface Happening {
  companyName: string
  model: string
  /** Serial number, '' when unknown. */
  serial: string
  day: string
  downtimeHours: number
}

/** The five answers of D2, from the cases; `what` is the words of whoever reported it first, '' when there are none. */
export function describeProblem(
  fault: string,
  what: string,
  happened: readonly Happening[],
): Record<string, string> {
  if (happened.length === 0) return { what: [faultWords(fault), what].filter(Boolean).join(':') }
  const days = happened.map((one) => one.day).sort()
  const [first, last] = [days[0]!, days[days.length - 1]!]
  const companies = distinct(happened.map((one) => one.companyName))
  const serials = distinct(happened.map((one) => one.serial))
  const hours = Math.round(happened.reduce((sum, one) => sum + one.downtimeHours, 0))
  return {
    who: few(companies, '家用户'),
    what: [faultWords(fault), what].filter(Boolean).join(':'),
    where: few(distinct(happened.map((one) => one.model)), '种机型'),
    when: first === last ? monthDay(first) : `${monthDay(first)}至${monthDay(last)}`,
    many: [
      `${happened.length} 次`,
      serials.length > 0 ? `${serials.length} 台` : '',
      hours > 0 ? `停机 ${hours} 小时` : '',
    ]
      .filter(Boolean)
      .join(','),
  }
}

const distinct = (all: readonly string[]) => [...new Set(all.filter(Boolean))]
const few = (all: readonly string[], unit: string): string =>
  all.length <= 4 ? all.join('、') : `${all.slice(0, 3).join('、')}等 ${all.length} ${unit}`

/** What it is called in lists: the leaf's name and the models. */
export function d8Title(fault: string, models: readonly string[], otherwise: string): string {
  const leaf = faultLeaf(fault)
  if (!leaf) return otherwise
  return models.length > 0
    ? `${leaf.path[2]}(${models.map((one) => one.split(' ')[0]).join('、')})`
    : leaf.path[2]
}

export interface Beginning {
  _id: string
  no: string
  state: Extract<D8State, 'draft' | 'running'>
  origin: Origin
  title: string
  fault: string
  models: string[]
  problem: Record<string, string>
  /** D0 as typed, '' when it is still to be written. */
  urgent: string
  tickets: LinkedTicket[]
  hiddenFrom: string[]
  /** The version of the settings that it is made under; the defaults when there is none. */
  rules?: number
  by: Name
  /** Of the quality department; owns D0 and D8. */
  lead: Name | null
}

const dueOf = ({ days }: StepRow, now: number, settings: Settings): number | null =>
  days === null ? null : dueIn(settings, days, now).at

/** A new record at an instant, with its first event written under the caller's key. */
export function beginD8(given: Beginning, key: string, now: number, settings: Settings): D8 {
  const { problem, urgent, lead, by, no, origin, ...rest } = given
  const d8: D8 = {
    ...rest,
    rules: given.rules ?? 0,
    no,
    origin,
    by,
    rev: 1,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    steps: stepKeys.map((step) => ({
      key: step,
      owner: lead,
      due: dueOf(d8Steps[step], now, settings),
      values: step === 'D0' ? { action: urgent } : step === 'D2' ? problem : {},
      done: null,
      rev: 0,
      last: null,
      rung: null,
    })),
    tasks: [],
    media: [],
    events: [{ move: 'start', key, at: now, by, words: startWords[origin] }],
    untold: [],
    ...{ tab: 'open', rank: '', step: null, due: null, ownerPids: [], openTasks: 0, alarmAt: null },
  }
  d8.untold = [
    {
      id: `${d8._id}-1-0`,
      to: { role: 'quality' },
      title: d8.state === 'draft' ? '8D 待立项' : '8D 已立项',
      words: `${startWords[origin]}:${d8.title}`,
    },
  ]
  summarizeD8(d8)
  return d8
}

const startWords: Readonly<Record<Origin, string>> = {
  pareto: '由故障统计发起',
  ticket: '由工单发起',
  repeat: '同一客户同一问题再次投诉,系统起草',
}
