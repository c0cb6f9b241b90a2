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

/** Files of a visit carry its id before their slot; `internal` ones the customer does not see. */
export function addMedia(
  ticket: Ticket,
  visit: Visit | null,
  input: unknown,
  given: { by: string; at: number; internal: boolean },
): void {
  const announced = (input as { media?: Announced[] } | null)?.media ?? []
  const known = new Set(ticket.media.map((one) => one.id))
  const slotOf = (slot: string) => (visit ? `${visit.id} ${slot}`.trim() : slot)
  for (const one of announced) {
    if (known.has(one.id)) continue
    const file = mediaOf({ ...one, slot: slotOf(one.slot) }, ticket._id, given.by, given.at)
    ticket.media.push(given.internal ? { ...file, internal: true } : file)
  }
}

/** What came with an internal move from then on may now be seen by the customer. */
export function revealMedia(ticket: Ticket, visit: Visit, since: number): void {
  for (const one of ticket.media)
    if (one.internal && one.slot.startsWith(`${visit.id} 增项`) && one.at >= since) delete one.internal
}
