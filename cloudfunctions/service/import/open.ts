// import.open: what is in the file that somebody chose, and a first guess which column says what.
import { isBlank } from '../../../miniprogram/domain/ledger/read'
import type { Action } from '../action'
import { staff } from '../caller'
import { guess, sheetOf } from './ledger'

const SAMPLE = 3

export const open: Action<'import.open'> = async (caller, { fileId }) => {
  await staff(caller, 'coordinator', 'manager')
  const sheet = await sheetOf(caller, fileId)
  return {
    columns: sheet.columns,
    sample: sheet.lines.filter((cells) => !isBlank(cells)).slice(0, SAMPLE),
    rows: sheet.used,
    mapping: guess(sheet),
  }
}
