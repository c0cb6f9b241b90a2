import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import type * as Xlsx from 'hucre/xlsx'
import type * as Reading from '../../cloudfunctions/platform/workbook'
import type * as Ledger from '../../cloudfunctions/service/import/ledger'
import type * as Refusals from '../../miniprogram/domain/engine/refusals'

// The library is a module that this runner cannot load: it is bundled, as it is for the functions.
type Bundle = typeof Xlsx & typeof Reading & typeof Ledger & typeof Refusals
function bundled(): Bundle {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  const outfile = join(folder, 'bundle.js')
  const parts = ['platform/workbook', 'service/import/ledger'].map((one) => `../../cloudfunctions/${one}`)
  const names = ['hucre/xlsx', ...parts, '../../miniprogram/domain/engine/refusals']
  buildSync({
    stdin: { contents: names.map((one) => `export * from '${one}'`).join('\n'), resolveDir: __dirname },
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
  })
  const bundle = jest.requireActual<Bundle>(outfile)
  rmSync(folder, { recursive: true })
  return bundle
}
const { readWorkbook, Refused, sheetIn, SheetError, writeXlsx } = bundled()

type Sheets = Parameters<typeof Xlsx.writeXlsx>[0]['sheets']
const xlsx = async (...sheets: Sheets): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets }))
const head = ['日期', '客户', '序列号', '现象', '费用']
const line = (day: string, title: string) => [day, '苏州澄远精密机械', 'QHV850-2403-016', title, 100]

/** A zip whose sheet is this text, unpacked as large as it is. */
async function swollen(sheet: string): Promise<Buffer> {
  const small = await xlsx({ name: '台账', rows: [head, line('2024-07-01', '异响')] })
  return replaced(small, 'xl/worksheets/sheet1.xml', Buffer.from(sheet))
}

/** The same zip with another part under a name. */
function replaced(zip: Buffer, name: string, content: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const out: Buffer[] = []
  const central: Buffer[] = []
  let at = zip.readUInt32LE(end + 16)
  let size = 0
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const entry = Buffer.from(zip.subarray(at, at + 46 + lengths[0]! + lengths[1]! + lengths[2]!))
    const local = zip.readUInt32LE(at + 42)
    const own = entry.toString('utf8', 46, 46 + lengths[0]!)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const header = Buffer.from(zip.subarray(local, start))
    const old = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const bytes = own === name ? deflateRawSync(content) : old
    if (own === name)
      for (const [part, first] of [
        [entry, 10],
        [header, 8],
      ] as const) {
        part.writeUInt16LE(8, first)
        part.writeUInt32LE(crc32(content), first + 6)
        part.writeUInt32LE(content.length, first + 14)
      }
    entry.writeUInt32LE(bytes.length, 20)
    header.writeUInt32LE(bytes.length, 18)
    entry.writeUInt32LE(size, 42)
    out.push(header, bytes)
    size += header.length + bytes.length
    central.push(entry)
    at += entry.length
  }
  const directory = Buffer.concat(central)
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(size, 16)
  return Buffer.concat([...out, directory, tail])
}

const wordsOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) =>
      error instanceof SheetError
        ? error.message
        : error instanceof Refused
          ? error.refusal.words
          : String(error),
  )

describe('a workbook that somebody brings', () => {
  it('given numbers, words and days, then each cell keeps its kind', async () => {
    const day = new Date('2024-07-01T00:00:00Z')
    const content = await xlsx({
      name: 'a',
      rows: [['甲', 240316, '240316', day]],
      columns: [{}, {}, {}, { numFmt: 'yyyy-mm-dd' }],
    })
    expect((await readWorkbook(content))[0]!.rows).toEqual([['甲', 240316, '240316', '2024-07-01']])
  })

  it('given merged cells of a company, then each of its lines has it, a sum is said once', async () => {
    const { merged } = await sheetIn(
      await xlsx({
        name: '台账',
        rows: [head, line('2024-07-01', '异响'), line('2024-07-02', '漏油'), line('2024-07-03', '回零')],
        merges: [{ startRow: 1, startCol: 1, endRow: 3, endCol: 1 }],
      }),
    )
    expect(merged).toEqual([{ column: 1, from: 2, to: 4 }])
  })

  it('given a cover before the ledger and an empty sheet, then the ledger is read and the others are named', async () => {
    const content = await xlsx(
      { name: '封面', rows: [['客户服务部'], ['2024 年度']] },
      { name: '空', rows: [] },
      { name: '2024', rows: [head, line('2024-07-01', '异响')] },
      { name: '2023', rows: [head, line('2023-07-01', '异响'), line('2023-07-02', '漏油')] },
    )
    expect(await sheetIn(content)).toMatchObject({
      name: '2024',
      used: 1,
      sheets: [
        { name: '封面', rows: 0 },
        { name: '2024', rows: 1 },
        { name: '2023', rows: 2 },
      ],
    })
    expect(await sheetIn(content, '2023')).toMatchObject({ name: '2023', used: 2 })
    expect(await wordsOf(sheetIn(content, '2022'))).toBe('文件里没有「2022」这张表')
  })

  it('given 50 records and blank lines with borders below, then the blank ones do not count', async () => {
    const blank = Array.from({ length: 12_000 }, (_, i) => [i + 51, null, null, null, null])
    const records = Array.from({ length: 50 }, (_, i) => line('2024-07-01', `异响 ${i}`))
    expect((await sheetIn(await xlsx({ name: 'a', rows: [head, ...records, ...blank] }))).used).toBe(50)
    const csv = `${head.join(',')}\n2024-07-01,苏州,QH,异响,免费\n${','.repeat(4)}\n${'\n'.repeat(12_000)}`
    expect((await sheetIn(Buffer.from(csv))).used).toBe(1)
  })

  it('given a page of the web that calls itself .xls, or an old or locked file, then the true reason is said', async () => {
    expect(
      await wordsOf(readWorkbook(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'))),
    ).toContain('其实是网页')
    expect(await wordsOf(readWorkbook(Buffer.from('d0cf11e0a1b11ae10000', 'hex')))).toContain(
      '旧格式（.xls）或加了密码',
    )
    expect(await wordsOf(readWorkbook(Buffer.from('PKnot a zip')))).toContain('打不开这个 Excel')
  })
})

describe('a file that is larger inside than outside', () => {
  const open = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  const cells = (row: number, count: number): string =>
    `<row r="${row}">${'<c><v>1</v></c>'.repeat(count)}</row>`

  it.each([
    ['100 MB of nothing', () => `${open}${' '.repeat(110 * 1024 * 1024)}</sheetData></worksheet>`],
    [
      'millions of cells',
      () =>
        `${open}${Array.from({ length: 4000 }, (_, i) => cells(i + 1, 256)).join('')}</sheetData></worksheet>`,
    ],
  ])('of %s is refused in words, and little memory is taken', async (_what, sheet) => {
    const content = await swollen(sheet())
    expect(content.length).toBeLessThan(1024 * 1024)
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    expect(await wordsOf(readWorkbook(content))).toContain('表格展开后太大')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('of a CSV of ten million commas is refused before it is taken apart', async () => {
    expect(await wordsOf(readWorkbook(Buffer.from(','.repeat(9_000_000))))).toContain('表格展开后太大')
  })
})
