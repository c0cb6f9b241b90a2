// A case: what statistics need to know of one ticket, or of one line of an old ledger. No words of the customer.
import { isoDay } from '../calendar/format'
import { calendarOf, lengthOf } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { Kind } from '../company/kinds'
import { agreedPrice, total } from '../ticket/parts'
import type { Ticket, TicketEvent, Visit } from '../ticket/ticket'
import { workingMinutes } from '../calendar/working-time'
import { MINUTE } from '../calendar/units'
import { isDone } from '../visit/parts'

export interface Case {
  _id: string
  ticketId: string | null
  no: string
  source: 'ticket' | 'import'
  kind: Kind
  /** A fault that happened: not declined, cancelled or merged into another. */
  counted: boolean
  /** Local day of the request. */
  day: string
  /** Unique and in the order of time. */
  rank: string
  model: string
  /** YYMM of the serial, '' when it does not say. */
  batch: string
  serial: string
  companyId: string
  companyName: string
  title: string
  /** Leaf of the fault tree, '' while unclassified, and the classes above it. */
  fault: string
  l2: string
  l1: string
  /** Minutes by the calendar that production stood still. */
  downtime: number
  /** Whole yuan. */
  cost: number
  /** Visits that are over. */
  visits: CaseVisit[]
  /** Working minutes to the first answer of a person, and to the solution less pauses; null while there is none. */
  response: number | null
  resolution: number | null
  /** Minutes of repair on all visits; null when none was recorded. */
  repair: number | null
  /** Solved on the first visit, whatever came after. */
  firstFix: boolean
  /** Another visit for the same fault of the machine followed soon; see `repeats`. */
  again: boolean
  hiddenFrom: string | null
}

/** When somebody was there. */
export interface CaseVisit {
  from: number
  to: number
}

/** What an old ledger's line or a ticket says; the rest follows from it. */
export type CaseFacts = Omit<Case, 'rank' | 'batch' | 'l1' | 'l2' | 'again'>

/** A case of its facts. */
export function caseFrom(facts: CaseFacts): Case {
  const [l1 = '', l2 = ''] = facts.fault.split('-')
  return {
    ...facts,
    rank: `${facts.day}-${facts._id}`,
    batch: batchOf(facts.serial),
    l1,
    l2: l2 && `${l1}-${l2}`,
    again: false,
  }
}

/** A rank after all of a day. */
export const afterDay = (day: string): string => `${day}~`

/** The facts of a ticket as a case. */
export function caseOf(ticket: Ticket, settings: Settings): Case {
  const ended = endedVisits(ticket)
  const solved = solvedAt(ticket)
  // what went into another ticket was answered there
  const answered = ticket.state === 'merged' ? null : (ticket.events.find(isAnswer)?.at ?? null)
  const hours = ended.flatMap((visit) => (visit.report ? [visit.report.hours] : []))
  const minutesTo = (at: number | null) =>
    at === null
      ? null
      : Math.round(workingMinutes(ticket.requestedAt, at, ticket.pauses, calendarOf(settings)))
  return caseFrom({
    _id: ticket._id,
    ticketId: ticket._id,
    no: ticket.no,
    source: 'ticket',
    kind: ticket.kind,
    counted: ticket.kind === 'repair' && !['declined', 'cancelled', 'merged'].includes(ticket.state),
    day: isoDay(ticket.requestedAt),
    model: shortModel(ticket.equipment.model),
    serial: ticket.equipment.serial,
    companyId: ticket.companyId,
    companyName: ticket.companyName,
    title: ticket.subject,
    fault: ticket.faultClass,
    downtime: downtimeOf(ticket),
    cost: costOf(ticket),
    visits: ended.map((visit) => ({ from: visit.arrivedAt ?? visit.leftAt!, to: visit.leftAt! })),
    response: minutesTo(answered),
    resolution: minutesTo(solved),
    repair: hours.length > 0 ? Math.round(sum(hours) * 60) : null,
    firstFix:
      solved !== null && ended.length === 1 && ended[0]!.report?.result === 'fixed' && isDone(ended[0]!),
    hiddenFrom: ticket.hiddenFrom,
  })
}

/** 「V850 立式加工中心」 is the model V850. */
export const shortModel = (model: string): string => model.split(' ')[0] ?? ''
const batchOf = (serial: string): string => /-(\d{4})-/.exec(serial)?.[1] ?? ''
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

export const endedVisits = (ticket: Ticket): Visit[] =>
  ticket.visits.filter((visit) => visit.leftAt !== null && visit.state !== 'withdrawn')

// The automatic acknowledgement is nobody's answer, and an internal note none to the customer.
const isAnswer = ({ as, internal }: TicketEvent): boolean =>
  !internal && !['owner', 'colleague', 'payer', 'timer'].includes(as)

const done = ['left', 'followup', 'closed']
/** The event led out of work into what comes after it. */
const solves = ({ from, to }: TicketEvent): boolean =>
  (to === 'left' || to === 'followup') && !done.includes(from)
const isReopening = ({ from, to }: TicketEvent): boolean => done.includes(from) && !done.includes(to)
const solutionAt = (ticket: Ticket, event: TicketEvent): number =>
  ticket.visits.find((visit) => visit.id === event.visit)?.leftAt ?? event.at

/** When it was solved, last; null while it is not. */
function solvedAt(ticket: Ticket): number | null {
  if (!done.includes(ticket.state)) return null
  const last = ticket.events.filter(solves).pop()
  return last ? solutionAt(ticket, last) : null
}

// From the request to the solution, and again from each reopening; a machine that limps is not down, and what is
// not solved yet is not counted yet.
function downtimeOf(ticket: Ticket): number {
  if (ticket.production !== 'stopped') return 0
  let since: number | null = ticket.requestedAt
  let down = 0
  for (const event of ticket.events) {
    if (since !== null && solves(event)) {
      down += solutionAt(ticket, event) - since
      since = null
    }
    if (isReopening(event)) since ??= event.at
  }
  return Math.round(Math.max(0, down) / MINUTE)
}

// Approved trips, and what the customer agreed to pay: the quote and extras.
function costOf({ visits, quote }: Ticket): number {
  const trips = visits.map(({ trip }) => (trip?.decision?.ok ? trip.total : 0))
  const extras = visits.flatMap((visit) => visit.extras.map((one) => (one.answer?.ok ? total(one.lines) : 0)))
  return sum([...trips, ...extras, agreedPrice(quote)?.total ?? 0])
}

/** Whether a visit for the same fault of the machine began soon after one of this case's was over. */
export function repeats(one: Case, sameFault: readonly Case[], settings: Settings): boolean {
  const soon = lengthOf(settings, 'repeatVisitDays')
  if (one.fault === '' || one.serial === '' || !one.counted) return false
  const begun = [one, ...sameFault.filter((other) => other._id !== one._id && isSame(one, other))].flatMap(
    (other) => other.visits.map(({ from }) => from),
  )
  return one.visits.some(({ to }) => begun.some((from) => from > to && from <= to + soon))
}

const isSame = (a: Case, b: Case): boolean => b.counted && sameFault(a) === sameFault(b)
const sameFault = ({ serial, fault }: Case): string => `${serial}\t${fault}`

/** Judges each of these cases beside the others of its machine and fault. */
export function judged(all: readonly Case[], settings: Settings): Case[] {
  const groups = new Map<string, Case[]>()
  for (const one of all) {
    const known = groups.get(sameFault(one))
    if (known) known.push(one)
    else groups.set(sameFault(one), [one])
  }
  return all.map((one) => ({ ...one, again: repeats(one, groups.get(sameFault(one))!, settings) }))
}
