// Making a move of a ticket from a page: the key, the files, and what to do when there is no network.
import type { TicketView } from '../../typings/contract'
import { isTwin, type MoveName } from '../domain/door/inputs'
import type { Offered } from '../domain/door/lifecycle'
import { call } from './call'
import { newKey } from './key'
import { keptTicket } from './kept-tickets'
import type { LocalMedia } from './media'
import { flushOutbox, post, type Posted } from './outbox'
import { labelOf, mayWait, unsentOf, withQueue } from './queued'

/**
 * The ticket as it is after a move without files. A step that the server named ahead waits in the outbox when
 * there is no network, and the ticket is shown with it; any other move throws as `call` does. `read` is the offer's
 * stamp of what stood on the page.
 */
export async function makeMove(
  id: string,
  move: MoveName,
  visit: string | null,
  input: object,
  read = '',
): Promise<TicketView> {
  const asked = { id, key: newKey(), move, visit, input: { ...input }, read }
  const kept = keptTicket(id)?.ticket
  if (!kept || !mayWait(kept, move)) {
    // what was done before goes up before
    if (unsentOf(id).length > 0) await flushOutbox()
    return (await call('ticket.move', asked)).ticket
  }
  const posted = await post({ action: 'ticket.move', input: asked, files: [], title: labelOf(kept, move) })
  return withQueue(posted.state === 'sent' ? posted.output.ticket : kept)
}

/** A move with files, kept until it has arrived; `key` is made once for what the person means. */
export function postMove(
  id: string,
  move: MoveName,
  visit: string | null,
  given: { key: string; input: object; files: readonly LocalMedia[]; title: string; read?: string },
): Promise<Posted<'ticket.move'>> {
  const { key, input, files, title, read = '' } = given
  const asked = { id, key, move, visit, input: { ...input }, read }
  return post({ action: 'ticket.move', input: asked, files, title })
}

/** What a customer said is written down on one page, whatever it was: one entry for all of it. */
export function gathered(moves: readonly Offered[]): Offered[] {
  const first = moves.find((one) => isTwin(one.move))
  const rest = moves.filter((one) => !isTwin(one.move))
  return first ? [...rest, { ...first, label: '记录客户来电来函', blocked: null }] : rest
}

/** The one verb that a page offers in its bar, and the others for its menu. */
export function verbsOf(moves: readonly Offered[]): { primary: Offered | null; others: Offered[] } {
  const primary = moves.find((one) => one.primary && !one.blocked) ?? moves.find((one) => one.primary) ?? null
  return {
    primary,
    others: gathered(moves).filter((one) => one !== primary && one.label !== primary?.label),
  }
}

/** The offer of a move by name, null when it is not this person's now. */
export const offerOf = (ticket: TicketView | null, move: MoveName, visit?: string): Offered | null =>
  ticket?.moves.find((one) => one.move === move && (!visit || one.visit === visit)) ?? null

/** The stamp of what a move answers to, as the page shows it; '' where it answers to nothing. */
export const readOf = (
  ticket: TicketView | null | undefined,
  move: MoveName,
  visit?: string | null,
): string => offerOf(ticket ?? null, move, visit ?? undefined)?.read ?? ''
