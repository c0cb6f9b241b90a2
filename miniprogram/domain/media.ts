// Photos and voice announced with a request or a move: they belong to the ticket at once, their bytes come later.
import type { Media, Ticket, Visit } from './ticket'

export interface Announced {
  id: string
  kind: Media['kind']
  slot: string
  digest?: string
}

/** A file announced: its path is private and unguessable since the phone's id is 128 random bits. */
export function mediaOf(announced: Announced, ticketId: string, by: string, at: number): Media {
  const { id, kind, slot, digest = '' } = announced
  return { id, kind, slot, digest, path: `tickets/${ticketId}/${id}`, fileId: null, by, at }
}

/** Files of a visit carry its id before their slot. */
export function addMedia(ticket: Ticket, visit: Visit | null, input: unknown, by: string, at: number): void {
  const announced = (input as { media?: Announced[] } | null)?.media ?? []
  const known = new Set(ticket.media.map((one) => one.id))
  const slotOf = (slot: string) => (visit ? `${visit.id} ${slot}`.trim() : slot)
  for (const one of announced)
    if (!known.has(one.id)) ticket.media.push(mediaOf({ ...one, slot: slotOf(one.slot) }, ticket._id, by, at))
}
