// Excel and CSV: the only code that knows the library. Written row by row, so that memory does not grow with the rows.
import { parseCsv } from 'hucre/csv'
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx'
import { wall } from '../../miniprogram/domain/calendar/dayjs'

/** A column as it is read: its head, its width in letters and what its cells are. */
export interface Column {
  head: string
  width: number
  kind: 'text' | 'number' | 'time' | 'day'
}

/** A cell: words, a number, or a time as epoch milliseconds where the column says so. */
export type Cell = string | number | null

/** What Excel shows a cell as. Words are text whatever they begin with: `=1+1` is never worked out, edited or not. */
const formats = { text: '@', number: '#,##0.##', time: 'yyyy-mm-dd hh:mm', day: 'yyyy-mm-dd' } as const
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
  if (kind === 'text') return String(cell).slice(0, LONGEST)
  return kind === 'number' ? Number(cell) : wall(Number(cell)).toDate()
}

/** A file that cannot be read as a table, in a person's words. */
export class SheetError extends Error {}

/** The rows of the first sheet of an .xlsx, or of a CSV in UTF-8 or GB 18030; all cells as words, empty rows too. */
export async function readSheet(content: Buffer): Promise<string[][]> {
  const rows = isZip(content) ? await rowsOfXlsx(content) : rowsOfCsv(content)
  if (rows.every((row) => row.every((cell) => cell === ''))) throw new SheetError('文件里没有内容')
  return rows
}

const isZip = (content: Buffer): boolean => content.subarray(0, 2).toString('latin1') === 'PK'

async function rowsOfXlsx(content: Buffer): Promise<string[][]> {
  try {
    const rows: string[][] = []
    // rows that the file leaves out are empty ones
    for await (const { index, values } of streamXlsxRows(new Uint8Array(content), { sheet: 0 })) {
      while (rows.length < index) rows.push([])
      rows.push(values.map(wordsOf))
    }
    return rows
  } catch {
    throw new SheetError('打不开这个 Excel 文件,请另存为 .xlsx 或 CSV 再选')
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value).trim()
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

function rowsOfCsv(content: Buffer): string[][] {
  if (content.includes(0)) throw new SheetError('请选 Excel(.xlsx)或 CSV 文件')
  const rows = parseCsv(decoded(content), { skipBom: true })
  return rows.map((row) => row.map(wordsOf))
}

// Excel in Chinese saves CSV in GB 18030; what is not UTF-8 is that.
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}
