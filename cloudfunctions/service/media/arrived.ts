// media.arrived: the bytes of an announced photo are in the store; only who announced it may say so. Where a digest
// was announced the bytes must be those: a receipt stands for them (第十九条第2项).
import { createHash } from 'node:crypto'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Media } from '../../../miniprogram/domain/ticket/ticket'
import { contentOf } from '../../platform/files'
import { eightds, tickets } from '../../store/collections'
import type { Action } from '../action'
import { joined } from '../caller'
import { mediaOf, settle, settleD8 } from './settle'

export const arrived: Action<'media.arrived'> = async (caller, { id, media: mediaId, fileId }) => {
  await joined(caller)
  const [ticket, d8] = await Promise.all([tickets.get(id), eightds.get(id)])
  const media = mediaOf(ticket ?? d8, mediaId)
  if (!media || media.by !== caller.pid || !fileId.endsWith(`/${media.path}`)) throw new Refused('NOT_FOUND')
  if (media.fileId !== fileId) await mustMatch(media, fileId)
  // a ticket that was merged handed its files on, those too that had not arrived
  await (d8 ? settleD8(id, mediaId, fileId) : settle(id, mediaId, fileId))
  return { id: mediaId }
}

// A video is too long to be read while the phone waits: receipt.verify looks at it.
async function mustMatch({ kind, digest }: Media, fileId: string): Promise<void> {
  if (digest === '' || kind === 'video') return
  const content = await contentOf(fileId)
  const same = content !== null && createHash('sha1').update(content).digest('hex') === digest
  if (!same) throw new Refused('FILE_DIFFERS')
}
