// A line of an old ledger becomes a record or is refused with the row, the column and why. Pure: whoever reads the
// file brings its rows and what is registered.
import { ledgerFields, type LedgerField, type LedgerMapping } from './fields'
import { dayIn, faultIn, numberIn } from './values'

export interface KnownMachine {
  serial: string
  model: string
  companyId: string
  companyName: string
}

/** What is registered, as far as the lines speak of it. */
export interface Registered {
  companies: readonly { id: string; name: string }[]
  machines: readonly KnownMachine[]
}

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

/** What a line says under a heading, or the same for every line. */
export function cellOf(
  { columns, mapping }: Pick<Reading, 'columns' | 'mapping'>,
  cells: readonly string[],
  field: LedgerField,
): string {
  const heading = mapping.columns[field]
  const cell = heading === undefined ? '' : (cells[columns.indexOf(heading)] ?? '').trim()
  return cell || (mapping.fixed[field] ?? '').trim()
}

/** One line of the ledger. */
export function readLine(cells: readonly string[], row: number, reading: Reading): Line {
  const refusals: Refusal[] = []
  const of = (field: LedgerField): string => cellOf(reading, cells, field)
  const refuse = (field: LedgerField, words: string): void =>
    void refusals.push({ row, column: reading.mapping.columns[field] ?? ledgerFields[field], words })
  for (const field of Object.keys(MOST) as LedgerField[])
    if (of(field).length > MOST[field]!) refuse(field, `${ledgerFields[field]}超过 ${MOST[field]} 字`)
  const day = dayOf(of('day'), reading.today, (words) => refuse('day', words))
  const whose = ownerOf(of('company'), of('serial').toUpperCase(), reading, refuse)
  const [downtime, hours, cost] = (['downtime', 'hours', 'cost'] as const).map((field) =>
    amountOf(of(field), (words) => refuse(field, words)),
  )
  if (of('title') === '' && of('words') === '') refuse('title', '没有写做了什么:现象和处理内容都是空的')
  if (refusals.length > 0 || day === null || whose === null) return { ok: false, refusals }
  const no = of('no')
  // what the ledger says, not what is registered: a company that is registered later is still the same line
  const identity = [of('company'), of('serial'), no || day, ...cells.map((cell) => cell.trim())]
  return {
    ok: true,
    record: {
      id: `i${reading.hash(JSON.stringify(identity)).slice(0, 24)}`,
      ...{ row, day, no, ...whose },
      model: of('model') || whose.model,
      title: of('title') || of('words').slice(0, 60),
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

type Refuse = (field: LedgerField, words: string) => void

/** Whose machine it was: the named company's, or its owner's of today. */
function ownerOf(name: string, serial: string, reading: Reading, refuse: Refuse): KnownMachine | null {
  const { registered, mapping } = reading
  const machine = registered.machines.find((one) => one.serial === serial)
  const company = companyNamed(name, registered.companies)
  if (name === '' && serial === '') refuse('company', '没有企业,也没有设备序列号')
  else if (name !== '' && !company && !mapping.keepUnknown) refuse('company', `没有登记这家企业:${name}`)
  else if (serial !== '' && !machine && !mapping.keepUnknown) refuse('serial', `没有登记这台设备:${serial}`)
  else
    return {
      serial,
      model: machine?.model ?? '',
      companyId: name === '' ? (machine?.companyId ?? '') : (company?.id ?? ''),
      companyName: name === '' ? (machine?.companyName ?? '') : (company?.name ?? name),
    }
  return null
}

/** The company of that name, or the only one whose name is part of it or the other way round. */
export function companyNamed<C extends { name: string }>(name: string, all: readonly C[]): C | undefined {
  const exact = all.find((one) => one.name === name)
  if (exact || name.length < 4) return exact
  const near = all.filter((one) => name.includes(one.name) || one.name.includes(name))
  return near.length === 1 ? near[0] : undefined
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** What became of every line: taken, the same line again, or refused. */
export interface ReadLedger {
  records: LedgerRecord[]
  refusals: Refusal[]
  /** Rows that are not taken. */
  refusedRows: number
}

/** Lines one after the other; `first` is the sheet's row of the first, `seen` what was read before. */
export function readLines(
  lines: readonly (readonly string[])[],
  first: number,
  reading: Reading,
  seen: Map<string, number> = new Map(),
): ReadLedger {
  const result: ReadLedger = { records: [], refusals: [], refusedRows: 0 }
  lines.forEach((cells, i) => {
    if (isBlank(cells)) return
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
