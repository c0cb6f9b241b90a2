// Making a move of a ticket from a page: the key, the files, and what to do when there is no network.
import type { TicketView } from '../../typings/contract'
import type { MoveName } from '../domain/inputs'
import type { Offered } from '../domain/lifecycle'
import { call } from './call'
import { newKey } from './key'
import type { LocalMedia } from './media'
import { post, type Posted } from './outbox'

/** The ticket as it is after a move without files. Throws as `call` does. */
export async function makeMove(
  id: string,
  move: MoveName,
  visit: string | null,
  input: object,
): Promise<TicketView> {
  const key = newKey()
  const { ticket } = await call('ticket.move', { id, key, move, visit, input: { ...input } })
  return ticket
}

/** A move with files, kept until it has arrived; `key` is made once for what the person means. */
export function postMove(
  id: string,
  move: MoveName,
  visit: string | null,
  given: { key: string; input: object; files: readonly LocalMedia[]; title: string },
): Promise<Posted<'ticket.move'>> {
  const { key, input, files, title } = given
  return post({ action: 'ticket.move', input: { id, key, move, visit, input: { ...input } }, files, title })
}

/** The one verb that a page offers in its bar, and the others for its menu. */
export function verbsOf(moves: readonly Offered[]): { primary: Offered | null; others: Offered[] } {
  const primary = moves.find((one) => one.primary && !one.blocked) ?? moves.find((one) => one.primary) ?? null
  return { primary, others: moves.filter((one) => one !== primary && one.label !== primary?.label) }
}

/** The offer of a move by name, null when it is not this person's now. */
export const offerOf = (ticket: TicketView | null, move: MoveName, visit?: string): Offered | null =>
  ticket?.moves.find((one) => one.move === move && (!visit || one.visit === visit)) ?? null
