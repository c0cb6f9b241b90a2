// What somebody has in hand by name: visits that are on, records to correct, questions to answer. What a role holds goes
// to its stand-in by itself (standings.ts).
import type { MoveName } from '../../../miniprogram/domain/door/inputs'
import { runningVisit } from '../../../miniprogram/domain/ticket/ticket'
import { DAY, MINUTE } from '../../../miniprogram/domain/calendar/units'
import type { TicketRecord } from '../../store/records'
import { listless } from '../ticket/card'
import { running } from '../dispatch/jobs'
import { findFor } from '../ticket/known'

/** How a ticket goes from him to another: the move, on which visit, with what. */
export interface Handing {
  move: MoveName
  visit: string | null
  input: Record<string, unknown>
}

/** The tickets that are his by name and not over, most urgent first. */
export async function openWork(pid: string): Promise<TicketRecord[]> {
  const faces = { face: { in: [...running, 'rewriting', 'asked'] } }
  const found = await findFor('', faces, { order: ['rank', 'asc'], limit: 1000, without: listless })
  return found.filter((ticket) => handingOf(ticket, pid, { to: '', reason: '', now: 0 }) !== null)
}

/** How one ticket is handed over; null when nothing of it is his. */
export function handingOf(
  ticket: TicketRecord,
  pid: string,
  { to, reason, now }: { to: string; reason: string; now: number },
): Handing | null {
  if (ticket.inquiry) {
    const own = ticket.state === 'asked' && ticket.inquiry.answerer?.pid === pid
    return own ? { move: 'handInquiry', visit: null, input: { to, note: reason } } : null
  }
  if (ticket.state === 'rewriting') {
    const own = ticket.visits.some(({ rewrite, crew }) => rewrite !== null && crew[0]?.pid === pid)
    return own ? { move: 'dropRewrite', visit: null, input: { why: reason } } : null
  }
  const visit = runningVisit(ticket)
  if (!visit) return null
  if (visit.crew[0]?.pid === pid) {
    // a new time is agreed on with the customer later; until then it is not before tomorrow
    const arriveBy = Math.max(visit.arriveBy, now + DAY - (now % MINUTE))
    const finishBy = Math.max(visit.finishBy, arriveBy + (visit.finishBy - visit.arriveBy))
    return { move: 'reassign', visit: visit.id, input: { engineer: to, reason, arriveBy, finishBy } }
  }
  const along = [...visit.crew, ...visit.helpers].some((one) => one.pid === pid)
  return along ? { move: 'releaseCompanion', visit: visit.id, input: { who: pid, reason } } : null
}
