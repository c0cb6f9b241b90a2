// Where an announced file is, written on its ticket and on those that the ticket was merged or turned into.
import type { Media } from '../../../miniprogram/domain/ticket/ticket'
import { eightds, tickets } from '../../store/collections'
import type { D8Record, TicketRecord } from '../../store/records'
import { rewrite } from '../record/rounds'

export const mediaOf = (home: TicketRecord | D8Record | null, id: string): Media | undefined =>
  home?.media.find((one) => one.id === id)

/** Writes it along the whole chain of tickets; safe to repeat. */
export async function settle(id: string, mediaId: string, fileId: string): Promise<void> {
  for (let next: string | null = id; next;) next = await settleOne(next, mediaId, fileId)
}

/** Writes where the file is; gives the ticket that this one went into, null at the end. */
async function settleOne(id: string, mediaId: string, fileId: string): Promise<string | null> {
  const first = await tickets.get(id)
  const ticket = await rewrite(tickets, first, (one) => withFile(one, mediaId, fileId), 'BUSY')
  if (!ticket || !mediaOf(ticket, mediaId)) return null
  return ticket.mergedInto?.id ?? ticket.became?.id ?? null
}

/** The same on an 8D's evidence. */
export async function settleD8(id: string, mediaId: string, fileId: string): Promise<void> {
  await rewrite(eightds, await eightds.get(id), (one) => withFile(one, mediaId, fileId), 'BUSY')
}

/** A record that knows where the file is; null when it does already, or has no such file. */
function withFile<R extends { media: Media[] }>(record: R, mediaId: string, fileId: string): R | null {
  const there = record.media.find((one) => one.id === mediaId)
  if (!there || there.fileId === fileId) return null
  return { ...record, media: record.media.map((one) => (one.id === mediaId ? { ...one, fileId } : one)) }
}
