// A ticket as this phone shows it: what the server said, with what has not gone up yet on top. No right is worked
// out here: without a network the page offers the next step that the server named ahead (docs/architecture.md).
import type { TicketView, VisitView } from '../../typings/contract'
import type { Inputs, MoveName } from '../domain/door/inputs'
import { asides } from '../domain/door/ahead'
import type { Offered } from '../domain/door/lifecycle'
import { isOnline } from './network'
import { outboxItems, type OutboxItem } from './outbox-store'
import { preparedFiles } from './prepared-store'

/** What lies in the outbox of one ticket and was not sent, in order. */
export const unsentOf = (id: string): OutboxItem[] =>
  outboxItems().filter((item) => item.ticketId === id && item.state !== 'files')

/** The move of an item; null for a new ticket. */
export const moveOf = (item: OutboxItem): Inputs['ticket.move'] | null =>
  item.action === 'ticket.move' ? (item.input as Inputs['ticket.move']) : null

/** The view with the moves that may be made now; without a network also with the photos kept on this phone. */
export function withQueue(view: TicketView): TicketView {
  const unsent = unsentOf(view.id)
  const online = isOnline()
  if (online && unsent.length === 0) return view
  const stopped = unsent.some((item) => item.state === 'refused')
  if (online && stopped) return view
  const moves = stopped ? [] : nextOf(view, unsent)
  return online ? { ...view, moves } : withFiles({ ...view, moves })
}

/** Whether a move may wait in the outbox: the server named it ahead when it was last asked. */
export const mayWait = (view: TicketView, move: MoveName): boolean =>
  asides.includes(move) ||
  stepsOf(view)
    .flat()
    .some((one) => one.move === move)

/** The label of a step, as the server named it. */
export const labelOf = (view: TicketView, move: MoveName): string =>
  stepsOf(view)
    .flat()
    .find((one) => one.move === move)?.label ?? ''

// A view kept by an earlier version has no steps.
const stepsOf = ({ visits }: TicketView): Offered[][] =>
  (visits[visits.length - 1] as VisitView | undefined)?.ahead ?? []

/**
 * The step after the last one that is queued; its first way is the page's verb. Who has no way ahead keeps his verbs,
 * less those that wait already: the form of such a move says what needs a network.
 */
function nextOf(view: TicketView, unsent: readonly OutboxItem[]): Offered[] {
  const ahead = stepsOf(view)
  const queued = unsent.map((item) => moveOf(item)?.move)
  if (ahead.length === 0) return view.moves.filter(({ move }) => !queued.includes(move))
  const last = ahead.map((step) => step.some(({ move }) => queued.includes(move))).lastIndexOf(true)
  const next = ahead[last + 1] ?? []
  const beside = view.moves.filter(({ move }) => asides.includes(move))
  const verbs = next.some((one) => one.primary) ? next : next.map((one, i) => ({ ...one, primary: i === 0 }))
  return [...verbs, ...beside]
}

function withFiles(view: TicketView): TicketView {
  const files = preparedFiles(view.id)
  const local = <T extends { id: string; url: string | null }>(media: T[]): T[] =>
    media.map((one) => ({ ...one, url: files[one.id] ?? one.url }))
  const visits: VisitView[] = view.visits.map((visit) => ({ ...visit, media: local(visit.media) }))
  return { ...view, media: local(view.media), visits }
}

/** The same for whatever a page loads: anything that is not a ticket stays as it is. */
export function asShown<T>(value: T): T {
  const ticket = (value as { ticket?: TicketView } | null)?.ticket
  return ticket && Array.isArray(ticket.visits) ? { ...value, ticket: withQueue(ticket) } : value
}
