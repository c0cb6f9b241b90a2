// Writing Excel: row by row, so that memory does not grow with the rows. Reading is workbook.ts.
import { writeXlsxStream } from 'hucre/xlsx'
import { cutWhole, unharmed } from '../../miniprogram/domain/form/text'
import { wall } from '../../miniprogram/domain/calendar/dayjs'

/** A column as it is read: its head, its width in letters and what its cells are. */
export interface Column {
  head: string
  width: number
  kind: 'text' | 'whole' | 'number' | 'time' | 'day'
}

/** A cell: words, a number, or a time as epoch milliseconds where the column says so. */
export type Cell = string | number | null

/** What Excel shows a cell as: a whole number without a dot, another with one decimal. Words are text whatever they begin with: `=1+1` is never worked out, edited or not. */
const formats = {
  text: '@',
  whole: '#,##0',
  number: '#,##0.0',
  time: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
} as const
/** Excel takes no more letters in a cell. */
const LONGEST = 32_000

/** An .xlsx of one sheet, pulled row by row. */
export async function writeSheet(
  name: string,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<Buffer> {
  const stream = writeXlsxStream(inExcel(columns, rows), {
    name,
    columns: columns.map(({ head, width, kind }) => ({ header: head, width, numFmt: formats[kind] })),
    freezePane: { rows: 1 },
  })
  const chunks: Uint8Array[] = []
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value)
  return Buffer.concat(chunks)
}

async function* inExcel(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const row of rows) yield columns.map(({ kind }, i) => valueOf(kind, row[i] ?? null))
}

// A sheet knows no time zone: the clock on the wall of +08:00 is written.
function valueOf(kind: Column['kind'], cell: Cell): string | number | Date | null {
  if (cell === null) return null
  if (kind === 'text') return cutWhole(unharmed(String(cell)), LONGEST)
  return kind === 'number' || kind === 'whole' ? Number(cell) : wall(Number(cell)).toDate()
}
