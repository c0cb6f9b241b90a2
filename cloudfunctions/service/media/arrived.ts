// media.arrived: the bytes of an announced photo are in the store; only who announced it may say so.
// A ticket that was merged hands the photo on to the one that took it in.
import { Refused } from '../../../miniprogram/domain/refusals'
import { tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'

const TRIES = 5

export const arrived: Action<'media.arrived'> = async (caller, { id, media: mediaId, fileId }) => {
  await joined(caller)
  const { mergedInto } = await note(caller.pid, id, mediaId, fileId)
  if (mergedInto) await note(caller.pid, mergedInto.id, mediaId, fileId)
  return { id: mediaId }
}

async function note(pid: string, id: string, mediaId: string, fileId: string): Promise<TicketRecord> {
  for (let i = 0; i < TRIES; i++) {
    const ticket = await tickets.get(id)
    const media = ticket?.media.find((one) => one.id === mediaId)
    if (!ticket || !media || media.by !== pid || !fileId.endsWith(`/${media.path}`))
      throw new Refused('NOT_FOUND')
    if (media.fileId === fileId) return ticket
    const next = ticket.media.map((one) => (one.id === mediaId ? { ...one, fileId } : one))
    if (await tickets.swap({ ...ticket, media: next, rev: ticket.rev + 1 }, ticket.rev)) return ticket
  }
  throw new Refused('BUSY')
}
