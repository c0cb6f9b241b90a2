// A ticket as one person is sent it: each field with its kind; domain/sight/table.ts says who is sent which.
import { aheadOf } from '../../../miniprogram/domain/door/ahead'
import { acceptanceItems, jobOf, onsiteList } from '../../../miniprogram/domain/company/checklists'
import { isoDay, shortTime } from '../../../miniprogram/domain/calendar/format'
import { production, sources, wishes } from '../../../miniprogram/domain/company/kinds'
import { movesFor } from '../../../miniprogram/domain/door/lifecycle'
import { declinedWords } from '../../../miniprogram/domain/intake/verification'
import { scheduleOf, scheduleWords } from '../../../miniprogram/domain/installation/parts'
import { present, send, type Fields } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import { termsFor } from '../../../miniprogram/domain/sight/terms'
import type { Ask } from '../../../miniprogram/domain/ticket/asks'
import type { Media, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { TicketView } from '../../../typings/contract'
import { complaintView } from '../complaint/view'
import { withRole } from '../staff-on-duty'
import { faceFor, faceOfGone } from './card'
import { inquiryFor } from './inquiry-view'
import { daysBetween } from '../../../miniprogram/domain/calendar/days'
import { seeingOf, type Seeing, type Viewing } from './seeing'
import * as shapes from './shapes'
import { timelineFor } from './timeline'
import { visitView } from './visit-view'

/** Everything of a ticket that a person is sent. */
export const viewFor = async (ticket: Ticket, viewing: Viewing): Promise<TicketView> =>
  present(fields, await seeingOf(ticket, viewing))

const noSite: TicketView['site'] = { items: [], confirmed: null, readyOn: null, note: '' }

const fields: Fields<TicketView, Seeing> = {
  id: ['identity', ({ ticket }) => ticket._id],
  no: ['identity', ({ ticket }) => ticket.no],
  rev: ['identity', ({ ticket }) => ticket.rev],
  kind: ['identity', ({ ticket }) => ticket.kind],
  side: ['identity', ({ person }) => person.side],
  outline: ['identity', ({ sight }) => !sight.has('request')],
  companyName: ['identity', ({ ticket }) => ticket.companyName],
  equipment: ['identity', equipmentOf],
  subject: ['identity', ({ ticket }) => ticket.subject],
  requestedAt: ['identity', ({ ticket }) => ticket.requestedAt],
  source: ['identity', (at) => sourceOf(at)],
  follows: ['identity', ({ ticket, sight }) => send(shapes.links, ticket.follows, sight)],
  mergedInto: ['identity', ({ ticket, sight }) => send(shapes.links, ticket.mergedInto, sight)],
  became: ['identity', ({ ticket, sight }) => send(shapes.links, ticket.became, sight)],
  cameFrom: ['identity', ({ ticket, sight }) => send(shapes.links, ticket.cameFrom, sight)],
  reopened: ['identity', ({ ticket }) => ticket.reopened],
  terms: ['identity', ({ facts, sight }) => termsFor(facts.settings, sight)],

  face: [
    'state',
    ({ ticket, person, now, facts }) => faceFor(ticket, person.side, now, facts.settings),
    faceOfGone,
  ],
  moves: ['state', ({ ticket, actor, now, facts }) => movesFor(ticket, actor, now, facts), []],
  visits: ['state', (at) => visitsOf(at), []],
  lists: ['state', ({ ticket }) => listsOf(ticket), { ticks: [], photos: [], acceptance: [] }],
  waitingPart: ['state', (at) => partAwaited(at), null],
  urgedAt: ['state', ({ ticket: { urges } }) => urges[urges.length - 1]?.at ?? null, null],
  escalated: ['state', ({ ticket }) => escalatedOf(ticket), null],

  symptom: ['request', ({ ticket }) => ticket.symptom, null],
  description: ['request', ({ ticket }) => ticket.description, ''],
  production: ['request', ({ ticket }) => production[ticket.production], ''],
  wish: ['request', (at) => wishOf(at), ''],
  asked: ['request', ({ ticket }) => ticket.asked, ''],
  declined: ['request', ({ ticket }) => declinedWords(ticket), ''],
  reschedule: ['request', ({ ticket, sight }) => send(shapes.reschedule, ticket.reschedule, sight), null],
  merged: ['request', (at) => mergedFor(at), []],
  contact: ['state', (at) => contactOf(at), { name: '', phone: '' }],
  media: ['identity', ({ ticket, media }) => media(ticket.media.filter((one) => isRequestsOwn(ticket, one)))],

  verification: ['charge', verificationFor, null],
  quote: ['change', ({ ticket, sight }) => send(shapes.quote, ticket.quote, sight), null],
  site: ['site', ({ ticket, sight }) => send(shapes.site, ticket.site, sight), noSite],
  install: ['plan', ({ ticket, sight }) => send(shapes.install, ticket.install, sight), null],
  plan: ['plan', planOf, null],
  special: ['insideWords', ({ ticket }) => ticket.special, ''],
  consent: ['insideWords', ({ ticket, sight }) => send(shapes.consent, ticket.consent, sight), null],
  inquiry: ['inquiry', inquiryFor, null],
  complaint: ['complaint', complaintView, null],
  inside: ['inside', (at) => present(inside, at), null],
  manager: ['staffPhone', managerOf, null],
  timeline: ['history', ({ ticket, sight }) => timelineFor(ticket, sight), []],
}

const inside: Fields<NonNullable<TicketView['inside']>, Seeing> = {
  d8: ['inside', ({ d8 }) => d8, null],
  helps: ['support', ({ ticket, sight }) => send(shapes.help, ticket.helps, sight), []],
  // who goes out does not learn of a low score from what is asked of others
  asks: [
    'support',
    ({ ticket, sight }) =>
      send(
        shapes.ask,
        ticket.asks.filter((one) => isAsked(one, sight)),
        sight,
      ),
    [],
  ],
  repeats: ['support', ({ repeats }) => repeats, 0],
  lookers: ['support', ({ lookers }) => lookers, []],
  appraisal: ['appraisal', ({ ticket, sight }) => send(shapes.appraisal, ticket.appraisal, sight), null],
  returnCalls: ['returnCalls', ({ ticket, sight }) => send(shapes.returnCall, ticket.returnCalls, sight), []],
}

const isAsked = ({ kind }: Ask, sight: Sight): boolean => kind !== 'callBack' || sight.has('earlyScore')

function equipmentOf({ ticket: { equipment }, now }: Seeing): TicketView['equipment'] {
  const { serial, model, nickname, warrantyUntil } = equipment
  const { free, words } = warrantyAt(warrantyUntil, now)
  return { serial, model, nickname, warranty: { free, words: serial ? words : '' } }
}

const sourceOf = ({ ticket }: Seeing): TicketView['source'] => ({
  label: sources[ticket.source],
  letterNo: ticket.letterNo,
  author: ticket.author?.name ?? '',
  enteredAt: ticket.createdAt,
})

const visitsOf = (at: Seeing): TicketView['visits'] =>
  at.ticket.visits.map((visit) => {
    const { ticket, actor, now, facts } = at
    return visitView({ ...at, visit, ahead: aheadOf(ticket, visit.id, actor, now, facts) })
  })

const partAwaited = ({ ticket: { state, waitingPart } }: Seeing): TicketView['waitingPart'] =>
  state === 'waiting_part' && waitingPart ? { name: waitingPart.name, eta: waitingPart.eta } : null

const escalatedOf = ({ escalated, due }: Ticket): TicketView['escalated'] =>
  escalated && escalated.due === due
    ? { to: escalated.to?.name ?? '上级', at: escalated.at, answerBy: escalated.answerBy }
    : null

const wishOf = ({ ticket: { wish }, now }: Seeing): string =>
  wish.at ? shortTime(wish.at, now) : wishes[wish.kind]

const contactOf = ({ ticket: { contact }, phone }: Seeing): TicketView['contact'] => ({
  name: contact.name,
  phone: phone(contact.phone),
})

// A visit's photos stand with the visit, an answer's with the answer.
const isRequestsOwn = ({ inquiry }: Ticket, { id, slot }: Media): boolean =>
  !/^v\d+( |$)/.test(slot) && !inquiry?.thread.some((said) => said.media.includes(id))

// Whom to call about what was merged: a name, and for those who call the number.
const mergedFor = ({ ticket, phone }: Seeing): TicketView['merged'] =>
  ticket.merged.map(({ id, no, description, contact, requestedAt }) => ({
    id,
    no,
    description,
    contact: `${contact.name} ${phone(contact.phone)}`.trim(),
    requestedAt,
  }))

function verificationFor({ ticket: { verification }, sight }: Seeing): TicketView['verification'] {
  if (!verification) return null
  const { by, at, charge, reason, note } = verification
  return { by: by.name, at, charge, reason, note: sight.has('insideWords') ? note : '' }
}

function planOf({ ticket: { plan, visits }, now, sight }: Seeing): TicketView['plan'] {
  if (!plan) return null
  const schedule = scheduleOf(plan, isoDay(now))
  return {
    steps: send(shapes.milestone, plan.steps, sight),
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

// From dispatch to closing the customer and the crew may call the manager.
function managerOf({ ticket, staff }: Seeing): TicketView['manager'] {
  const manager = withRole(staff, 'manager')[0]
  return manager && ticket.state === 'visiting' ? { name: manager.name, phone: manager.phone } : null
}
