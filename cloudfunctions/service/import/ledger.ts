// A ledger that somebody brought: whose file it is, what is in it, and what becomes of its lines.
import {
  isBlank,
  saysSomething,
  wordsIn,
  type LedgerRow,
  type Merged,
} from '../../../miniprogram/domain/ledger/cells'
import { serialOf } from '../../../miniprogram/domain/form/serial'
import {
  guessMapping,
  noMapping,
  type LedgerField,
  type LedgerMapping,
} from '../../../miniprogram/domain/ledger/fields'
import { companiesLike, type KnownMachine, type Registered } from '../../../miniprogram/domain/ledger/owner'
import {
  cellOf,
  doubtfulNames,
  readLines,
  type DoubtfulName,
  type ReadLedger,
} from '../../../miniprogram/domain/ledger/read'
import { said } from '../../../miniprogram/domain/company/settings'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { contentOf } from '../../platform/files'
import { readWorkbook, SheetError, type SheetRows } from '../../platform/workbook'
import { companies, equipment } from '../../store/collections'
import { hash } from '../../store/ids'
import type { Caller } from '../caller'
import { lastSettings } from '../company/settings'

/** Headings, and what stands below them; `first` is the sheet's own number of the first line. */
export interface Sheet {
  name: string
  columns: string[]
  lines: LedgerRow[]
  first: number
  /** Lines that say anything. */
  used: number
  merged: Merged[]
  /** All sheets of the file that have anything in them, with the lines of each. */
  sheets: { name: string; rows: number }[]
}

const troubled = (words: string): Refused =>
  new Refused('INVALID_INPUT', { words, fields: { fileId: words } })

/** The file's rows under their headings; only who brought a file may read it. */
export async function sheetOf({ pid }: Caller, fileId: string, name = ''): Promise<Sheet> {
  const own = fileId.includes(`/imports/${pid}/`) && !fileId.includes('..')
  const content = own ? await contentOf(fileId) : null
  if (!content) throw troubled('文件没有传上来,请重新选择')
  return sheetIn(content, name)
}

/**
 * The rows of a file's sheet under their headings: of the named one, else of the first that looks like a ledger.
 * Throws in the words of a person what is wrong with it.
 */
export async function sheetIn(content: Buffer, name = ''): Promise<Sheet> {
  const settings = lastSettings()
  const tooMuch = (what: 'importBytes' | 'importRows') =>
    troubled(`文件超过 ${said(settings, what)},请分成几个文件`)
  if (content.length > settings.importBytes) throw tooMuch('importBytes')
  const all = await workbookOf(content)
  const read = name === '' ? looksLikeLedger(all) : all.find((one) => one.name === name)
  if (!read) throw troubled(`文件里没有「${name}」这张表`)
  const { rows, merged } = read
  const head = headingAt(rows)
  const lines = rows.slice(head + 1)
  const used = lines.filter(saysSomething).length
  if (used === 0) throw troubled('只有表头,没有记录')
  if (used > settings.importRows) throw tooMuch('importRows')
  const sheets = all.map((one) => ({ name: one.name, rows: linesBelow(one).length }))
  return { name: read.name, columns: headed(rows[head]!), lines, first: head + 2, used, merged, sheets }
}

const linesBelow = ({ rows }: SheetRows): LedgerRow[] => rows.slice(headingAt(rows) + 1).filter(saysSomething)

/** The first sheet with the most headings that a ledger has; a cover has none. */
function looksLikeLedger(all: readonly SheetRows[]): SheetRows {
  const fits = ({ rows }: SheetRows): number =>
    rows.length === 0 ? 0 : Object.keys(guessMapping(headed(rows[headingAt(rows)] ?? [])).columns).length
  return all.reduce((best, one) => (fits(one) > fits(best) ? one : best))
}

/** A title may stand above the headings: those are the first row that has three cells or more. */
function headingAt(rows: readonly LedgerRow[]): number {
  const wide = rows.findIndex((cells) => cells.filter((cell) => wordsIn(cell) !== '').length >= 3)
  return wide === -1 ? rows.findIndex((cells) => !isBlank(cells)) : wide
}

async function workbookOf(content: Buffer): Promise<SheetRows[]> {
  try {
    return await readWorkbook(content)
  } catch (error) {
    throw error instanceof SheetError ? troubled(error.message) : error
  }
}

/** Every column has a name of its own: an empty one its place, a second 备注 its number. */
function headed(columns: LedgerRow): string[] {
  const known = new Map<string, number>()
  return columns.map((column, i) => {
    const name = wordsIn(column) || `第 ${i + 1} 列`
    const times = (known.get(name) ?? 0) + 1
    known.set(name, times)
    return times === 1 ? name : `${name}(${times})`
  })
}

/** What each merged cell says stands in each of its lines; a sum of several lines is said once. */
const summed: readonly LedgerField[] = ['cost', 'downtime', 'hours']
function unmerged({ columns, lines, first, merged }: Sheet, mapping: LedgerMapping): LedgerRow[] {
  const fields = Object.entries(mapping.columns).filter(([field]) => !summed.includes(field as LedgerField))
  const places = new Set(fields.map(([, heading]) => columns.indexOf(heading)))
  const whole = [...lines]
  for (const { column, from, to } of merged) {
    const said = lines[from - first]?.[column]
    if (said === undefined || !places.has(column)) continue
    for (let at = from - first + 1; at <= to - first && at < lines.length; at++) {
      if (isBlank(whole[at]!)) continue
      const cells = Array.from(
        { length: Math.max(whole[at]!.length, column + 1) },
        (_, i) => whole[at]![i] ?? '',
      )
      cells[column] = said
      whole[at] = cells
    }
  }
  return whole
}

/** What becomes of all lines, and the names of companies that somebody has to confirm. */
export interface Understood extends ReadLedger {
  names: DoubtfulName[]
}

/** All lines of a sheet as they will be taken or refused. */
export async function readLedger(
  sheet: Sheet,
  given: Partial<LedgerMapping>,
  now: number,
): Promise<Understood> {
  const mapping = { ...noMapping, ...given }
  const { columns, first } = sheet
  for (const heading of Object.values(mapping.columns))
    if (!columns.includes(heading)) throw troubled(`文件里没有「${heading}」这一列`)
  const lines = unmerged(sheet, mapping)
  const registered = await registeredIn({ columns, lines }, mapping)
  const reading = { columns, mapping, registered, today: isoDay(now), hash }
  return { ...readLines(lines, first, reading), names: doubtfulNames(lines, reading) }
}

export const guess = ({ columns, name }: Sheet): LedgerMapping => ({ ...guessMapping(columns), sheet: name })

const SLICE = 200

/** What is registered of the companies and machines that the lines speak of. */
async function registeredIn(
  { columns, lines }: Pick<Sheet, 'columns' | 'lines'>,
  mapping: LedgerMapping,
): Promise<Registered> {
  const distinct = (field: 'company' | 'serial'): string[] => [
    ...new Set(lines.map((cells) => cellOf({ columns, mapping }, cells, field)).filter(Boolean)),
  ]
  const [named, machines] = await Promise.all([
    companiesNamed(distinct('company'), Object.values(mapping.companies)),
    inSlices([...new Set(distinct('serial').map(serialOf))], (some) =>
      equipment.find({ serial: { in: some } }, { limit: 1000 }),
    ),
  ])
  const owners = await inSlices([...new Set(machines.map((one) => one.companyId))], (some) =>
    companies.find({ _id: { in: some } }, { limit: 1000 }),
  )
  const nameOf = (id: string): string => owners.find((one) => one._id === id)?.name ?? ''
  return {
    companies: named,
    machines: machines.map(({ serial, model, name, companyId }): KnownMachine => ({
      serial,
      model: `${model} ${name}`.trim(),
      companyId,
      companyName: nameOf(companyId),
    })),
  }
}

/** Of each name those that it may mean; and those that somebody has confirmed. */
async function companiesNamed(
  names: readonly string[],
  confirmed: readonly string[],
): Promise<Registered['companies']> {
  const exact = await inSlices(names, (some) => companies.find({ name: { in: some } }, { limit: 1000 }))
  const known = await inSlices([...new Set(confirmed)], (some) =>
    companies.find({ _id: { in: some } }, { limit: 1000 }),
  )
  const named = new Set(exact.map((one) => one.name))
  const missing = names.filter((name) => !named.has(name))
  // a name written a little differently: all companies are looked through, once
  const all = missing.length > 0 ? await everyCompany() : []
  const near = missing.flatMap((name) => companiesLike(name, all))
  const found = new Map([...exact, ...known, ...near].map((one) => [one._id, one]))
  return [...found.values()].map(({ _id: id, name, city }) => ({ id, name, city }))
}

async function everyCompany() {
  const found: Awaited<ReturnType<typeof companies.find>> = []
  for (let after = ''; ;) {
    const page = await companies.find({ name: { gt: after } }, { order: ['name', 'asc'], limit: 1000 })
    found.push(...page)
    if (page.length < 1000) return found
    after = page[page.length - 1]!.name
  }
}

async function inSlices<T>(all: readonly string[], find: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let i = 0; i < all.length; i += SLICE) found.push(...(await find(all.slice(i, i + SLICE))))
  return found
}
