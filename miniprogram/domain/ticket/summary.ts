// What lists need of a ticket, written by the engine with each change: face, holder, due, asks, ranks, next alarm.
import type { Settings } from '../company/settings'
import type { Ask, AskKind } from './asks'
import type { RoleOnDuty } from './people'
import type { Facts, HolderRule, StateRow } from './table'
import { visitOf, type FaceCode, type Name, type Ticket, type Visit } from './ticket'

/** The state a person sees: the visit's while one is on. */
export function faceOf(ticket: Ticket): FaceCode {
  return ticket.state === 'visiting' ? visitOf(ticket)!.state : ticket.state
}

/** What the rooms know of a ticket that its summary is made of. */
export interface Known {
  /** The row of what a ticket shows. */
  row: (face: FaceCode) => StateRow
  /** All that is asked of a role, most urgent first. */
  asks: (ticket: Ticket, settings: Settings) => Ask[]
  /** When the clock has to look at it next, null when never. */
  nextAlarm: (ticket: Ticket, settings: Settings) => number | null
}

/** Writes the summary. `now` is the instant of the change. */
export const summarizer =
  (known: Known) =>
  (ticket: Ticket, now: number, facts: Pick<Facts, 'duty' | 'settings'>): void => {
    const { settings } = facts
    const code = faceOf(ticket)
    const row = known.row(code)
    const visit = visitOf(ticket)
    if (ticket.face !== code || ticket.faceSince === 0) ticket.faceSince = now
    const due = row.due?.(ticket, visit, ticket.faceSince, settings) ?? null
    ticket.face = code
    ticket.category = row.category
    ticket.tab = row.tab
    ticket.holder = holderBy(row.holder, ticket, visit, facts)
    // an absurd date that was stored once is no deadline: nothing is sorted or rung by it
    ticket.due = due && Number.isFinite(due.at) ? due.at : null
    ticket.provisional = due?.provisional ?? false
    ticket.rank = `${stamp(ticket.due ?? now)}-${ticket._id}`
    involve(ticket, visit)
    ask(ticket, known.asks(ticket, settings))
    ticket.alarmAt = known.nextAlarm(ticket, settings)
  }

/** Who holds it by what it shows, as people are there now. */
export const holding =
  (known: Pick<Known, 'row'>) =>
  (ticket: Ticket, facts: Pick<Facts, 'duty'>): Name | null =>
    holderBy(known.row(faceOf(ticket)).holder, ticket, visitOf(ticket), facts)

const stamp = (at: number): string => String(at).padStart(14, '0')

function involve(ticket: Ticket, visit: Visit | null): void {
  const alive = ticket.visits.filter((one) => one.state !== 'withdrawn')
  ticket.lastLead = alive[alive.length - 1]?.crew[0]?.pid ?? null
  ticket.lead = ticket.state === 'visiting' ? (visit?.crew[0]?.pid ?? null) : null
  ticket.crewPids = [...new Set(alive.flatMap((one) => one.crew.map(({ pid }) => pid)))]
  ticket.helperPids = [
    ...new Set(
      alive.flatMap((one) => one.helpers.filter(({ lent }) => lent?.ok !== false).map(({ pid }) => pid)),
    ),
  ]
}

/** Asked in a queue of their own, not in their role's. */
const ownQueue: readonly AskKind[] = ['callBack', 'ratePhone']

function ask(ticket: Ticket, all: readonly Ask[]): void {
  // a low score waits for its call, an objection for its answer, wherever the ticket has gone
  const stays = (kind: AskKind) => ticket.category !== 'closed' || kind === 'callBack' || kind === 'objection'
  ticket.asks = all.filter(({ kind }) => stays(kind))
  const key = (found: Ticket['asks'][number] | undefined): string | null =>
    found ? `${stamp(found.due)}-${ticket._id}` : null
  const first = (role: RoleOnDuty) =>
    key(ticket.asks.find((one) => one.role === role && !ownQueue.includes(one.kind)))
  const ofKind = (kind: AskKind) => key(ticket.asks.find((one) => one.kind === kind))
  ticket.askCallBack = ofKind('callBack')
  ticket.askSurvey = ofKind('ratePhone')
  ticket.askCoordinator = first('coordinator')
  ticket.askManager = first('manager')
  ticket.askGeneral = first('generalManager')
  ticket.askWorkshop = first('workshop')
  ticket.askTechnical = first('technical')
  const { complaint } = ticket
  const open = complaint && ticket.category !== 'closed'
  ticket.askSuperior = open && complaint.raised.length > 0 ? ticket.rank : null
  ticket.askQuality = open && complaint.repeat ? ticket.rank : null
}

function holderBy(
  rule: HolderRule | null,
  ticket: Ticket,
  visit: Visit | null,
  facts: Pick<Facts, 'duty'>,
): Name | null {
  if (rule === null) return null
  if (rule === 'contact') return { pid: ticket.ownerPid, name: ticket.contact.name, title: '联系人' }
  const sentBack = ticket.visits.find(({ rewrite }) => rewrite !== null)
  if (rule === 'crew') return (sentBack ?? visit)?.crew[0] ?? null
  if (rule === 'handler') return handlerOf(ticket, facts)
  if (rule === 'answerer') {
    const { answerer, desk } = ticket.inquiry!
    return answerer ?? facts.duty[desk] ?? facts.duty.coordinator
  }
  return facts.duty[rule] ?? facts.duty.coordinator
}

// The manager handles a complaint; what he could not settle, and what is about him, the general manager.
function handlerOf({ complaint }: Ticket, { duty }: Pick<Facts, 'duty'>): Name | null {
  const above = complaint!.raised.some(({ why }) => why !== 'repeat')
  return above ? (duty.generalManager ?? duty.manager) : (duty.manager ?? duty.generalManager)
}
