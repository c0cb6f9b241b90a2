// 下载离线资料: the whole ticket and its photos on this phone, on purpose, before the cellar.
import type { TicketView } from '../../typings/contract'
import { lengthOf } from '../domain/company/deadlines'
import { call } from './call'
import { doorTime } from './door-time'
import { dropFile, fetchFile } from './files'
import { FullError } from './outbox-store'
import { keepAnswer } from './loader'
import { keepTicket } from './kept-tickets'
import { dropPrepared, keepPrepared, preparedIds, preparedOf, type Prepared } from './prepared-store'
import { newestTerms } from './terms'

/** Saves the ticket as it is now; photos and manuals that do not come are counted, not fatal. Throws as `call` does. */
export async function prepare(id: string): Promise<{ ticket: TicketView; prepared: Prepared }> {
  const [{ ticket }, manuals] = await Promise.all([
    call('ticket.open', { id }),
    call('manual.list', { ticketId: id }).catch(() => null),
  ])
  const kept = keepTicket(ticket) && (!manuals || keepAnswer(`manual-${id}`, manuals))
  if (!kept) throw new FullError()
  const photos = [...ticket.media, ...ticket.visits.flatMap((visit) => visit.media)].filter((one) => one.url)
  const before = preparedOf(id)
  const manualBytes = manuals?.items.reduce((sum, one) => sum + one.bytes, 0) ?? before?.manualBytes ?? null
  const prepared: Prepared = {
    at: doorTime(),
    bytes: JSON.stringify(ticket).length + (manualBytes ?? 0),
    manualBytes,
    photos: photos.length,
    files: {},
  }
  for (const one of photos) {
    const name = `offline-${one.id}`
    const got = await fetchFile(one.url!, name).catch(() => null)
    const known = before?.files[one.id]
    if (got) Object.assign(prepared, { bytes: prepared.bytes + got.size })
    if (got ?? known) prepared.files[one.id] = got?.path ?? known!
  }
  if (!keepPrepared(id, prepared)) throw new FullError()
  await tidy(prepared.at)
  return { ticket, prepared }
}

/** Forgets a ticket's saved photos, e.g. when it may not be seen any more. */
export async function forget(id: string): Promise<void> {
  const files = Object.values(preparedOf(id)?.files ?? {})
  dropPrepared(id)
  await Promise.all(files.map(dropFile))
}

/** Forgets what was saved of all tickets: another person's or another company's eyes. */
export function forgetAll(): void {
  for (const id of preparedIds()) void forget(id)
}

// What is older than any visit was forgotten here.
async function tidy(now: number): Promise<void> {
  const oldest = now - lengthOf(newestTerms(), 'preparedDays')
  for (const id of preparedIds()) if ((preparedOf(id)?.at ?? now) < oldest) await forget(id)
}
