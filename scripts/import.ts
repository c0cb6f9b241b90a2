// npm run import -- ledger.xlsx [mapping.json] [--write] [--unknown]: an old ledger (台账) into the archive and the
// statistics. Without --write it only says what would become of each line; refused lines are written beside the file.
// With --folder .data the local cloud's data; with TCB_ENV and its credentials a CloudBase environment's.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LedgerMapping } from '../miniprogram/domain/ledger/fields'
import { caseOfRecord, entryOfRecord } from '../miniprogram/domain/ledger/kept'
import { Refused } from '../miniprogram/domain/engine/refusals'
import type { LedgerRecord, ReadLedger } from '../miniprogram/domain/ledger/read'
import { keepEntries } from '../cloudfunctions/service/archive/keep'
import { writeSheet } from '../cloudfunctions/platform/sheet'
import { guess, readLedger, sheetIn, type Sheet } from '../cloudfunctions/service/import/ledger'
import { refusedTable } from '../cloudfunctions/service/import/refused'
import { keepCases } from '../cloudfunctions/service/learn/cases'
import { archive } from '../cloudfunctions/store/collections'
import { serve } from './served'

const SLICE = 500

/** What a command line asks for. */
export interface Asked {
  file: string
  mapping: string | null
  folder: string | null
  write: boolean
  keepUnknown: boolean
}

export function askedIn(args: readonly string[]): Asked {
  const at = args.indexOf('--folder')
  const folder = at === -1 ? null : (args[at + 1] ?? null)
  const [file, mapping = null] = args.filter((one, i) => !one.startsWith('--') && (at === -1 || i !== at + 1))
  if (!file) throw new Error('npm run import -- 台账.xlsx [对照.json] [--write] [--unknown] [--folder .data]')
  return { file, mapping, folder, write: args.includes('--write'), keepUnknown: args.includes('--unknown') }
}

/** Reads the ledger against what is registered and, when asked to, writes it; says what became of it. */
export async function importLedger(asked: Asked, say: (line: string) => void): Promise<ReadLedger> {
  const given = asked.mapping
    ? (JSON.parse(readFileSync(asked.mapping, 'utf8')) as Partial<LedgerMapping>)
    : {}
  const sheet = await sheetIn(readFileSync(asked.file), given.sheet)
  const guessed = guess(sheet)
  const mapping = { ...guessed, ...given, keepUnknown: asked.keepUnknown || given.keepUnknown === true }
  const left = sheet.sheets.filter((one) => one.name !== sheet.name)
  if (left.length > 0)
    say(`没有读的表 / sheets left out: ${left.map((one) => `${one.name}(${one.rows})`).join('、')}`)
  say(`列 / columns: ${JSON.stringify(mapping.columns)}`)
  const read = await readLedger(sheet, mapping, Date.now())
  say(
    `记录 / lines: ${sheet.used} · 可导入 / taken: ${read.records.length} · 收不下 / refused: ${read.refusedRows}`,
  )
  for (const { name, candidates } of read.names)
    say(`  ? ${name}: ${candidates.map((one) => `${one.name} ${one.id}`).join('、')}`)
  await tellRefused(asked.file, sheet, read, say)
  if (asked.write) await writeAll(read.records, say)
  return read
}

async function tellRefused(
  file: string,
  sheet: Sheet,
  read: ReadLedger,
  say: (line: string) => void,
): Promise<void> {
  for (const { row, column, words } of read.refusals.slice(0, 10))
    say(`  ✗ ${row} ${column ? `${column}:` : ''}${words}`)
  if (read.refusals.length === 0) return
  const target = `${file.replace(/\.\w+$/, '')}-收不下.xlsx`
  const { columns, rows } = refusedTable(sheet, read.refusals)
  writeFileSync(target, await writeSheet('收不下', columns, rows))
  say(`  → ${target}`)
}

async function writeAll(records: readonly LedgerRecord[], say: (line: string) => void): Promise<void> {
  for (let i = 0; i < records.length; i += SLICE) {
    const slice = records.slice(i, i + SLICE)
    const known = await archive.find({ _id: { in: slice.map((one) => one.id) } }, { limit: SLICE })
    await keepEntries(slice.map(entryOfRecord), known)
    await keepCases(slice.map(caseOfRecord), Date.now())
    say(`已导入 / written: ${Math.min(i + SLICE, records.length)} / ${records.length}`)
  }
}

async function main(): Promise<void> {
  const asked = askedIn(process.argv.slice(2))
  const remote = process.env.TCB_ENV !== undefined && asked.folder === null
  const stop = remote ? null : await serve(resolve(asked.folder ?? process.env.DATA_DIR ?? '.data'))
  try {
    await importLedger(asked, (line) => console.log(line))
  } finally {
    await stop?.()
  }
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(
      error instanceof Refused ? error.refusal.words : error instanceof Error ? error.message : error,
    )
    process.exitCode = 1
  })
