// approve.open: what waits for this person's yes or no, with the evidence: cost, route, overlaps, the same city.
import type { MoveName } from '../../../miniprogram/domain/door/inputs'
import { movesFor, type Offered } from '../../../miniprogram/domain/door/lifecycle'
import { dayTime } from '../../../miniprogram/domain/calendar/format'
import type { Facts } from '../../../miniprogram/domain/ticket/table'
import { visitOf, type Visit } from '../../../miniprogram/domain/ticket/ticket'
import type { Kind as Sort } from '../../../miniprogram/domain/sight/kinds'
import { present, send, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOn } from '../../../miniprogram/domain/sight/readers'
import type { Approval, Card, Outputs } from '../../../typings/contract'
import { addressesOf } from '../addresses'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { personOf, staff as staffOnly } from '../caller'
import { runningJobs } from '../dispatch/jobs'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { cardsFor, listless } from '../ticket/card'
import { findFor } from '../ticket/known'
import { seen } from '../ticket/seen'
import { actorOf, mediaFor } from '../ticket/seeing'
import * as shapes from '../ticket/shapes'
import { eventWords } from '../ticket/timeline'

type Kind = Approval['kind']
/** Each kind's yes and no. */
const pairs: Readonly<Record<Kind, readonly [MoveName, MoveName]>> = {
  consent: ['consent', 'refuseConsent'],
  trip: ['approveTrip', 'rejectTrip'],
  extra: ['approveExtra', 'rejectExtra'],
  route: ['agreeRoute', 'refuseRoute'],
  exception: ['allowException', 'refuseException'],
}
const titles: Readonly<Record<Kind, string>> = {
  consent: '特殊情况',
  trip: '出差审批',
  extra: '增项审批',
  route: '变更路线',
  exception: '例外离场',
}
const MOST = 50

export const open: Action<'approve.open'> = async (caller, { id }) => {
  const [person, staff, found, running] = await Promise.all([
    staffOnly(caller, 'manager', 'generalManager'),
    staffOnDuty(),
    id ? seen(caller, id).then((one) => [one]) : waiting(caller.pid),
    runningJobs(caller.pid),
  ])
  const rows = await Promise.all(
    found.map(async (ticket) => {
      const facts = await factsFor(ticket, staff, caller.now)
      return approvalsOf(ticket, { person, facts, now: caller.now, running })
    }),
  )
  const items = rows.flat().sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity))
  return { items, last: id && items.length === 0 ? lastOf(found[0]!, person) : null }
}

/** Who was faster, when nothing waits on a ticket any more. */
function lastOf(ticket: TicketRecord, person: PersonRecord): Outputs['approve.open']['last'] {
  const last = ticket.events[ticket.events.length - 1]
  const sight = sightOn(personOf(person), ticket)
  return last ? { who: last.by.name, at: last.at, words: eventWords(ticket, last, sight) } : null
}

async function waiting(pid: string): Promise<TicketRecord[]> {
  const options = { limit: MOST, without: ['events', 'untold'] as const }
  const lists = await Promise.all([
    findFor(
      pid,
      { face: { in: ['gm_review', 'trip_pending', 'extra_review'] } },
      { ...options, order: ['rank', 'asc'] },
    ),
    findFor(pid, { askManager: { gt: '' } }, { ...options, order: ['askManager', 'asc'] }),
  ])
  const all = lists.flat()
  return all.filter((one, i) => all.findIndex((other) => other._id === one._id) === i)
}

interface Judging {
  person: PersonRecord
  facts: Facts
  now: number
  running: TicketRecord[]
}

async function approvalsOf(ticket: TicketRecord, judging: Judging): Promise<Approval[]> {
  const { person, facts, now } = judging
  const moves = movesFor(ticket, actorOf(person, ticket), now, facts)
  const offered = (name: MoveName) => moves.find((one) => one.move === name)
  const kinds = (Object.keys(pairs) as Kind[]).flatMap((kind) => {
    const [yes, no] = pairs[kind].map(offered)
    return yes && no ? [{ kind, yes, no }] : []
  })
  return Promise.all(kinds.map(({ kind, yes, no }) => approval(ticket, kind, yes, no, judging)))
}

async function approval(
  ticket: TicketRecord,
  kind: Kind,
  yes: Offered,
  no: Offered,
  { person, now, running }: Judging,
): Promise<Approval> {
  const visit = visitOf(ticket)
  const sight = sightOn(personOf(person), ticket)
  const fileIds = ticket.media.flatMap((one) => (one.fileId ? [one.fileId] : []))
  const [nearby, urls] = await Promise.all([
    findFor(
      person._id,
      { city: ticket.city, category: 'us' },
      { limit: 10, order: ['rank', 'asc'], without: listless },
    ),
    addressesOf(fileIds),
  ])
  const sameCity = nearby.filter((one) => one._id !== ticket._id)
  return present(fields, {
    ...{ ticket, visit, kind, yes, no, sight, running, urls },
    sameCity: await cardsFor(sameCity, person, now),
    asked: asked(kind, ticket, visit),
  })
}

type Asked = Pick<Approval, 'who' | 'why' | 'lines' | 'total'>
interface OnApproval extends Seen {
  ticket: TicketRecord
  visit: Visit | null
  kind: Kind
  yes: Offered
  no: Offered
  running: TicketRecord[]
  urls: Map<string, string>
  sameCity: Card[]
  asked: Asked
}

/** A journey is our money, extra work the customer's. */
const money = ({ kind }: OnApproval): Sort => (kind === 'trip' ? 'cost' : 'price')

const fields: Fields<Approval, OnApproval> = {
  id: ['identity', ({ ticket }) => ticket._id],
  visit: ['identity', ({ yes }) => yes.visit],
  kind: ['identity', ({ kind }) => kind],
  title: ['approval', (at) => titleOf(at), ''],
  company: ['identity', ({ ticket }) => ticket.companyName],
  city: ['identity', ({ ticket }) => ticket.city],
  subject: ['identity', ({ ticket }) => `${ticket.equipment.model} · ${ticket.subject}`],
  who: ['approval', ({ asked: { who } }) => who, ''],
  why: ['approval', ({ asked: { why } }) => why, ''],
  lines: [money, ({ asked: { lines }, sight }) => send(shapes.lines, lines, sight), []],
  total: [money, ({ asked: { total } }) => total, 0],
  due: ['identity', ({ ticket, kind }) => ticket.asks.find((one) => one.kind === kind)?.due ?? ticket.due],
  article: ['identity', ({ yes }) => yes.article ?? '18.1'],
  yes: ['identity', ({ yes }) => yes],
  no: ['identity', ({ no }) => no],
  trip: ['trip', ({ visit, sight }) => send(shapes.trip, visit?.trip ?? null, sight), null],
  newLegs: ['trip', (at) => newLegsOf(at), []],
  overlaps: ['approval', ({ ticket, visit, running }) => (visit ? overlaps(ticket, visit, running) : []), []],
  sameCity: ['approval', ({ sameCity }) => sameCity, []],
  media: ['identity', ({ ticket, urls, sight }) => mediaFor(ticket.media, urls, sight)],
}

const titleOf = ({ kind, ticket, visit }: OnApproval): string =>
  `${titles[kind]} · ${visit && kind !== 'consent' ? (visit.crew[0]?.name ?? '') : ticket.companyName}`

const newLegsOf = ({ kind, visit, sight }: OnApproval): Approval['newLegs'] =>
  send(shapes.legs, kind === 'route' ? (visit?.route?.legs ?? []) : [], sight)

function asked(kind: Kind, ticket: TicketRecord, visit: Visit | null): Asked {
  const none = { lines: [], total: 0 }
  if (kind === 'consent' || !visit)
    return { who: ticket.verification?.by.name ?? ticket.author?.name ?? '', why: ticket.special, ...none }
  if (kind === 'trip')
    return {
      who: visit.trip!.by.name,
      why: visit.trip!.task,
      lines: visit.trip!.costs,
      total: visit.trip!.total,
    }
  if (kind === 'route') return { who: visit.route!.by.name, why: visit.route!.reason, ...none }
  if (kind === 'exception') return { who: visit.exception!.by.name, why: visit.exception!.reason, ...none }
  const extra = visit.extras[visit.extras.length - 1]!
  return { who: extra.by.name, why: `${extra.what}:${extra.reason}`, lines: extra.lines, total: extra.total }
}

function overlaps(ticket: TicketRecord, visit: Visit, running: TicketRecord[]): Approval['overlaps'] {
  const crew = visit.crew.map((one) => one.pid)
  return running
    .filter((one) => one._id !== ticket._id)
    .filter((one) => {
      const other = one.visits[one.visits.length - 1]!
      const same = other.crew.some(({ pid }) => crew.includes(pid))
      return same && other.arriveBy < visit.finishBy && visit.arriveBy < other.finishBy
    })
    .map((one) => {
      const { arriveBy, finishBy, crew: people } = one.visits[one.visits.length - 1]!
      const words = `${people[0]!.name} ${dayTime(arriveBy)} – ${dayTime(finishBy)}`
      return { id: one._id, no: one.no, title: `${one.companyName} ${one.equipment.model}`, words }
    })
}
