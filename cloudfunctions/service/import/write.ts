// import.write: a slice of the lines becomes cases and entries of the archive. Ids come from the lines, so that writing
// twice changes nothing, and an import that broke off goes on by beginning anew.
import { caseOfRecord, entryOfRecord } from '../../../miniprogram/domain/ledger/kept'
import { archive } from '../../store/collections'
import type { Action } from '../action'
import { keepEntries } from '../archive/keep'
import { noteLook } from '../audit'
import { staff } from '../caller'
import { keepCases } from '../learn/cases'
import { readLedger, sheetOf } from './ledger'

/** As many as a function writes well within its time. */
const SLICE = 500

export const write: Action<'import.write'> = async (caller, { fileId, mapping, from }) => {
  await staff(caller, 'coordinator', 'manager')
  const { records } = await readLedger(await sheetOf(caller, fileId, mapping.sheet), mapping, caller.now)
  const slice = records.slice(from, from + SLICE)
  const entries = slice.map(entryOfRecord)
  const known =
    slice.length === 0
      ? []
      : await archive.find({ _id: { in: slice.map((one) => one.id) } }, { limit: SLICE })
  await keepEntries(entries, known)
  await keepCases(slice.map(caseOfRecord), caller.now)
  if (from === 0) await noteLook(caller, 'import.write', fileId.split('/').pop() ?? '')
  const done = Math.min(from + slice.length, records.length)
  return { done, of: records.length, next: done < records.length ? done : null }
}
