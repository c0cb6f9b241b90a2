// Photos that were announced and have not arrived: where the phone puts them.
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { Upload } from '../../../typings/contract'

/** Of one person, or of everybody. */
export function uploadsOf(ticket: Ticket, pid?: string): Upload[] {
  return ticket.media
    .filter((media) => media.fileId === null && (pid === undefined || media.by === pid))
    .map(({ id, path }) => ({ id, path }))
}
