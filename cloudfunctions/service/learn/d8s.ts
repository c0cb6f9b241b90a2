// What 8D records leave in the archive of the customers and machines of their tickets.
import { archiveOfD8 } from '../../../miniprogram/domain/quality/archive'
import { archive, tickets } from '../../store/collections'
import type { D8Record } from '../../store/records'
import { keepEntries } from '../archive/keep'

/** Nine steps at each machine of fifty tickets. */
const MOST = 1000

/** Learns of records as they stand; a ticket that was taken out takes its entries along. */
export async function learnD8s(changed: readonly D8Record[]): Promise<void> {
  for (const d8 of changed) {
    const ids = d8.tickets.map((one) => one.id)
    const [linked, known] = await Promise.all([
      ids.length > 0
        ? tickets.find(
            { _id: { in: ids } },
            { limit: 100, only: ['companyId', 'companyName', 'equipment', 'hiddenFrom'] },
          )
        : [],
      archive.find({ no: d8.no }, { limit: MOST }),
    ])
    const entries = archiveOfD8(d8, linked)
    const wanted = new Set(entries.map((one) => one.id))
    await keepEntries(entries, known)
    const gone = known.filter((one) => !wanted.has(one._id)).map((one) => one._id)
    if (gone.length > 0) await archive.remove(gone)
  }
}
