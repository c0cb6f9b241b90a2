// What a job page shows of a ticket, as labels and values.
import type { TicketView, VisitView } from '../../../typings/contract'
import { dateWords, dayTime, shortTime, yuan } from '../../domain/calendar/format'
import { surveyReasons } from '../../domain/survey/survey'
import { oldParts } from '../../domain/onsite/record'
import {
  delayStanding,
  exceptionStanding,
  extraStanding,
  paperStanding,
  type Standing,
} from '../../domain/visit/words'
import type { Leg } from '../../domain/ticket/parts'

export interface Pair {
  label: string
  value: string
}
export interface StandingRow {
  id: string
  title: string
  lines: string[]
  words: string
  /** Its colour; overdue for what is wrong. */
  category: Standing['category'] | 'overdue'
}

const pairs = (rows: readonly (readonly [string, string | null | undefined | false])[]): Pair[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))

/** 苏州厂 → 高铁 → 宁波站 → 出租 → 锐拓 */
export const routeWords = (legs: readonly Leg[]): string =>
  legs.map((leg, i) => `${i === 0 ? `${leg.from} ` : ''}→ ${leg.by} → ${leg.to}`).join(' ')

/** 任务、完成时间、路线 (第十八条第3项). */
export function taskRows(visit: VisitView, now: number): Pair[] {
  const { trip, helpers = [] } = visit.inside ?? {}
  const arrival = visit.arrivedAt ?? visit.eta
  const waits = helpers.filter((one) => one.lent === null).map((one) => `${one.name}(待车间同意)`)
  return pairs([
    ['任务', visit.task],
    ['到达', `${dayTime(visit.arriveBy)} 前`],
    ['完成', `${dayTime(visit.finishBy)} 前`],
    ['路线', trip && routeWords(trip.legs)],
    ['派出人员', [...visit.crew.map(({ name }) => name), ...waits].join('、')],
    [visit.arrivedAt ? '已到达' : '预计到达', arrival === null ? '' : shortTime(arrival, now)],
    ['晚到原因', visit.lateReason],
    ['评价', scoreWords(visit)],
    ['回电', visit.survey?.called && `${visit.survey.called.said};约定:${visit.survey.called.agreed}`],
  ])
}

/** Stars with reasons and words, as far as this person may see them; a call that is still owed. */
function scoreWords({ survey }: VisitView): string {
  if (!survey?.stars) return ''
  const reasons = survey.reasons.map((one) => surveyReasons[one] ?? one)
  const said = [
    `${survey.stars} 星`,
    reasons.join('、'),
    survey.note,
    survey.callBackBy ? `${dayTime(survey.callBackBy)} 前回电` : '',
  ]
  return said.filter(Boolean).join(' · ')
}

/** 出差审批 and 准备清单 in a few words. */
export function tripRows({ inside, steps }: VisitView): Pair[] {
  if (!inside) return []
  const { trip, route, prep } = inside
  // who is not sent the trip does not read that there is none
  const asked = steps[0]?.done ?? false
  const done = prep.filter((item) => item.done).length
  const missing = prep.filter((item) => item.missing !== '').map((item) => `${item.label}(${item.missing})`)
  return pairs([
    ['出差', trip ? `${decisionWords(trip.decision)} · ${yuan(trip.total)}` : !asked && '还没有申请'],
    ['路线变更', route && `${decisionWords(route.decision)}:${route.reason}`],
    ['准备', prep.length > 0 && `${done}/${prep.length} 项备齐`],
    ['缺', missing.join('、')],
  ])
}

const decisionWords = (decision: { ok: boolean; by: { name: string } } | null): string =>
  decision ? `${decision.by.name} ${decision.ok ? '已同意' : '已驳回'}` : '待审批'

export function aboutRows(ticket: TicketView): Pair[] {
  const { equipment, verification } = ticket
  if (ticket.inquiry && !equipment.serial) return []
  const asked = ticket.inquiry === null
  return pairs([
    ['设备', `${equipment.model} ${equipment.nickname}`],
    ['序列号', equipment.serial],
    ['三包', equipment.warranty.words],
    ['用户描述', asked && ticket.subject],
    ['能否生产', asked && ticket.production],
    ['核实', verification && `${verification.by}:${verification.note}`],
    ['收费', verification && `${verification.charge === 'free' ? '免费' : '收费'}:${verification.reason}`],
    ['同类', (ticket.inside?.repeats ?? 0) > 0 && `这台设备有过 ${ticket.inside!.repeats} 次同样的问题`],
  ])
}

/** 现场条件: what was promised, by whom and how. */
export function siteRows({ site }: TicketView): {
  words: string
  items: { label: string; ready: boolean }[]
} {
  const { confirmed, readyOn } = site
  const how = confirmed?.how === 'phone' ? '电话确认' : '用户确认'
  const words = confirmed
    ? `${how} · ${confirmed.by.name} ${dayTime(confirmed.at)}`
    : readyOn
      ? `暂不具备,预计 ${dateWords(readyOn)}`
      : '还没有确认'
  return {
    words,
    items: site.items.map(({ label, state }) => ({ label, ready: confirmed !== null || state === 'ready' })),
  }
}

/** 增项 and 延期 of a visit with how each stands. */
export function changeRows(visit: VisitView): StandingRow[] {
  const extras = visit.extras.map((extra) => ({
    id: extra.id,
    title: `增项:${extra.what}`,
    lines: [
      ...(extra.free ? ['本项免费'] : extra.lines.length > 0 ? [`合计 ${yuan(extra.total)}`] : []),
      `原因:${extra.reason}`,
      `完工 ${dayTime(extra.finishBy)}`,
    ],
    ...extraStanding(extra),
  }))
  const delays = visit.delays.map((delay) => ({
    id: delay.id,
    title: `用户原因延期:${delay.reason}`,
    lines: [`完工改为 ${dayTime(delay.finishBy)}`, ...(delay.answer?.note ? [delay.answer.note] : [])],
    ...delayStanding(delay),
  }))
  return [...extras, ...delays]
}

/** 回执, 纸质回执 and 例外离场. */
export function leavingRows(visit: VisitView): StandingRow[] {
  const { receipt, inside } = visit
  const rows: StandingRow[] = []
  if (receipt)
    rows.push({
      id: 'receipt',
      title: `回执 ${receipt.no}`,
      lines: [`${receipt.signer.name}(${receipt.signer.post})${dayTime(receipt.at)}`],
      words: receipt.intact ? `已存证,编号尾号 ${receipt.hash}` : '内容与存证不符',
      category: receipt.intact ? 'done' : 'overdue',
    })
  if (inside?.paper) {
    const { signer, post, phone } = inside.paper
    const lines = [`签收人 ${signer}(${post})${phone}`]
    rows.push({ id: 'paper', title: '纸质回执', lines, ...paperStanding(inside.paper) })
  }
  if (inside?.exception) {
    const lines = [`${inside.exception.by.name}:${inside.exception.reason}`]
    rows.push({ id: 'exception', title: '用户暂不签署', lines, ...exceptionStanding(inside.exception) })
  }
  return rows
}

export interface ReportRow {
  id: string
  title: string
  rows: Pair[]
  media: VisitView['media']
}

/** The record of each visit, newest first; a visit without a record shows its photos only. */
export function reportRows(ticket: TicketView): ReportRow[] {
  return ticket.visits
    .map((visit, i) => ({
      id: visit.id,
      title: `第 ${i + 1} 次上门`,
      rows: recordOf(visit),
      media: visit.media,
    }))
    .filter(({ rows, media }) => rows.length + media.length > 0)
    .reverse()
}

/** What was corrected after the signature, by whom and when. */
function correctionWords(one: VisitView['corrections'][number]): string {
  const parts = one.parts.map((part) => `${part.name} 旧 ${part.oldSerial} → 新 ${part.newSerial}`)
  const said = [one.why, one.fault && one.faultWords, one.measure, ...parts, `${one.hours} 小时`]
  return `${dayTime(one.at)} ${one.by.name}:${said.filter(Boolean).join(';')}`
}

function recordOf({ report, engineer, corrections, rewrite }: VisitView): Pair[] {
  if (!report) return []
  const parts = report.parts.map(
    (one) =>
      `${one.name}×${one.quantity} 旧 ${one.oldSerial} → 新 ${one.newSerial},旧件${oldParts[one.oldGoes as 'back'] ?? ''}`,
  )
  const failed = report.acceptance
    .filter((one) => one.result !== 'pass')
    .map((one) => `${one.label} ${one.note}`)
  return pairs([
    ['工程师', engineer.name],
    ['故障', report.fault && report.faultWords],
    ['原因', report.cause],
    ['处理', report.measure],
    ['备件', parts.join(';')],
    ['验收', report.acceptance.length > 0 && (failed.join(';') || `${report.acceptance.length} 项合格`)],
    ['工时', `${report.hours} 小时`],
    ['结果', report.resultWords],
    ['遗留', report.leftover],
    ['下次上门', report.next],
    ['退回重填', rewrite],
    ...corrections.map((one): [string, string] => ['更正', correctionWords(one)]),
  ])
}
