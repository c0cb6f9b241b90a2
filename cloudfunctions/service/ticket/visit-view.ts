// One visit as one person may see it: the customer without trip, preparation and what was not approved.
import { dueIn } from '../../../miniprogram/domain/company/deadlines'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import { faceRow, type Offered } from '../../../miniprogram/domain/door/lifecycle'
import { results } from '../../../miniprogram/domain/onsite/record'
import { callBackBy, changeableUntil, waitsForCallBack } from '../../../miniprogram/domain/survey/survey'
import type { Media, Ticket, Visit } from '../../../miniprogram/domain/ticket/ticket'
import { stepsOf } from '../../../miniprogram/domain/visit/steps'
import type { MediaView, VisitView } from '../../../typings/contract'
import type { PersonRecord } from '../../store/records'

interface Seeing {
  person: PersonRecord
  staff: readonly PersonRecord[]
  settings: Settings
  media: (one: Media) => MediaView
  intact: boolean
  visitsHere: number
  ahead: Offered[][]
  /** A number as this person may read it. */
  phone: (number: string) => string
}

export function visitView(ticket: Ticket, visit: Visit, seeing: Seeing): VisitView {
  const { person, media, settings } = seeing
  const customer = person.side === 'customer'
  const { report } = visit
  return {
    id: visit.id,
    state: visit.state,
    words: faceRow(visit.state)[person.side],
    engineer: engineerOf(ticket, visit, seeing),
    crew: visit.crew,
    own: visit.crew.some(({ pid }) => pid === person._id),
    steps: stepsOf(visit),
    task: visit.task,
    arriveBy: visit.arriveBy,
    finishBy: visit.finishBy,
    eta: visit.eta,
    departedAt: visit.departedAt,
    arrivedAt: visit.arrivedAt,
    lateReason: visit.lateReason,
    extras: visit.extras.filter((extra) => !customer || extra.decision?.ok),
    delays: visit.delays,
    days: visit.days,
    report: report
      ? { ...report, faultWords: faultWords(report.fault), resultWords: results[report.result] }
      : null,
    receipt: receiptFor(visit, seeing),
    leftAt: visit.leftAt,
    survey: surveyFor(visit, person, settings),
    corrections: visit.corrections.map((one) => ({ ...one, faultWords: faultWords(one.fault) })),
    rewrite: customer ? '' : (visit.rewrite?.why ?? ''),
    media: ticket.media
      .filter((one) => one.slot === visit.id || one.slot.startsWith(`${visit.id} `))
      .filter((one) => !customer || !one.internal)
      .filter((one) => seesScore(visit, person, settings) || !isAnswer(visit, one))
      .map(media),
    withdrawn: visit.withdrawn,
    ahead: seeing.ahead,
    inside: customer ? null : insideOf(visit, seeing.phone),
  }
}

function engineerOf(ticket: Ticket, visit: Visit, { staff, visitsHere }: Seeing): VisitView['engineer'] {
  const lead = visit.crew[0]
  const record = staff.find((one) => one._id === lead?.pid)
  return {
    name: lead?.name ?? '',
    staffNo: record?.staffNo ?? '',
    skills: record?.skills ?? [],
    phone: ticket.state === 'closed' ? null : (record?.phone ?? null),
    visitsHere,
  }
}

const insideOf = (
  { helpers, trip, route, prep, conduct, paper, exception }: Visit,
  phone: Seeing['phone'],
): VisitView['inside'] => ({
  helpers,
  trip,
  route,
  prep,
  conduct,
  paper: paper && { ...paper, phone: phone(paper.phone) },
  exception,
})

function receiptFor({ receipt }: Visit, { person, intact, settings }: Seeing): VisitView['receipt'] {
  if (!receipt) return null
  const { no, form, signer, signature, checks, note, at, hash: digest, code, codeAt } = receipt
  const shown = person.side === 'customer' && form === 'phone'
  return {
    no,
    form,
    signer: { name: signer.name, post: signer.post },
    signature,
    checks,
    note,
    at,
    hash: digest.slice(-4).toUpperCase(),
    code: shown ? { digits: code, until: dueIn(settings, 'leaveCodeMinutes', codeAt).at } : null,
    intact,
  }
}

/** What a customer says aloud belongs to his answer. */
const isAnswer = ({ survey }: Visit, one: Media): boolean =>
  survey?.by != null && one.by === survey.by.pid && one.at >= survey.askedAt

const office = ['coordinator', 'manager', 'generalManager', 'quality'] as const

/** Who leads and plans: sees what customers say of those who go out. */
export const inOffice = ({ side, roles }: PersonRecord): boolean =>
  side === 'staff' && office.some((role) => roles.includes(role))

/** A low score is for the manager first: who goes out sees it after the call-back. */
export function seesScore({ survey }: Visit, person: PersonRecord, settings: Settings): boolean {
  if (person.side === 'customer' || inOffice(person)) return true
  return survey !== null && survey.stars !== null && !waitsForCallBack(survey, settings)
}

function surveyFor(visit: Visit, person: PersonRecord, settings: Settings): VisitView['survey'] {
  const { survey } = visit
  if (!survey) return null
  const seen = seesScore(visit, person, settings)
  const staff = person.side === 'staff'
  const inside = inOffice(person)
  return {
    asked: true,
    stars: seen ? survey.stars : null,
    reasons: seen ? survey.reasons : [],
    nps: staff && !inside ? null : survey.nps,
    note: seen ? survey.note : '',
    callBack: seen && survey.callBack,
    callTime: survey.callTime,
    by: survey.by?.name ?? '',
    at: survey.at,
    changeableUntil: survey.by?.pid === person._id ? changeableUntil(survey, settings) : null,
    callBackBy: seen && waitsForCallBack(survey, settings) ? callBackBy(survey.at!, settings) : null,
    earlier: inside || survey.by?.pid === person._id ? survey.earlier : [],
    phone: inside ? survey.phone : null,
    called: inside || (staff && seen) ? survey.called : null,
  }
}
