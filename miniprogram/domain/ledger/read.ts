// A line of an old ledger becomes a record or is refused with the row, the column and why. Pure: whoever reads the
// file brings its rows and what is registered.
import { cutWhole } from '../form/text'
import { serialOf } from '../form/serial'
import {
  hasLostDigits,
  isFormulaError,
  isSumLine,
  saysSomething,
  wordsIn,
  type LedgerCell,
  type LedgerRow,
} from './cells'
import { ledgerFields, type LedgerField, type LedgerMapping } from './fields'
import { doubtful, ownerOf, type KnownCompany, type Registered } from './owner'
import { dayIn, faultIn, numberIn } from './values'

/** What a line says, understood. */
export interface LedgerRecord {
  /** From the company, the machine, the number or day and the whole line: importing twice meets itself. */
  id: string
  row: number
  day: string
  companyId: string
  companyName: string
  serial: string
  model: string
  no: string
  title: string
  words: string
  /** A leaf of the fault tree, '' when the ledger's word means none; the word stays. */
  fault: string
  faultWord: string
  /** Minutes. */
  downtime: number
  repair: number | null
  /** Whole yuan. */
  cost: number
  by: string
}

/** Why a line is not taken. `row` is the sheet's own, the heading is row 1. */
export interface Refusal {
  row: number
  column: string
  words: string
}

export type Line = { ok: true; record: LedgerRecord } | { ok: false; refusals: Refusal[] }

export interface Reading {
  columns: readonly string[]
  mapping: LedgerMapping
  registered: Registered
  /** Local day; nothing has happened later. */
  today: string
  hash: (text: string) => string
}

const EARLIEST = '1980-01-01'
const MOST: Partial<Record<LedgerField, number>> = {
  title: 200,
  words: 2000,
  no: 40,
  serial: 40,
  company: 60,
  by: 40,
}

/** The cell of a line under a field's heading; undefined where the field has no column. */
function rawOf(
  { columns, mapping }: Pick<Reading, 'columns' | 'mapping'>,
  cells: LedgerRow,
  field: LedgerField,
) {
  const heading = mapping.columns[field]
  return heading === undefined ? undefined : cells[columns.indexOf(heading)]
}

/** What a line says under a heading, or the same for every line. */
export const cellOf = (
  reading: Pick<Reading, 'columns' | 'mapping'>,
  cells: LedgerRow,
  field: LedgerField,
): string => wordsIn(rawOf(reading, cells, field)) || (reading.mapping.fixed[field] ?? '').trim()

/** One line of the ledger. */
export function readLine(cells: LedgerRow, row: number, reading: Reading): Line {
  const refusals: Refusal[] = []
  const of = (field: LedgerField): string => cellOf(reading, cells, field)
  const refuse = (field: LedgerField, words: string): void =>
    void refusals.push({ row, column: reading.mapping.columns[field] ?? ledgerFields[field], words })
  for (const field of Object.keys(MOST) as LedgerField[])
    if (of(field).length > MOST[field]!) refuse(field, `${ledgerFields[field]}超过 ${MOST[field]} 字`)
  for (const field of Object.keys(ledgerFields) as LedgerField[])
    spoilt(rawOf(reading, cells, field), field, refuse)
  const day = dayOf(of('day'), reading.today, (words) => refuse('day', words))
  const whose = ownerOf(of('company'), serialOf(of('serial')), reading, refuse)
  const [downtime, hours, cost] = (['downtime', 'hours', 'cost'] as const).map((field) =>
    amountOf(of(field), (words) => refuse(field, words)),
  )
  if (of('title') === '' && of('words') === '') refuse('title', '没有写做了什么:现象和处理内容都是空的')
  if (refusals.length > 0 || day === null || whose === null) return { ok: false, refusals }
  const no = of('no')
  // what the ledger says, not what is registered: a company that is registered later is still the same line
  const identity = [of('company'), of('serial'), no || day, ...cells.map((cell) => String(cell).trim())]
  return {
    ok: true,
    record: {
      id: `i${reading.hash(JSON.stringify(identity)).slice(0, 24)}`,
      ...{ row, day, no, ...whose },
      model: of('model') || whose.model,
      title: of('title') || cutWhole(of('words'), 60),
      words: of('title') === '' ? '' : of('words'),
      fault: faultIn(of('fault'), reading.mapping.faults),
      faultWord: of('fault'),
      downtime: Math.round(downtime! * 60),
      repair: of('hours') === '' ? null : Math.round(hours! * 60),
      cost: Math.round(cost!),
      by: of('by'),
    },
  }
}

/** A cell that says something else than its writer meant. */
function spoilt(
  cell: LedgerCell | undefined,
  field: LedgerField,
  refuse: (field: LedgerField, words: string) => void,
): void {
  if (isFormulaError(cell)) refuse(field, `「${wordsIn(cell)}」是公式的错误，请改成内容`)
  else if ((field === 'serial' || field === 'no') && hasLostDigits(cell))
    refuse(field, `「${wordsIn(cell)}」是数字，位数可能已经丢失；请把这一列设为文本后重新填写`)
}

function dayOf(text: string, today: string, refuse: (words: string) => void): string | null {
  const day = dayIn(text)
  if (text === '') refuse('没有日期')
  else if (day === null) refuse(`看不懂的日期「${text}」,请写成 2024-07-01`)
  else if (day > today) refuse(`日期 ${day} 在今天之后`)
  else if (day < EARLIEST) refuse(`日期 ${day} 早于 1980 年,请核对`)
  else return day
  return null
}

function amountOf(text: string, refuse: (words: string) => void): number {
  const amount = numberIn(text)
  if (amount === null) refuse(`「${text}」不是数字`)
  else if (amount < 0) refuse(`「${text}」是负数`)
  else if (amount > 10_000_000) refuse(`「${text}」太大,请核对`)
  else return amount
  return 0
}

/** What became of every line: taken, the same line again, or refused. */
export interface ReadLedger {
  records: LedgerRecord[]
  refusals: Refusal[]
  /** Rows that are not taken. */
  refusedRows: number
}

/** Blank is blank: nothing under any heading that is read, a dragged-down 序号, or the line of sums below. */
function isNoRecord(cells: LedgerRow, reading: Reading): boolean {
  if (!saysSomething(cells)) return true
  const fields = Object.keys(reading.mapping.columns) as LedgerField[]
  if (fields.every((field) => wordsIn(rawOf(reading, cells, field)) === '')) return true
  return isSumLine(cells) && wordsIn(rawOf(reading, cells, 'day')) === ''
}

/** Lines one after the other; `first` is the sheet's row of the first, `seen` what was read before. */
export function readLines(
  lines: readonly LedgerRow[],
  first: number,
  reading: Reading,
  seen: Map<string, number> = new Map(),
): ReadLedger {
  const result: ReadLedger = { records: [], refusals: [], refusedRows: 0 }
  lines.forEach((cells, i) => {
    if (isNoRecord(cells, reading)) return
    const row = first + i
    const line = readLine(cells, row, reading)
    const before = line.ok ? seen.get(line.record.id) : undefined
    if (line.ok && before === undefined) {
      seen.set(line.record.id, row)
      result.records.push(line.record)
      return
    }
    result.refusedRows += 1
    result.refusals.push(
      ...(line.ok ? [{ row, column: '', words: `和第 ${before} 行完全相同` }] : line.refusals),
    )
  })
  return result
}

/** A company's name in the ledger that may mean more than one, or is only near to some; with how many lines. */
export interface DoubtfulName {
  name: string
  count: number
  candidates: KnownCompany[]
}

/** The names that somebody has to confirm, those of the most lines first. */
export function doubtfulNames(lines: readonly LedgerRow[], reading: Reading): DoubtfulName[] {
  const counts = new Map<string, number>()
  for (const cells of lines) {
    const name = isNoRecord(cells, reading) ? '' : cellOf(reading, cells, 'company')
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count, candidates: candidatesOf(name, reading) }))
    .filter(({ candidates }) => candidates.length > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** Also of a name that was confirmed: it can be confirmed otherwise. */
const candidatesOf = (name: string, reading: Reading): KnownCompany[] =>
  doubtful(name, { ...reading, mapping: { ...reading.mapping, companies: {} } })
