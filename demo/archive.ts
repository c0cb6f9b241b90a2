// 客户服务档案 of the demo: of its tickets and 8Ds, as the clock's first tick would leave it, and of the old
// ledger's records.
import { archiveOf } from '../miniprogram/domain/archive/archive'
import type { Case } from '../miniprogram/domain/statistics/cases'
import { archiveOfD8 } from '../miniprogram/domain/quality/archive'
import { entryOfRecord } from '../miniprogram/domain/ledger/kept'
import type { ArchiveRecord, D8Record, TicketRecord } from '../cloudfunctions/store/records'

export function archiveRecords(
  tickets: readonly TicketRecord[],
  past: readonly Case[],
  d8s: readonly D8Record[],
): ArchiveRecord[] {
  const ledger = past.map((one, i) =>
    entryOfRecord({ ...one, id: one._id, row: i + 2, words: '', faultWord: one.title, by: '' }),
  )
  const analysed = d8s.flatMap((d8) => {
    const ids = d8.tickets.map((one) => one.id)
    return archiveOfD8(
      d8,
      tickets.filter((one) => ids.includes(one._id)),
    )
  })
  return [...tickets.flatMap(archiveOf), ...analysed, ...ledger].map(({ id, ...entry }) => ({
    _id: id,
    ...entry,
  }))
}
