// One visit as one person is sent it: each field with its kind, as the ticket's.
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import { faceRow, type Offered } from '../../../miniprogram/domain/door/lifecycle'
import { results } from '../../../miniprogram/domain/onsite/record'
import type { Kind } from '../../../miniprogram/domain/sight/kinds'
import { present, send, type Fields } from '../../../miniprogram/domain/sight/present'
import { callBackBy, changeableUntil, waitsForCallBack } from '../../../miniprogram/domain/survey/survey'
import type { Media, Visit } from '../../../miniprogram/domain/ticket/ticket'
import { stepsOf } from '../../../miniprogram/domain/visit/steps'
import type { MediaView, VisitView } from '../../../typings/contract'
import type { Seeing } from './seeing'
import * as shapes from './shapes'
import { dueIn } from '../../../miniprogram/domain/company/deadlines'
import type { Settings } from '../../../miniprogram/domain/company/settings'

interface OnVisit extends Seeing {
  visit: Visit
  ahead: Offered[][]
}

export const visitView = (at: OnVisit): VisitView => present(fields, at)

const fields: Fields<VisitView, OnVisit> = {
  id: ['identity', ({ visit }) => visit.id],
  state: ['identity', ({ visit }) => visit.state],
  words: ['identity', ({ visit, person }) => faceRow(visit.state)[person.side]],
  engineer: ['identity', engineerOf],
  crew: ['identity', ({ visit, sight }) => send(shapes.named, visit.crew, sight)],
  own: ['identity', ({ visit, person }) => visit.crew.some(({ pid }) => pid === person._id)],
  steps: ['identity', ({ visit }) => stepsOf(visit)],
  task: ['identity', ({ visit }) => visit.task],
  arriveBy: ['identity', ({ visit }) => visit.arriveBy],
  finishBy: ['identity', ({ visit }) => visit.finishBy],
  eta: ['identity', ({ visit }) => visit.eta],
  departedAt: ['identity', ({ visit }) => visit.departedAt],
  arrivedAt: ['identity', ({ visit }) => visit.arrivedAt],
  lateReason: ['identity', ({ visit }) => visit.lateReason],
  leftAt: ['identity', ({ visit }) => visit.leftAt],
  ahead: ['identity', ({ ahead }) => ahead],
  withdrawn: ['identity', ({ visit, sight }) => send(shapes.withdrawn, visit.withdrawn, sight)],
  media: ['identity', mediaFor],

  extras: ['change', (at) => extrasFor(at), []],
  delays: ['change', ({ visit, sight }) => send(shapes.delay, visit.delays, sight), []],
  days: ['record', ({ visit, sight }) => send(shapes.dayReport, visit.days, sight), []],
  report: ['record', reportFor, null],
  corrections: ['record', (at) => correctionsFor(at), []],
  rewrite: ['insideWords', ({ visit }) => visit.rewrite?.why ?? '', ''],
  receipt: ['receipt', (at) => receiptFor(at), null],
  survey: ['identity', (at) => surveyFor(at)],
  inside: ['inside', (at) => present(inside, at), null],
}

const inside: Fields<NonNullable<VisitView['inside']>, OnVisit> = {
  helpers: ['inside', ({ visit, sight }) => send(shapes.helper, visit.helpers, sight), []],
  prep: ['prep', ({ visit, sight }) => send(shapes.prep, visit.prep, sight), []],
  conduct: ['prep', ({ visit, sight }) => send(shapes.conduct, visit.conduct, sight), null],
  trip: ['trip', ({ visit, sight }) => send(shapes.trip, visit.trip, sight), null],
  route: ['trip', ({ visit, sight }) => send(shapes.route, visit.route, sight), null],
  paper: ['leaving', ({ visit, sight }) => send(shapes.paper, visit.paper, sight), null],
  exception: ['leaving', ({ visit, sight }) => send(shapes.exception, visit.exception, sight), null],
}

type Engineer = VisitView['engineer']
interface Leading extends OnVisit {
  record: Seeing['staff'][number] | undefined
}

function engineerOf(at: OnVisit): Engineer {
  const lead = at.visit.crew[0]
  return present(engineer, { ...at, record: at.staff.find((one) => one._id === lead?.pid) })
}

const engineer: Fields<Engineer, Leading> = {
  name: ['identity', ({ visit }) => visit.crew[0]?.name ?? ''],
  staffNo: ['identity', ({ record }) => record?.staffNo ?? ''],
  skills: ['identity', ({ record }) => record?.skills ?? []],
  visitsHere: ['identity', ({ visitsHere }) => visitsHere],
  phone: [
    'staffPhone',
    ({ ticket, record }) => (ticket.state === 'closed' ? null : (record?.phone ?? null)),
    null,
  ],
}

/** The customer is sent an extra only after the manager's yes. */
const extrasFor = ({ visit, sight }: OnVisit): VisitView['extras'] =>
  send(
    shapes.extra,
    visit.extras.filter(({ decision }) => decision?.ok || sight.has('insideChange')),
    sight,
  )

function reportFor({ visit: { report }, sight }: OnVisit): VisitView['report'] {
  if (!report) return null
  const words: { faultWords: string; resultWords: string } = {
    faultWords: faultWords(report.fault),
    resultWords: results[report.result],
  }
  return send(shapes.report, { ...report, ...words }, sight)
}

const correctionsFor = ({ visit, sight }: OnVisit): VisitView['corrections'] =>
  visit.corrections.map((one) =>
    send(shapes.correction, { ...one, faultWords: faultWords(one.fault) }, sight),
  )

type Receipt = NonNullable<VisitView['receipt']>
interface OnReceipt extends OnVisit {
  signed: NonNullable<Visit['receipt']>
}

const receiptFor = (at: OnVisit): Receipt | null =>
  at.visit.receipt && present(receipt, { ...at, signed: at.visit.receipt })

const receipt: Fields<Receipt, OnReceipt> = {
  no: ['identity', ({ signed }) => signed.no],
  form: ['identity', ({ signed }) => signed.form],
  signer: ['identity', ({ signed: { signer } }) => ({ name: signer.name, post: signer.post })],
  signature: ['signature', ({ signed }) => signed.signature, ''],
  checks: ['identity', (at) => checksOf(at)],
  note: ['identity', ({ signed }) => signed.note],
  at: ['identity', ({ signed }) => signed.at],
  hash: ['identity', ({ signed }) => signed.hash.slice(-4).toUpperCase()],
  code: ['departureCode', (at) => codeOf(at), null],
  intact: ['identity', ({ visit, broken }) => !broken.includes(visit.id)],
}

const checksOf = ({ signed: { checks } }: OnReceipt): Receipt['checks'] => ({
  running: checks.running,
  cleaned: checks.cleaned,
  oldParts: checks.oldParts,
})

const codeOf = ({ signed: { form, code, codeAt }, facts }: OnReceipt): Receipt['code'] =>
  form === 'phone' ? { digits: code, until: dueIn(facts.settings, 'leaveCodeMinutes', codeAt).at } : null

/** A low score is for the manager first: who goes out is sent it after the call-back. */
const scoreOf = ({ survey }: Visit, settings: Settings): Kind =>
  survey && waitsForCallBack(survey, settings) ? 'earlyScore' : 'score'

function mediaFor({ ticket, visit, media, sight, facts }: OnVisit): MediaView[] {
  const own = ticket.media.filter((one) => one.slot === visit.id || one.slot.startsWith(`${visit.id} `))
  return media(own.filter((one) => !isAnswer(visit, one) || sight.has(scoreOf(visit, facts.settings))))
}

/** What a customer says aloud belongs to his answer. */
const isAnswer = ({ survey }: Visit, one: Media): boolean =>
  survey?.by != null && one.by === survey.by.pid && one.at >= survey.askedAt

type Survey = NonNullable<VisitView['survey']>
interface OnSurvey extends OnVisit {
  said: NonNullable<Visit['survey']>
}

const surveyFor = (at: OnVisit): Survey | null =>
  at.visit.survey && present(survey, { ...at, said: at.visit.survey })

const score = ({ visit, facts }: OnSurvey): Kind => scoreOf(visit, facts.settings)
const isOwn = ({ said, person }: OnSurvey): boolean => said.by?.pid === person._id
/** The manager's call is told to our own people, when the score is. */
const callKind = (at: OnSurvey): Kind => (at.sight.has('insideWords') ? score(at) : 'scoreDesk')

const callBackOf = ({ said, facts: { settings } }: OnSurvey): number | null =>
  waitsForCallBack(said, settings) ? callBackBy(said.at!, settings) : null

const survey: Fields<Survey, OnSurvey> = {
  asked: ['identity', () => true],
  by: ['identity', ({ said }) => said.by?.name ?? ''],
  at: ['identity', ({ said }) => said.at],
  stars: [score, ({ said }) => said.stars, null],
  reasons: [score, ({ said }) => said.reasons, []],
  note: [score, ({ said }) => said.note, ''],
  callBack: [score, ({ said }) => said.callBack, false],
  callTime: [score, ({ said }) => said.callTime, ''],
  callBackBy: [score, (at) => callBackOf(at), null],
  changeableUntil: [score, (at) => (isOwn(at) ? changeableUntil(at.said, at.facts.settings) : null), null],
  nps: ['recommend', ({ said }) => said.nps, null],
  earlier: [
    (at) => (isOwn(at) ? score(at) : 'scoreDesk'),
    ({ said, sight }) => send(shapes.rating, said.earlier, sight),
    [],
  ],
  phone: ['scoreDesk', ({ said, sight }) => send(shapes.surveyPhone, said.phone, sight), null],
  called: [callKind, ({ said, sight }) => send(shapes.called, said.called, sight), null],
}
