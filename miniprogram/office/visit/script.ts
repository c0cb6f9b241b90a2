// The five questions of a return visit, and what is still to be asked before it may be closed.
import type { TicketView, VisitView } from '../../../typings/contract'
import { dayWords } from '../../domain/calendar/format'
import { kinds } from '../../domain/company/kinds'
import { conductIssues, conducts, prices, runs } from '../../domain/returning/returning'
import { starWords } from '../../domain/survey/survey'

export const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))

export const choices = {
  running: options(runs),
  conduct: options(conducts),
  issues: options(conductIssues),
  price: options(prices),
}

export interface Answers {
  running: string
  conduct: string
  issues: string[]
  price: string
  wish: string
  note: string
}

/** ① as it is read out. */
export function greeting(ticket: TicketView, visit: VisitView | null, name: string): string {
  const day = visit?.leftAt ? ` ${dayWords(visit.leftAt)} ` : ''
  const machine = ticket.equipment.nickname || ticket.equipment.model
  const work = ticket.kind === 'repair' ? '维修' : kinds[ticket.kind].label
  return `您好,我是客户服务部${name},回访${day}${machine}的${work},方便说一分钟吗?`
}

/** The score given, in words; '' when there is none. */
export function scoreWords(visit: VisitView | null): string {
  const stars = visit?.survey?.stars
  if (!stars) return visit?.survey?.asked ? '还没有评价' : ''
  return `评 ${stars} 星 ${starWords[stars - 1]}`
}

/** Questions without an answer. */
export function openQuestions({ running, conduct, issues, price }: Answers): string[] {
  return [
    running ? '' : '设备运行',
    conduct && (conduct !== 'some' || issues.length > 0) ? '' : '服务规范',
    price ? '' : '收费',
  ].filter(Boolean)
}

/** What has been asked so far, for an end that comes before the last question. */
export const soFar = ({ running, conduct, issues, price, wish }: Answers) => ({
  running: running || null,
  conduct: conduct || null,
  issues,
  price: price || null,
  wish,
})
