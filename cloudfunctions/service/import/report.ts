// import.report: the refused lines as an .xlsx.
import { randomUUID } from 'node:crypto'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { Action } from '../action'
import { staff } from '../caller'
import { handOut } from '../export/make'
import { readLedger, sheetOf } from './ledger'
import { refusedTable } from './refused'

export const report: Action<'import.report'> = async (caller, { fileId, mapping }) => {
  await staff(caller, 'coordinator', 'manager')
  const sheet = await sheetOf(caller, fileId, mapping.sheet)
  const { refusals } = await readLedger(sheet, mapping, caller.now)
  const name = `未导入的记录-${isoDay(caller.now).replaceAll('-', '')}.xlsx`
  const table = refusedTable(sheet, refusals)
  return handOut(caller, { id: randomUUID(), what: 'refused', filter: {}, name, sheet: '未导入', ...table })
}
