// A ledger that somebody brought: whose file it is, what is in it, and what becomes of its lines.
import { guessMapping, type LedgerMapping } from '../../../miniprogram/domain/ledger/fields'
import {
  cellOf,
  companyNamed,
  isBlank,
  readLines,
  type KnownMachine,
  type ReadLedger,
  type Registered,
} from '../../../miniprogram/domain/ledger/read'
import { said } from '../../../miniprogram/domain/company/settings'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { contentOf } from '../../platform/files'
import { readSheet, SheetError } from '../../platform/sheet'
import { companies, equipment } from '../../store/collections'
import { hash } from '../../store/ids'
import type { Caller } from '../caller'
import { lastSettings } from '../company/settings'

/** Headings, and what stands below them; `first` is the sheet's own number of the first line. */
export interface Sheet {
  columns: string[]
  lines: string[][]
  first: number
  /** Lines that say anything. */
  used: number
}

const troubled = (words: string): Refused =>
  new Refused('INVALID_INPUT', { words, fields: { fileId: words } })

/** The file's rows under their headings; only who brought a file may read it. */
export async function sheetOf({ pid }: Caller, fileId: string): Promise<Sheet> {
  const own = fileId.includes(`/imports/${pid}/`) && !fileId.includes('..')
  const content = own ? await contentOf(fileId) : null
  if (!content) throw troubled('文件没有传上来,请重新选择')
  return sheetIn(content)
}

/** The rows of a file under their headings; throws in the words of a person what is wrong with it. */
export async function sheetIn(content: Buffer): Promise<Sheet> {
  const settings = lastSettings()
  const tooMuch = (name: 'importBytes' | 'importRows') =>
    troubled(`文件超过 ${said(settings, name)},请分成几个文件`)
  if (content.length > settings.importBytes) throw tooMuch('importBytes')
  const rows = await rowsOf(content)
  const head = headingAt(rows)
  const lines = rows.slice(head + 1)
  const used = lines.filter((cells) => !isBlank(cells)).length
  if (used === 0) throw troubled('只有表头,没有记录')
  if (lines.length > settings.importRows) throw tooMuch('importRows')
  return { columns: headed(rows[head]!), lines, first: head + 2, used }
}

/** A title may stand above the headings: those are the first row that has three cells or more. */
function headingAt(rows: readonly (readonly string[])[]): number {
  const wide = rows.findIndex((cells) => cells.filter(Boolean).length >= 3)
  return wide === -1 ? rows.findIndex((cells) => !isBlank(cells)) : wide
}

async function rowsOf(content: Buffer): Promise<string[][]> {
  try {
    return await readSheet(content)
  } catch (error) {
    throw error instanceof SheetError ? troubled(error.message) : error
  }
}

/** Every column has a name of its own: an empty one its letter, a second 备注 its number. */
function headed(columns: readonly string[]): string[] {
  const known = new Map<string, number>()
  return columns.map((column, i) => {
    const name = column || `第 ${i + 1} 列`
    const times = (known.get(name) ?? 0) + 1
    known.set(name, times)
    return times === 1 ? name : `${name}(${times})`
  })
}

/** All lines of a sheet as they will be taken or refused. */
export async function readLedger(sheet: Sheet, mapping: LedgerMapping, now: number): Promise<ReadLedger> {
  const { columns, lines, first } = sheet
  for (const heading of Object.values(mapping.columns))
    if (!columns.includes(heading)) throw troubled(`文件里没有「${heading}」这一列`)
  const registered = await registeredIn(sheet, mapping)
  return readLines(lines, first, { columns, mapping, registered, today: isoDay(now), hash })
}

export const guess = ({ columns }: Sheet): LedgerMapping => guessMapping(columns)

const SLICE = 200

/** What is registered of the companies and machines that the lines speak of. */
async function registeredIn({ columns, lines }: Sheet, mapping: LedgerMapping): Promise<Registered> {
  const distinct = (field: 'company' | 'serial'): string[] => [
    ...new Set(lines.map((cells) => cellOf({ columns, mapping }, cells, field)).filter(Boolean)),
  ]
  const [named, machines] = await Promise.all([
    companiesNamed(distinct('company')),
    inSlices(
      distinct('serial').map((serial) => serial.toUpperCase()),
      (some) => equipment.find({ serial: { in: some } }, { limit: 1000 }),
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

async function companiesNamed(names: readonly string[]): Promise<Registered['companies']> {
  const exact = await inSlices(names, (some) => companies.find({ name: { in: some } }, { limit: 1000 }))
  const missing = names.filter((name) => exact.every((one) => one.name !== name))
  // a name written a little differently: all companies are looked through, once
  const all = missing.length > 0 ? await everyCompany() : []
  const near = missing.flatMap((name) => companyNamed(name, all) ?? [])
  return [...new Map([...exact, ...near].map(({ _id: id, name }) => [id, { id, name }])).values()]
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
