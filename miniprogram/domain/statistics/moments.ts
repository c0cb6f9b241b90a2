// What happened on a day of its own, beside the day of the request: a visit that was asked about, a complaint that
// fell due, an article's gate that was met late, waived or broken.
import { isoDay } from '../calendar/format'
import type { Settings } from '../company/settings'
import { breaches, type Breach } from './breaches'
import { endedVisits, shortModel } from './cases'
import { promisesOf } from '../complaint/steps'
import type { Name, Ticket } from '../ticket/ticket'

export interface Moment {
  _id: string
  ticketId: string
  no: string
  day: string
  at: number
  /** Unique and in the order of time; `gateRank` the same for gates, null for the rest. */
  rank: string
  gateRank: string | null
  model: string
  companyId: string
  companyName: string
  hiddenFrom: string | null
  what: Asked | Promised | Gate
}
/** A visit after which the customer was asked. */
export interface Asked {
  kind: 'visit'
  engineer: Name | null
  stars: number | null
  nps: number | null
}
/** A complaint by the day for which its plan is promised: whether that one and those before it were sent by then. */
export interface Promised {
  kind: 'complaint'
  inTime: boolean
}
export type Gate = { kind: 'gate' } & Breach['gate']

/** All moments of a ticket; their ids come from it, so that the same is written again. */
export function momentsOf(ticket: Ticket, settings: Settings): Moment[] {
  if (ticket.state === 'merged') return []
  return [...asked(ticket), ...promised(ticket, settings), ...gates(ticket, settings)]
}

function moment(ticket: Ticket, id: string, at: number, what: Moment['what']): Moment {
  const _id = `${ticket._id}-${id}`
  const rank = `${String(at).padStart(14, '0')}-${_id}`
  const { _id: ticketId, no, companyId, companyName, hiddenFrom } = ticket
  const model = shortModel(ticket.equipment.model)
  const gateRank = what.kind === 'gate' ? rank : null
  const about = { ticketId, no, companyId, companyName, model, hiddenFrom }
  return { _id, ...about, day: isoDay(at), at, rank, gateRank, what }
}

const asked = (ticket: Ticket): Moment[] =>
  endedVisits(ticket).flatMap((visit) => {
    if (!visit.survey) return []
    const { stars, nps } = visit.survey
    const what = { kind: 'visit' as const, engineer: visit.crew[0] ?? null, stars, nps }
    return [moment(ticket, `s-${visit.id}`, visit.leftAt!, what)]
  })

function promised(ticket: Ticket, settings: Settings): Moment[] {
  if (!ticket.complaint || ticket.state === 'cancelled') return []
  const inTime = promisesOf(ticket, settings).every(({ by, sentAt }) => sentAt !== null && sentAt <= by)
  return [moment(ticket, 'c', ticket.complaint.planBy, { kind: 'complaint', inTime })]
}

const gates = (ticket: Ticket, settings: Settings): Moment[] =>
  breaches(ticket, settings).map(({ id, at, gate }) =>
    moment(ticket, `g-${id}`, at, { kind: 'gate', ...gate }),
  )
