// What the page of a complaint shows beside its head and its history.
import type { ComplaintView, TicketView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/calendar/format'
import type { MoveName } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { gathered, offerOf, verbsOf } from '../../services/moving'

interface Pair {
  label: string
  value: string
}

/** What it is about. */
export function aboutRows({ complaint, equipment, companyName, requestedAt, source }: TicketView): Pair[] {
  const { aboutWords, person, ticket, callAt } = complaint!
  const pairs: [string, string][] = [
    ['客户', companyName],
    ['投诉', person ? `${aboutWords}:${person.name}(${person.title})` : aboutWords],
    ['哪次服务', ticket?.no ?? ''],
    ['设备', equipment.serial ? `${equipment.model} ${equipment.nickname}` : ''],
    ['提出', `${dayTime(requestedAt)} · ${source.label}`],
    ['方便回电', callAt ? dayTime(callAt) : '随时'],
  ]
  return pairs.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

/** What was done so far, in the order of the work; what is not done yet says until when. */
export function workRows(
  { called, callBy, inside }: ComplaintView,
  now: number,
): { title: string; lines: string[] }[] {
  const found = inside!.findings.map(({ by, at, findings, cause }) => ({
    title: `调查 · ${by} ${shortTime(at, now)}`,
    lines: [findings, `原因:${cause}`],
  }))
  const { assessment, assessedBy, analysis, callNote } = inside!
  return [
    called
      ? { title: `致电 · ${called.by} ${shortTime(called.at, now)}`, lines: [callNote] }
      : { title: '致电', lines: [`${shortTime(callBy, now)} 前致电客户`] },
    ...(assessment.length > 0
      ? [{ title: `评估 · ${assessedBy}`, lines: assessment.map(({ label, value }) => `${label}:${value}`) }]
      : []),
    ...found,
    ...(analysis
      ? [{ title: `质量分析 · ${analysis.by} ${shortTime(analysis.at, now)}`, lines: [analysis.words] }]
      : []),
  ]
}

const orders: readonly MoveName[] = ['analyse', 'investigate']

/** The next step in the bar, everything else below. */
export function barOf(ticket: TicketView): { primary: Offered | null; others: Offered[] } {
  const { next, analysis } = ticket.complaint!.inside!
  const own = next && offerOf(ticket, next)
  const quality = analysis ? null : offerOf(ticket, orders[0]!)
  const primary = own ?? quality ?? verbsOf(ticket.moves).primary
  return { primary, others: gathered(ticket.moves).filter((one) => one.move !== primary?.move) }
}
