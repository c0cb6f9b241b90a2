// The clock of a ticket stands still while the customer, a part or an approval is waited for: stored as intervals.
import { calendarOf } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { Ticket } from './ticket'
import { dueAfterMinutes, workingMinutes } from '../calendar/working-time'

/** Begins a pause; one that runs goes on. */
export function pause(ticket: Ticket, reason: string, now: number, by: string): void {
  if (running(ticket)) return
  ticket.pauses.push({ reason, from: now, to: null, by })
}

/** Ends the running pause and moves the promise to verify by the working time that it took. */
export function resume(ticket: Ticket, now: number, settings: Settings): void {
  const open = running(ticket)
  if (!open) return
  open.to = now
  // a promise that was broken before the pause stays broken
  if (ticket.verification || open.from >= ticket.verifyBy) return
  const calendar = calendarOf(settings)
  const left = workingMinutes(open.from, ticket.verifyBy, [], calendar)
  const due = dueAfterMinutes(now, left, calendar)
  ticket.verifyBy = due.at
  ticket.provisional = due.provisional
}

const running = (ticket: Ticket) => ticket.pauses.find((one) => one.to === null)
