// import.report: the refused lines as an .xlsx, each as it was with its row and why; corrected, it can be imported.
import { randomUUID } from 'node:crypto'
import { isoDay } from '../../../miniprogram/domain/format'
import type { Refusal } from '../../../miniprogram/domain/ledger/read'
import type { Column } from '../../platform/sheet'
import type { Action } from '../action'
import { staff } from '../caller'
import { handOut } from '../export/make'
import { readLedger, sheetOf } from './ledger'

const text = (head: string, width: number): Column => ({ head, width, kind: 'text' })

export const report: Action<'import.report'> = async (caller, { fileId, mapping }) => {
  await staff(caller, 'coordinator', 'manager')
  const sheet = await sheetOf(caller, fileId)
  const { refusals } = await readLedger(sheet, mapping, caller.now)
  const byRow = new Map<number, Refusal[]>()
  for (const one of refusals) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one])
  const columns = [
    ...sheet.columns.map((head) => text(head, 18)),
    text('原行号', 8),
    text('没有收下的原因', 60),
  ]
  const rows = [...byRow].map(([row, why]) => [
    ...sheet.columns.map((_, i) => sheet.lines[row - sheet.first]![i] ?? ''),
    String(row),
    why.map(({ column, words }) => (column ? `${column}:${words}` : words)).join(';'),
  ])
  const name = `未导入的记录-${isoDay(caller.now).replaceAll('-', '')}.xlsx`
  return handOut(caller, {
    id: randomUUID(),
    what: 'refused',
    filter: {},
    name,
    sheet: '未导入',
    columns,
    rows,
  })
}
