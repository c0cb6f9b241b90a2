// The visit that a page speaks of.
import type { TicketView, VisitView } from '../../typings/contract'

/** The named visit, or the last; null when nobody has been sent. */
export function visitIn(ticket: TicketView | null | undefined, v = ''): VisitView | null {
  if (!ticket) return null
  return ticket.visits.find((one) => one.id === v) ?? ticket.visits[ticket.visits.length - 1] ?? null
}

/** The photos and notes of a visit whose slot begins with the words: 增项1, 修前 … */
export const mediaOfSlot = (visit: VisitView, slot: string): VisitView['media'] =>
  visit.media.filter((one) => one.slot.startsWith(`${visit.id} ${slot}`))
