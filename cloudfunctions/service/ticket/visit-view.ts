// One visit as one person may see it: the customer without trip, preparation and what was not approved.
import { faultWords } from '../../../miniprogram/domain/fault-tree'
import { faceRow, type Offered } from '../../../miniprogram/domain/lifecycle'
import { results } from '../../../miniprogram/domain/moves/record'
import { isLow } from '../../../miniprogram/domain/survey'
import type { Media, Ticket, Visit } from '../../../miniprogram/domain/ticket'
import { stepsOf } from '../../../miniprogram/domain/visit-steps'
import type { MediaView, VisitView } from '../../../typings/contract'
import type { PersonRecord } from '../../store/records'

interface Seeing {
  person: PersonRecord
  staff: readonly PersonRecord[]
  media: (one: Media) => MediaView
  intact: boolean
  visitsHere: number
  ahead: Offered[][]
  /** A number as this person may read it. */
  phone: (number: string) => string
}

export function visitView(ticket: Ticket, visit: Visit, seeing: Seeing): VisitView {
  const { person, media, intact } = seeing
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
    receipt: receiptFor(visit, person, intact),
    leftAt: visit.leftAt,
    survey: surveyFor(visit, person),
    media: ticket.media
      .filter((one) => one.slot === visit.id || one.slot.startsWith(`${visit.id} `))
      .filter((one) => !customer || !one.internal)
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

const DAY = 24 * 3600_000

function receiptFor({ receipt }: Visit, person: PersonRecord, intact: boolean): VisitView['receipt'] {
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
    code: shown ? { digits: code, until: codeAt + DAY } : null,
    intact,
  }
}

// A low score is for the manager first: the engineer sees it after the call-back.
function surveyFor({ survey }: Visit, person: PersonRecord): VisitView['survey'] {
  if (!survey) return null
  const engineerOnly = person.side === 'staff' && person.roles.every((role) => role === 'engineer')
  const hidden = engineerOnly && survey.stars !== null && (isLow(survey.stars) || survey.callBack)
  return {
    asked: true,
    stars: hidden ? null : survey.stars,
    reasons: hidden ? [] : survey.reasons,
    nps: engineerOnly ? null : survey.nps,
    note: hidden ? '' : survey.note,
    by: survey.by?.name ?? '',
    at: survey.at,
  }
}
