// A ticket as one person may see it: the customer without the maker's notes, the engineer without the code.
import { faultWords } from '../../../miniprogram/domain/fault-tree'
import { faceRow, movesFor } from '../../../miniprogram/domain/lifecycle'
import { maskPhone, relationsTo } from '../../../miniprogram/domain/people'
import { brokenReceipts } from '../../../miniprogram/domain/receipt'
import { isLow } from '../../../miniprogram/domain/survey'
import type { Actor, Facts } from '../../../miniprogram/domain/table'
import type { Media, Ticket, TicketEvent, Visit } from '../../../miniprogram/domain/ticket'
import { warrantyAt } from '../../../miniprogram/domain/warranty'
import { production, wishes } from '../../../miniprogram/domain/kinds'
import { shortTime } from '../../../miniprogram/domain/format'
import type { MediaView, TicketView, TimelineRow, VisitView } from '../../../typings/contract'
import { addressesOf } from '../../platform/files'
import { tickets } from '../../store/collections'
import { hash } from '../../store/ids'
import type { PersonRecord } from '../../store/records'
import { personOf } from '../caller'
import { faceFor } from './card'

export interface Viewing {
  person: PersonRecord
  staff: readonly PersonRecord[]
  facts: Facts
  now: number
}

/** The actor that a person is to a ticket. */
export function actorOf(person: PersonRecord, ticket: Ticket): Actor {
  const relations = relationsTo(personOf(person), ticket)
  return { pid: person._id, name: person.name, title: person.title, relations }
}

/** Everything a ticket page shows. */
export async function viewFor(ticket: Ticket, { person, staff, facts, now }: Viewing): Promise<TicketView> {
  const { side } = person
  const fileIds = ticket.media.flatMap((one) => (one.fileId ? [one.fileId] : []))
  const lead = ticket.lastLead
  const [urls, visitsHere] = await Promise.all([
    addressesOf(fileIds),
    lead ? tickets.count({ 'equipment.id': ticket.equipment.id, lastLead: lead }) : 0,
  ])
  const own = ticket.media.filter((one) => !/^v\d+/.test(one.slot))
  const broken = brokenReceipts(ticket, hash)
  const warranty = warrantyAt(ticket.equipment.warrantyUntil, now)
  const { serial, model, nickname } = ticket.equipment
  return {
    id: ticket._id,
    no: ticket.no,
    rev: ticket.rev,
    kind: ticket.kind,
    side,
    face: faceFor(ticket, side, now),
    companyName: ticket.companyName,
    equipment: { serial, model, nickname, warranty: { free: warranty.free, words: warranty.words } },
    symptom: ticket.symptom,
    description: ticket.description,
    production: production[ticket.production],
    wish: ticket.wish.at ? shortTime(ticket.wish.at, now) : wishes[ticket.wish.kind],
    contact: { name: ticket.contact.name, phone: phoneFor(ticket, person) },
    requestedAt: ticket.requestedAt,
    asked: ticket.asked,
    declined: ticket.declined,
    verification: verificationFor(ticket, side),
    media: own.map((one) => mediaView(one, urls)),
    visits: ticket.visits.map((visit) =>
      visitView(ticket, visit, person, staff, urls, !broken.includes(visit.id), visitsHere),
    ),
    moves: movesFor(ticket, actorOf(person, ticket), now, facts),
    timeline: timelineFor(ticket, person),
  }
}

// The number is for those who call: the contact himself, the office, and the crew that goes there.
function phoneFor(ticket: Ticket, person: PersonRecord): string {
  const relations = relationsTo(personOf(person), ticket)
  const calls = ['owner', 'crew', 'coordinator', 'manager'].some((one) => relations.includes(one as 'owner'))
  return calls ? ticket.contact.phone : maskPhone(ticket.contact.phone)
}

function verificationFor({ verification }: Ticket, side: 'customer' | 'staff'): TicketView['verification'] {
  if (!verification) return null
  const { by, at, charge, reason, note } = verification
  return { by: by.name, at, charge, reason, note: side === 'staff' ? note : '' }
}

const mediaView = ({ id, kind, slot, fileId }: Media, urls: Map<string, string>): MediaView => ({
  id,
  kind,
  slot,
  url: fileId ? (urls.get(fileId) ?? null) : null,
})

function visitView(
  ticket: Ticket,
  visit: Visit,
  person: PersonRecord,
  staff: readonly PersonRecord[],
  urls: Map<string, string>,
  intact: boolean,
  visitsHere: number,
): VisitView {
  const lead = visit.crew[0]!
  const record = staff.find((one) => one._id === lead.pid)
  const media = ticket.media.filter((one) => one.slot.startsWith(visit.id))
  return {
    id: visit.id,
    state: visit.state,
    engineer: {
      name: lead.name,
      staffNo: record?.staffNo ?? '',
      skills: record?.skills ?? [],
      phone: ticket.state === 'closed' ? null : (record?.phone ?? null),
      visitsHere,
    },
    task: visit.task,
    arriveBy: visit.arriveBy,
    finishBy: visit.finishBy,
    eta: visit.eta,
    departedAt: visit.departedAt,
    arrivedAt: visit.arrivedAt,
    lateReason: visit.lateReason,
    report: visit.report ? { ...visit.report, faultWords: faultWords(visit.report.fault) } : null,
    receipt: receiptFor(visit, person, intact),
    leftAt: visit.leftAt,
    survey: surveyFor(visit, person),
    media: media.map((one) => mediaView(one, urls)),
  }
}

const DAY = 24 * 3600_000

function receiptFor({ receipt }: Visit, person: PersonRecord, intact: boolean): VisitView['receipt'] {
  if (!receipt) return null
  const { no, signer, signature, checks, note, at, hash: digest, code } = receipt
  return {
    no,
    signer: { name: signer.name, post: signer.post },
    signature,
    checks,
    note,
    at,
    hash: digest.slice(-4).toUpperCase(),
    code: person.side === 'customer' ? { digits: code, until: at + DAY } : null,
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

function timelineFor(ticket: Ticket, person: PersonRecord): TimelineRow[] {
  const seen = ticket.events.filter((event) => person.side === 'staff' || !event.internal)
  return [...seen].reverse().map((event) => rowOf(event, person))
}

function rowOf(event: TicketEvent, person: PersonRecord): TimelineRow {
  const hidden =
    event.move === 'rate' && person.side === 'staff' && person.roles.every((role) => role === 'engineer')
  return {
    at: event.at,
    who: event.by.name,
    words: hidden ? '已评价' : event.words,
    category: faceRow(event.to).category,
  }
}
