// Refused lines as a table: each as it was, with its row and why. Corrected, it can be imported as it is.
import { wordsIn } from '../../../miniprogram/domain/ledger/cells'
import type { Refusal } from '../../../miniprogram/domain/ledger/read'
import type { Column } from '../../platform/sheet'
import type { Sheet } from './ledger'

const text = (head: string, width: number): Column => ({ head, width, kind: 'text' })

export function refusedTable(
  { columns, lines, first }: Sheet,
  refusals: readonly Refusal[],
): { columns: Column[]; rows: string[][] } {
  const byRow = new Map<number, Refusal[]>()
  for (const one of refusals) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one])
  return {
    columns: [...columns.map((head) => text(head, 18)), text('原行号', 8), text('没有收下的原因', 60)],
    rows: [...byRow].map(([row, why]) => [
      ...columns.map((_, i) => wordsIn(lines[row - first]![i])),
      String(row),
      why.map(({ column, words }) => (column ? `${column}:${words}` : words)).join(';'),
    ]),
  }
}
