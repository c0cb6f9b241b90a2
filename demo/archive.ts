// 客户服务档案 of the demo: of its tickets, as the clock's first tick would leave it, and of the old ledger's records.
import { archiveOf } from '../miniprogram/domain/archive'
import type { Case } from '../miniprogram/domain/cases'
import { entryOfRecord } from '../miniprogram/domain/ledger/kept'
import type { ArchiveRecord, TicketRecord } from '../cloudfunctions/store/records'

export function archiveRecords(tickets: readonly TicketRecord[], past: readonly Case[]): ArchiveRecord[] {
  const ledger = past.map((one, i) =>
    entryOfRecord({ ...one, id: one._id, row: i + 2, words: '', faultWord: one.title, by: '' }),
  )
  return [...tickets.flatMap(archiveOf), ...ledger].map(({ id, ...entry }) => ({ _id: id, ...entry }))
}
