// Tickets as the server last showed them to this person; pages find them again under the loader's own name.
import type { TicketView } from '../../typings/contract'
import { doorTime } from './door-time'
import { keep, read } from './store'

const nameOf = (id: string): string => `cache:ticket-${id}`

/** The ticket's last view and when it came; null when it was never open here, or may not be seen any more. */
export function keptTicket(id: string): { at: number; ticket: TicketView } | null {
  const kept = read<{ at: number; value: { ticket: TicketView } }>(nameOf(id))
  return kept?.value.ticket ? { at: kept.at, ticket: kept.value.ticket } : null
}

/** False when this phone is full. */
export const keepTicket = (ticket: TicketView): boolean =>
  keep(nameOf(ticket.id), { at: doorTime(), value: { ticket } })
