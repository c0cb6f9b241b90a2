// The archive as a learner of the sweep: what happened to a ticket stands there once. Only what is new or different
// is written.
import { archiveOf, type ArchiveEntry } from '../../../miniprogram/domain/archive/archive'
import { archive } from '../../store/collections'
import type { ArchiveRecord } from '../../store/records'
import type { Learner } from '../learn/learner'

const AT_ONCE = 10
/** No ticket has so much to tell. */
const MOST = 1000

export const keepArchive: Learner = async (changed) => {
  await eachOf(changed, async (ticket) => {
    const known = await archive.find({ ticketId: ticket._id }, { limit: MOST })
    await keepEntries(archiveOf(ticket), known)
  })
}

/** Writes entries under their own ids; those that stand there as they are, are left alone. */
export async function keepEntries(
  entries: readonly ArchiveEntry[],
  known: readonly ArchiveRecord[] = [],
): Promise<void> {
  const there = new Map(known.map((one) => [one._id, one]))
  await eachOf(entries, async ({ id, ...entry }) => {
    const record = { _id: id, ...entry }
    const old = there.get(id)
    if (!old || !same(old, record)) await archive.put(record)
  })
}

const same = (a: ArchiveRecord, b: ArchiveRecord): boolean =>
  (Object.keys(b) as (keyof ArchiveRecord)[]).every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  )

/** Some at once, so that a tick is neither slow nor a storm. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map(work))
}
