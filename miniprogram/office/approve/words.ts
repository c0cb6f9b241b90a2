// An approval in sentences: what is asked, by when, and what a yes or a no takes.
import { calendarOf } from '../../domain/company/deadlines'
import { newestTerms } from '../../services/terms'
import type { Approval } from '../../../typings/contract'
import { articles } from '../../domain/company/articles'
import { dayTime, minutesWords, shortTime, yuan } from '../../domain/calendar/format'
import type { PriceLine } from '../../domain/ticket/parts'
import { workingMinutes } from '../../domain/calendar/working-time'

export interface Answer {
  note: string
  lines: PriceLine[]
  free: boolean
}

const icons: Readonly<Record<Approval['kind'], string>> = {
  consent: 'verify',
  trip: 'map-route-planning',
  extra: 'cooperate',
  route: 'swap',
  exception: 'seal',
}
const reasons: Readonly<Record<Approval['kind'], readonly string[]>> = {
  consent: ['欠款未结清', '不在服务区域', '信息不足'],
  trip: ['路线不合理', '时间冲突', '费用过高', '信息不足'],
  extra: ['属于合同范围内', '费用过高', '信息不足'],
  route: ['按原路线走', '时间冲突', '信息不足'],
  exception: ['请继续争取回执', '改用纸质回执', '信息不足'],
}

/** Who reads the reason of a no. */
export const readersOf = ({ kind }: Approval): string =>
  kind === 'consent' ? '内勤会看到原因;客户只看到未受理' : '申请人会看到原因'

/** A card of the list. */
export function rowOf(one: Approval, now: number) {
  const late = one.due !== null && one.due < now
  return {
    ...one,
    key: `${one.id}-${one.kind}`,
    icon: icons[one.kind],
    money: one.total > 0 ? yuan(one.total) : '',
    late,
    time: timeWords(one.due, now),
    cite: articles[one.article].cite,
    wait: one.yes.blocked?.words ?? '',
  }
}
export type Row = ReturnType<typeof rowOf>

function timeWords(due: number | null, now: number): string {
  if (due === null) return ''
  const calendar = calendarOf(newestTerms())
  const minutes = (from: number, to: number) => minutesWords(workingMinutes(from, to, [], calendar))
  return due < now ? `已超时 ${minutes(due, now)}` : `${shortTime(due, now)} 前 · 还剩 ${minutes(now, due)}`
}

/** Label and value of all that has to be known. */
export function factsOf(one: Approval): { label: string; value: string }[] {
  const { trip } = one
  return [
    { label: '申请人', value: one.who },
    { label: '客户', value: `${one.company}(${one.city})` },
    { label: '设备', value: one.subject },
    { label: one.kind === 'trip' ? '任务' : '原因', value: one.why },
    ...(one.kind === 'trip' && trip ? [{ label: '完成', value: `${dayTime(trip.finishBy)} 前` }] : []),
    ...(one.kind === 'trip' && trip && trip.version > 1
      ? [{ label: '版本', value: `第 ${trip.version} 版` }]
      : []),
  ].filter((row) => row.value !== '')
}

export const pricesOf = (one: Approval): { name: string; money: string }[] =>
  one.lines.map(({ name, amount }) => ({ name, money: yuan(amount) }))

export const reasonsOf = ({ kind }: Approval): { value: string; label: string }[] =>
  reasons[kind].map((label) => ({ value: label, label }))

/** What the yes of a kind takes: only extra work may be adjusted. */
export const yesOf = ({ kind }: Approval, { note, lines, free }: Answer): object =>
  kind === 'extra' ? { lines: free ? [] : lines, free, note } : { note }

/** Whether the yes needs words: an exceptional departure is on record with its reason. */
export const needsReason = ({ kind }: Approval): boolean => kind === 'exception'
