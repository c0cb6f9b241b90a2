// A ticket as one person may see it: the customer without the maker's notes, the engineer without the code.
import { aheadOf } from '../../../miniprogram/domain/door/ahead'
import { acceptanceItems, jobOf, onsiteList } from '../../../miniprogram/domain/company/checklists'
import { termsOf } from '../../../miniprogram/domain/company/settings'
import { isoDay, shortTime } from '../../../miniprogram/domain/calendar/format'
import { production, sources, wishes } from '../../../miniprogram/domain/company/kinds'
import { faceRow, movesFor } from '../../../miniprogram/domain/door/lifecycle'
import { maskPhone, relationsTo } from '../../../miniprogram/domain/ticket/people'
import { scheduleOf, scheduleWords } from '../../../miniprogram/domain/installation/parts'
import { brokenReceipts } from '../../../miniprogram/domain/receipt/receipt'
import type { Actor, Facts } from '../../../miniprogram/domain/ticket/table'
import type { Media, Ticket, TicketEvent } from '../../../miniprogram/domain/ticket/ticket'
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { MediaView, TicketView, TimelineRow } from '../../../typings/contract'
import { addressesOf } from '../addresses'
import { hash } from '../../store/ids'
import type { PersonRecord } from '../../store/records'
import { personOf } from '../caller'
import { complaintView } from '../complaint/view'
import { d8sOfTicket } from '../d8/of-ticket'
import { withRole } from '../staff-on-duty'
import { faceFor } from './card'
import { findFor } from './known'
import { inquiryFor } from './inquiry-view'
import { outlineOf, seesOutline } from './outline'
import { inOffice, seesScore, visitView } from './visit-view'
import { daysBetween } from '../../../miniprogram/domain/calendar/days'

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

// A visit's photos stand with the visit, an answer's with the answer.
const isRequestsOwn = ({ inquiry }: Ticket, { id, slot }: Media): boolean =>
  !/^v\d+( |$)/.test(slot) && !inquiry?.thread.some((said) => said.media.includes(id))

/** What else was asked for at the same machine; a ticket without a machine has no such company. */
const atMachineOf = ({ equipment: { id } }: Ticket, pid: string) =>
  id === ''
    ? Promise.resolve([])
    : findFor(
        pid,
        { 'equipment.id': id },
        { limit: 100, only: ['lastLead', 'symptom', 'kind', 'requestedAt'] },
      )

/** Everything a ticket page shows. */
export async function viewFor(ticket: Ticket, viewing: Viewing): Promise<TicketView> {
  const { person, staff, facts, now } = viewing
  const { side } = person
  const fileIds = ticket.media.flatMap((one) => (one.fileId ? [one.fileId] : []))
  const [urls, atMachine, d8] = await Promise.all([
    addressesOf(fileIds),
    atMachineOf(ticket, person._id),
    d8sOfTicket(ticket._id, person),
  ])
  const media = (one: Media) => mediaView(one, urls)
  const broken = brokenReceipts(ticket, hash)
  const visitsHere = atMachine.filter((one) => one.lastLead && one.lastLead === ticket.lastLead).length
  const earlier = atMachine.filter(
    ({ _id, symptom }) => _id !== ticket._id && symptom !== null && symptom === ticket.symptom,
  )
  const phone = (number: string) => phoneFor(ticket, person, number)
  const warranty = warrantyAt(ticket.equipment.warrantyUntil, now)
  const { serial, model, nickname } = ticket.equipment
  const actor = actorOf(person, ticket)
  const view: TicketView = {
    id: ticket._id,
    no: ticket.no,
    rev: ticket.rev,
    kind: ticket.kind,
    side,
    outline: false,
    face: faceFor(ticket, side, now, facts.settings),
    companyName: ticket.companyName,
    equipment: {
      serial,
      model,
      nickname,
      warranty: { free: warranty.free, words: serial ? warranty.words : '' },
    },
    subject: ticket.subject,
    symptom: ticket.symptom,
    description: ticket.description,
    production: production[ticket.production],
    wish: ticket.wish.at ? shortTime(ticket.wish.at, now) : wishes[ticket.wish.kind],
    contact: { name: ticket.contact.name, phone: phone(ticket.contact.phone) },
    requestedAt: ticket.requestedAt,
    asked: ticket.asked,
    declined: ticket.declined,
    verification: verificationFor(ticket, side),
    media: ticket.media
      .filter((one) => isRequestsOwn(ticket, one) && (side === 'staff' || !one.internal))
      .map(media),
    ...handling(ticket, now),
    inquiry: inquiryFor(ticket, side, media),
    merged: mergedFor(ticket, person),
    lists: listsOf(ticket),
    inside: side === 'customer' ? null : insideOf(ticket, earlier.length, d8, viewing),
    manager: managerOf(ticket, staff),
    complaint: complaintView(ticket, side, facts.settings),
    visits: ticket.visits.map((visit) =>
      visitView(ticket, visit, {
        person,
        staff,
        settings: facts.settings,
        media,
        intact: !broken.includes(visit.id),
        visitsHere,
        ahead: aheadOf(ticket, visit.id, actorOf(person, ticket), now, facts),
        phone,
      }),
    ),
    moves: movesFor(ticket, actor, now, facts),
    terms: termsOf(facts.settings),
    timeline: timelineFor(ticket, person),
  }
  return seesOutline(actor.relations) ? outlineOf(view) : view
}

type Handling =
  | 'source'
  | 'special'
  | 'consent'
  | 'quote'
  | 'site'
  | 'waitingPart'
  | 'install'
  | 'plan'
  | 'reschedule'
  | 'urgedAt'
  | 'escalated'
  | 'reopened'
  | 'follows'
  | 'mergedInto'
  | 'became'
  | 'cameFrom'

function handling(ticket: Ticket, now: number): Pick<TicketView, Handling> {
  const { escalated, urges } = ticket
  return {
    source: {
      label: sources[ticket.source],
      letterNo: ticket.letterNo,
      author: ticket.author?.name ?? '',
      enteredAt: ticket.createdAt,
    },
    special: ticket.special,
    consent: ticket.consent,
    quote: ticket.quote,
    site: ticket.site,
    waitingPart: ticket.state === 'waiting_part' ? ticket.waitingPart : null,
    install: ticket.install,
    plan: planOf(ticket, now),
    reschedule: ticket.reschedule,
    urgedAt: urges[urges.length - 1]?.at ?? null,
    escalated:
      escalated && escalated.due === ticket.due
        ? { to: escalated.to?.name ?? '上级', at: escalated.at, answerBy: escalated.answerBy }
        : null,
    reopened: ticket.reopened,
    follows: ticket.follows,
    mergedInto: ticket.mergedInto,
    became: ticket.became,
    cameFrom: ticket.cameFrom,
  }
}

// Whom to call about what was merged: a name, and for those who call the number.
const mergedFor = (ticket: Ticket, person: PersonRecord): TicketView['merged'] =>
  ticket.merged.map(({ id, no, description, contact, requestedAt }) => ({
    id,
    no,
    description,
    contact: `${contact.name} ${phoneFor(ticket, person, contact.phone)}`.trim(),
    requestedAt,
  }))

function planOf({ plan, visits }: Ticket, now: number): TicketView['plan'] {
  if (!plan) return null
  const schedule = scheduleOf(plan, isoDay(now))
  return {
    steps: plan.steps,
    schedule: scheduleWords[schedule],
    late: schedule === 'late',
    today: dayOf(visits[visits.length - 1], now),
  }
}

/** 第 3 天 / 共 7 天 of the running visit, '' before arrival. */
function dayOf(visit: Ticket['visits'][number] | undefined, now: number): string {
  if (!visit?.arrivedAt || visit.leftAt) return ''
  const days = (from: number, to: number) => daysBetween(isoDay(from), isoDay(to)) + 1
  return `第 ${days(visit.arrivedAt, now)} 天 / 共 ${Math.max(days(visit.arrivedAt, visit.finishBy), 1)} 天`
}

function listsOf(ticket: Ticket): TicketView['lists'] {
  const { ticks, photos } = onsiteList(
    jobOf(ticket.kind, ticket.install?.mode ?? null),
    ticket.equipment.model,
  )
  return { ticks: [...ticks], photos: [...photos], acceptance: ticket.plan ? acceptanceItems() : [] }
}

const insideOf = (
  ticket: Ticket,
  repeats: number,
  d8: NonNullable<TicketView['inside']>['d8'],
  { person, facts: { settings } }: Viewing,
): TicketView['inside'] => ({
  d8,
  helps: ticket.helps,
  appraisal: ticket.appraisal,
  // who goes out does not learn of a low score from what is asked of others
  asks: ticket.asks.filter(
    ({ kind }) => kind !== 'callBack' || ticket.visits.every((visit) => seesScore(visit, person, settings)),
  ),
  returnCalls: inOffice(person) ? ticket.returnCalls : [],
  repeats,
  lookers: [],
})

// From dispatch to closing the customer and the crew may call the manager.
function managerOf(ticket: Ticket, staff: readonly PersonRecord[]): TicketView['manager'] {
  const manager = withRole(staff, 'manager')[0]
  return manager && ticket.state === 'visiting' ? { name: manager.name, phone: manager.phone } : null
}

// The number is for those who call: the contact himself, the office, the crew that goes there, and who guides
// from afar or answers while he does.
function phoneFor(ticket: Ticket, person: PersonRecord, phone: string): string {
  const relations = relationsTo(personOf(person), ticket)
  const calls = ['owner', 'crew', 'coordinator', 'manager'].some((one) => relations.includes(one as 'owner'))
  const guides = ticket.state === 'remote' && relations.includes('technical')
  // who handles a complaint calls the customer, the general manager too
  const handles = ticket.complaint !== null && ticket.holder?.pid === person._id
  const answers =
    ticket.inquiry !== null &&
    ticket.category !== 'closed' &&
    (['technical', 'answerer'] as const).some((one) => relations.includes(one))
  return calls || guides || handles || answers ? phone : maskPhone(phone)
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

function timelineFor(ticket: Ticket, person: PersonRecord): TimelineRow[] {
  const seen = ticket.events.filter((event) => person.side === 'staff' || !event.internal)
  // what was recorded offline arrives late: it stands where it happened
  return [...seen]
    .reverse()
    .sort((a, b) => b.at - a.at)
    .map(rowOf)
}

function rowOf(event: TicketEvent): TimelineRow {
  return {
    at: event.at,
    uploadedAt: event.uploadedAt ?? null,
    who: event.by.name,
    words: event.words,
    category: faceRow(event.to).category,
  }
}
