// media.arrived: the bytes of an announced photo are in the store; only who announced it may say so. Where a digest
// was announced the bytes must be those: a receipt stands for them (第十九条第2项).
import { createHash } from 'node:crypto'
import { Refused } from '../../../miniprogram/domain/refusals'
import type { Media } from '../../../miniprogram/domain/ticket'
import { contentOf } from '../../platform/files'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'

const TRIES = 5

export const arrived: Action<'media.arrived'> = async (caller, { id, media: mediaId, fileId }) => {
  await joined(caller)
  const media = mediaOf(await tickets.get(id), mediaId)
  if (!media || media.by !== caller.pid || !fileId.endsWith(`/${media.path}`)) throw new Refused('NOT_FOUND')
  if (media.fileId !== fileId) await mustMatch(media, fileId)
  // a ticket that was merged handed its files on, those too that had not arrived
  for (let next: string | null = id; next; ) next = await settle(next, mediaId, fileId)
  return { id: mediaId }
}

const mediaOf = (ticket: TicketRecord | null, id: string): Media | undefined =>
  ticket?.media.find((one) => one.id === id)

async function mustMatch({ digest }: Media, fileId: string): Promise<void> {
  if (digest === '') return
  const content = await contentOf(fileId)
  const same = content !== null && createHash('sha1').update(content).digest('hex') === digest
  if (!same) throw new Refused('FILE_DIFFERS')
}

/** Writes where the file is; gives the ticket that this one went into, null at the end. */
async function settle(id: string, mediaId: string, fileId: string): Promise<string | null> {
  for (let i = 0; i < TRIES; i++) {
    const ticket = await tickets.get(id)
    const media = mediaOf(ticket, mediaId)
    if (!ticket || !media) return null
    const into = ticket.mergedInto?.id ?? null
    if (media.fileId === fileId) return into
    const next = ticket.media.map((one) => (one.id === mediaId ? { ...one, fileId } : one))
    if (await tickets.swap({ ...ticket, media: next, rev: ticket.rev + 1 }, ticket.rev)) return into
  }
  throw new Refused('BUSY')
}
