// Where an announced file is, written on its ticket and on those that the ticket was merged or turned into.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Media } from '../../../miniprogram/domain/ticket/ticket'
import { eightds, tickets } from '../../store/collections'
import type { D8Record, TicketRecord } from '../../store/records'

const TRIES = 5

export const mediaOf = (home: TicketRecord | D8Record | null, id: string): Media | undefined =>
  home?.media.find((one) => one.id === id)

/** Writes it along the whole chain of tickets; safe to repeat. */
export async function settle(id: string, mediaId: string, fileId: string): Promise<void> {
  for (let next: string | null = id; next;) next = await settleOne(next, mediaId, fileId)
}

/** Writes where the file is; gives the ticket that this one went into, null at the end. */
async function settleOne(id: string, mediaId: string, fileId: string): Promise<string | null> {
  for (let i = 0; i < TRIES; i++) {
    const ticket = await tickets.get(id)
    const media = mediaOf(ticket, mediaId)
    if (!ticket || !media) return null
    const into = ticket.mergedInto?.id ?? ticket.became?.id ?? null
    if (media.fileId === fileId) return into
    const next = ticket.media.map((one) => (one.id === mediaId ? { ...one, fileId } : one))
    if (await tickets.swap({ ...ticket, media: next, rev: ticket.rev + 1 }, ticket.rev)) return into
  }
  throw new Refused('BUSY')
}

/** The same on an 8D's evidence. */
export async function settleD8(id: string, mediaId: string, fileId: string): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    const d8 = await eightds.get(id)
    if (!d8 || mediaOf(d8, mediaId)?.fileId === fileId) return
    const media = d8.media.map((one) => (one.id === mediaId ? { ...one, fileId } : one))
    if (await eightds.swap({ ...d8, media, rev: d8.rev + 1 }, d8.rev)) return
  }
  throw new Refused('BUSY')
}
