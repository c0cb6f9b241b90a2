// import.open: what is in the file that somebody chose, and a first guess which column says what.
import { saysSomething, wordsIn } from '../../../miniprogram/domain/ledger/cells'
import type { Action } from '../action'
import { staff } from '../caller'
import { guess, sheetOf } from './ledger'

const SAMPLE = 3

export const open: Action<'import.open'> = async (caller, { fileId, sheet: name }) => {
  await staff(caller, 'coordinator', 'manager')
  const sheet = await sheetOf(caller, fileId, name)
  return {
    columns: sheet.columns,
    sample: sheet.lines
      .filter(saysSomething)
      .slice(0, SAMPLE)
      .map((cells) => sheet.columns.map((_, i) => wordsIn(cells[i]))),
    rows: sheet.used,
    sheet: sheet.name,
    sheets: sheet.sheets,
    merged: sheet.merged.length,
    mapping: guess(sheet),
  }
}
