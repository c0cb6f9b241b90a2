// import.check: what would become of every line, without writing anything.
import type { LedgerRecord } from '../../../miniprogram/domain/ledger/read'
import { cases } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { readLedger, sheetOf } from './ledger'

const SHOWN = 20
const SLICE = 500

export const check: Action<'import.check'> = async (caller, { fileId, mapping }) => {
  await staff(caller, 'coordinator', 'manager')
  const sheet = await sheetOf(caller, fileId, mapping.sheet)
  const { records, refusals, refusedRows, names } = await readLedger(sheet, mapping, caller.now)
  return {
    rows: records.length + refusedRows,
    taken: records.length,
    known: await countKnown(records),
    refusedRows,
    refusals: refusals.slice(0, SHOWN),
    unclassified: records.filter((one) => one.fault === '').length,
    faultWords: wordsWithoutClass(records),
    names: names.slice(0, SHOWN),
  }
}

async function countKnown(records: readonly LedgerRecord[]): Promise<number> {
  let known = 0
  for (let i = 0; i < records.length; i += SLICE) {
    const ids = records.slice(i, i + SLICE).map((one) => one.id)
    known += await cases.count({ _id: { in: ids } })
  }
  return known
}

/** The ledger's own words that mean no class yet, the most frequent first: whoever names them classifies the most. */
function wordsWithoutClass(records: readonly LedgerRecord[]): { words: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { fault, faultWord } of records)
    if (fault === '' && faultWord !== '') counts.set(faultWord, (counts.get(faultWord) ?? 0) + 1)
  return [...counts]
    .map(([words, count]) => ({ words, count }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
    .slice(0, SHOWN)
}
