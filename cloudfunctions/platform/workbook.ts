// Reading what somebody brings: .xlsx and CSV, bounded while it is read. A cell keeps its kind.
import { parseCsv } from 'hucre/csv'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { LedgerCell, LedgerRow, Merged } from '../../miniprogram/domain/ledger/cells'
import { partsOf, unpacked } from './zip-size'

/** A file that cannot be read as a table, in a person's words. */
export class SheetError extends Error {}

/** A sheet as it is read: row `i` stands in line `i + 1`, blank ones too. */
export interface SheetRows {
  name: string
  rows: LedgerRow[]
  merged: Merged[]
}

/** A function has 256 MB: sheets are streamed, the words that they share are held whole. */
const MOST = {
  sheets: 96 * 1024 * 1024,
  shared: 16 * 1024 * 1024,
  cells: 600_000,
  columns: 256,
  merged: 20_000,
}
const tooLarge = (): SheetError =>
  new SheetError('表格展开后太大，请删去空白的行列、图片和多余的表，或分成几个文件再选')
const BROKEN = '打不开这个 Excel 文件,请另存为 .xlsx 或 CSV 再选'

/** All sheets that are not hidden and have anything in them. Throws SheetError. */
export async function readWorkbook(content: Buffer): Promise<SheetRows[]> {
  const sheets = isZip(content) ? await sheetsOfXlsx(content) : [sheetOfCsv(content)]
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) throw new SheetError('文件里没有内容')
  return filled
}

const isZip = (content: Buffer): boolean => content.subarray(0, 2).toString('latin1') === 'PK'

async function sheetsOfXlsx(content: Buffer): Promise<SheetRows[]> {
  try {
    const merges = await measured(content)
    const names: { name: string; index: number }[] = []
    await readXlsx(new Uint8Array(content), {
      sheets: ({ name, index, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) names.push({ name, index })
        return false
      },
    })
    const room = { cells: MOST.cells }
    const sheets: SheetRows[] = []
    for (const { name, index } of names)
      sheets.push({ name, rows: await rowsOf(content, index, room), merged: merges(index) })
    return sheets
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError(BROKEN)
  }
}

async function rowsOf(content: Buffer, sheet: number, room: { cells: number }): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for await (const { index, values } of streamXlsxRows(new Uint8Array(content), { sheet })) {
    const cells = values.slice(0, MOST.columns).map(cellOf)
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop()
    room.cells -= cells.length
    if (room.cells < 0) throw tooLarge()
    // a blank line is kept only when something stands below it
    if (cells.length === 0) continue
    while (rows.length < index) rows.push(NOTHING)
    rows.push(cells)
  }
  return rows
}
const NOTHING: LedgerRow = []

function cellOf(value: unknown): LedgerCell {
  if (typeof value === 'number') return value
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value).trim()
  if (Number.isNaN(value.getTime())) return ''
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

/** Refuses what is too large to be held; the merged cells of the sheet at a place in the workbook. */
async function measured(content: Buffer): Promise<(index: number) => Merged[]> {
  const left = { sheets: MOST.sheets, shared: MOST.shared }
  const merges = new Map<string, Merged[]>()
  const order = { 'xl/workbook.xml': '', 'xl/_rels/workbook.xml.rels': '' }
  for (const part of partsOf(content)) {
    if (!/\.(xml|rels)$/.test(part.name)) continue
    const kind = part.name.includes('/worksheets/') ? 'sheets' : 'shared'
    const found = mergesIn()
    await unpacked(part, (piece) => {
      left[kind] -= piece.length
      if (left[kind] < 0) throw tooLarge()
      if (kind === 'sheets') found.read(piece)
      if (part.name in order) order[part.name as keyof typeof order] += piece.toString('utf8')
    })
    if (kind === 'sheets') merges.set(part.name, found.merged)
  }
  const files = filesOf(order['xl/workbook.xml'], order['xl/_rels/workbook.xml.rels'])
  return (index) => merges.get(files[index] ?? '') ?? []
}

/** Where the sheets of a workbook lie, in its own order. */
function filesOf(workbook: string, rels: string): string[] {
  const targets = new Map(
    [...rels.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      / Id="([^"]*)"/.exec(tag)?.[1],
      / Target="\/?(?:xl\/)?([^"]*)"/.exec(tag)?.[1],
    ]),
  )
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(
    ([tag]) => `xl/${targets.get(/ r:id="([^"]*)"/.exec(tag)?.[1]) ?? ''}`,
  )
}

/** Looks for merged cells in pieces of a sheet: one of several lines in one column is one cell. */
function mergesIn() {
  const merged: Merged[] = []
  let rest = ''
  const read = (piece: Buffer): void => {
    const text = rest + piece.toString('latin1')
    for (const [, column, from, to] of text.matchAll(/<mergeCell ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g))
      if (from !== to && merged.length < MOST.merged)
        merged.push({ column: columnAt(column!), from: Number(from), to: Number(to) })
    rest = text.slice(text.lastIndexOf('<')).slice(0, 200)
    if (rest.includes('>')) rest = ''
  }
  return { merged, read }
}

/** 0 of A, 26 of AA. */
const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function sheetOfCsv(content: Buffer): SheetRows {
  const head = content.subarray(0, 8).toString('latin1')
  if (head.startsWith('\xD0\xCF\x11\xE0'))
    throw new SheetError('这是旧格式（.xls）或加了密码的文件，请在 Excel 里另存为不带密码的 .xlsx 再选')
  if (content.includes(0)) throw new SheetError('请选 Excel(.xlsx)或 CSV 文件')
  const text = decoded(content)
  if (/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(text))
    throw new SheetError('这个文件其实是网页，只是叫 .xls；请用 Excel 打开它，另存为 .xlsx 再选')
  if ((text.match(/[,\t\n]/g)?.length ?? 0) > MOST.cells * 2) throw tooLarge()
  const rows = parseCsv(text, { skipBom: true }).map((row) => row.map(cellOf))
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === '')) rows.pop()
  return { name: '', rows, merged: [] }
}

// Excel in Chinese saves CSV in GB 18030; what is not UTF-8 is that.
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}
