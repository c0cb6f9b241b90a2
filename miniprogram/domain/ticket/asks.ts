// What is asked of a role beside the state of a ticket: support, consent, a call. Each lies in that role's queue.
import { callBackBy, rateByPhone, waitsForCallBack } from '../survey/survey'
import type { Ticket, RoleOnDuty } from './ticket'
import { dueAfterMinutes, dueAfterWorkdays } from '../calendar/working-time'

/** Working minutes for a decision of a manager, and for an answer of the office (settings). */
export const DECIDE = 4 * 60
export const ANSWER = 30
/** Whole yuan from which the general manager decides on a trip (setting). */
export const BIG_TRIP = 5000

export type AskKind =
  | 'bigTrip'
  | 'help'
  | 'reschedule'
  | 'route'
  | 'exception'
  | 'lend'
  | 'norms'
  | 'appraisal'
  | 'callBack'
  | 'ratePhone'
export interface Ask {
  kind: AskKind
  role: RoleOnDuty
  label: string
  due: number
}

export const askLabels: Record<AskKind, string> = {
  bigTrip: '大额出差待审批',
  help: '求助待答复',
  reschedule: '改约待答复',
  route: '变更路线待同意',
  exception: '例外离场待决定',
  lend: '借用人员待同意',
  norms: '待接受服务规范',
  appraisal: '技术鉴定待答复',
  callBack: '低分待回电',
  ratePhone: '待电话评价',
}

const inTime = (at: number, minutes: number): number => dueAfterMinutes(at, minutes).at

// What has been overtaken by events is asked of nobody any more.
const beforeLeaving: readonly string[] = [
  'submitted',
  'remote',
  'site_ready',
  'verified',
  'waiting_part',
  'visiting',
]
const onTheWay: readonly string[] = ['preparing', 'traveling']

/** All that is open, most urgent first. */
export function asksOf(ticket: Ticket): Ask[] {
  const visit = ticket.visits[ticket.visits.length - 1]
  const found: Ask[] = []
  const ask = (kind: AskKind, role: RoleOnDuty, due: number) =>
    found.push({ kind, role, label: askLabels[kind], due })
  for (const help of ticket.helps) if (help.answeredAt === null) ask('help', 'coordinator', help.answerBy)
  const { reschedule, appraisal } = ticket
  if (reschedule && !reschedule.decision && beforeLeaving.includes(ticket.state))
    ask('reschedule', 'coordinator', inTime(reschedule.at, DECIDE))
  if (appraisal && !appraisal.decision) ask('appraisal', 'technical', inTime(appraisal.at, DECIDE * 2))
  if (visit && ticket.state === 'visiting') {
    if (visit.state === 'trip_pending' && visit.trip!.total >= BIG_TRIP)
      ask('bigTrip', 'generalManager', inTime(visit.trip!.at, DECIDE))
    if (visit.route && !visit.route.decision && onTheWay.includes(visit.state))
      ask('route', 'manager', inTime(visit.route.at, DECIDE))
    if (visit.exception && !visit.exception.decision && visit.state === 'wait_sign')
      ask('exception', 'manager', inTime(visit.exception.at, DECIDE))
    if (visit.helpers.some((helper) => helper.lent === null))
      ask('lend', 'workshop', inTime(ticket.updatedAt, DECIDE))
    const bound = visit.helpers.find((helper) => helper.lent?.ok && helper.normsAt === null)
    if (bound) ask('norms', 'workshop', inTime(bound.lent!.at, DECIDE))
  }
  for (const { survey } of ticket.visits) {
    if (survey && waitsForCallBack(survey)) ask('callBack', 'manager', callBackBy(survey.at!))
    if (survey && rateByPhone(survey))
      ask('ratePhone', 'coordinator', dueAfterWorkdays(survey.phone!.at, 1).at)
  }
  return found.sort((a, b) => a.due - b.due)
}
