// Years of real records: 5,485 work orders of five mining excavators (see the README beside the file, which is not part
// of this project). Where the file is not there, the test says so; `import.test.ts` covers the path everywhere.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { options } from '../../demo/local'
import type { SeedDb } from '../../local/options'
import { noMapping, type LedgerMapping } from '../../miniprogram/domain/ledger/fields'
import { faultName } from '../../miniprogram/domain/company/fault-tree'
import { at, pidOf, World } from './world'

const file = join(__dirname, '../../../shared/data/excavator-work-orders.csv')
const there = existsSync(file)
if (!there) process.stderr.write(`\nNOT RUN: the import of real work orders, ${file} is not there\n\n`)

const assets = ['A', 'B', 'C', 'D', 'E']
/** What the mine's words mean in our tree; the rest stays unclassified. */
const faults: LedgerMapping['faults'] = {
  'Hydraulic System': 'HY',
  'Hydraulic Cylinders': 'HY-1',
  Bucket: 'AX-1',
  Engine: 'EL',
  Superstructure: 'SF-2',
  'Final Drive': 'AX-2',
  'Induction and Exhaust': 'LB-2',
  Radiator: 'LB-2-3',
  Turbochargers: 'SP-4',
}
const mapping: LedgerMapping = {
  ...noMapping,
  byOwner: true,
  columns: {
    day: 'BscStartDate',
    serial: 'Asset',
    title: 'OriginalShorttext',
    cost: 'Cost',
    no: 'id',
    fault: 'MajorSystem',
  },
  fixed: {},
  faults,
  keepUnknown: false,
}
const years = { from: '2001-01-01', to: '2012-12-31' }
const wide = {
  ...years,
  model: '',
  batch: '',
  level: 1 as const,
  within: '',
  base: 'count' as const,
  perHundred: false,
}

/** The mine and its five machines, in service before the first order; each machine is a model of its own. */
function seed(db: SeedDb): void {
  options().seed!(db)
  db.insert('companies', [{ _id: 'mine', name: '露天矿', city: '珀斯' }])
  db.insert(
    'equipment',
    assets.map((serial) => ({
      ...{
        _id: `mine-${serial}`,
        serial,
        model: `RH-${serial}`,
        name: '挖掘机',
        nickname: '',
        companyId: 'mine',
      },
      ...{ site: '', city: '珀斯', warrantyUntil: '2001-06-30', lastServiceAt: null },
    })),
  )
}

/** The same sums worked out without anything of the product: its own reading of the file, its own loops. */
interface Order {
  day: string
  asset: string
  cost: number
  l1: string
}
function naive(): Order[] {
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean).map(cellsOf)
  return rows
    .filter((row) => Number(row[5]) >= 0)
    .map((row) => ({
      day: row[1]!,
      asset: row[2]!,
      cost: Math.round(Number(row[5])),
      l1: (faults[row[7]!] ?? '').slice(0, 2),
    }))
}
function cellsOf(line: string): string[] {
  const cells = ['']
  let quoted = false
  for (const char of line.trimEnd()) {
    if (char === '"') quoted = !quoted
    else if (char === ',' && !quoted) cells.push('')
    else cells[cells.length - 1] += char
  }
  return cells
}
/** l1 → orders and yuan, the largest first as asked. */
function sumsOf(orders: readonly Order[], by: 'count' | 'cost'): [string, number, number][] {
  const sums: Record<string, [number, number]> = {}
  for (const { l1, cost } of orders) {
    if (l1 === '') continue
    sums[l1] ??= [0, 0]
    sums[l1][0] += 1
    sums[l1][1] += cost
  }
  const at = by === 'count' ? 1 : 2
  return Object.entries(sums)
    .map(([l1, [n, cost]]): [string, number, number] => [l1, n, cost])
    .sort((a, b) => b[at] - a[at])
}

const given = there ? describe : describe.skip
given('5,485 real work orders, through the door', () => {
  let world: World
  const who = 'shenxiaowen'
  beforeAll(async () => {
    world = await World.open({ seed })
  })
  afterAll(() => world.close())

  it('given the whole ledger, when it is imported, then every line is taken or refused with a reason, and twice changes nothing', async () => {
    const fileId = await world.upload(who, `imports/${pidOf(who)}/mine.csv`, readFileSync(file))
    const checked = await world.call(who, 'import.check', { fileId, mapping })
    expect(checked).toMatchObject({ rows: 5485, taken: 5479, refusedRows: 6, known: 0 })
    expect(checked.refusals.map((one) => one.column)).toEqual(Array(6).fill('Cost'))
    for (const { words } of checked.refusals) expect(words).toMatch(/^「-\d+(\.\d+)?」是负数$/)
    expect(checked.unclassified).toBe(naive().filter((one) => one.l1 === '').length)
    const write = async (): Promise<void> => {
      for (let from: number | null = 0; from !== null;)
        from = (await world.call(who, 'import.write', { fileId, mapping, from })).next
    }
    const began = Date.now()
    await write()
    console.log(`5,479 lines written in ${Date.now() - began} ms`)
    expect((await world.call(who, 'import.check', { fileId, mapping })).known).toBe(5479)
    await write()
    const exported = await world.call('fanglixin', 'export.make', {
      what: 'archive',
      filter: { companyId: 'mine' },
    })
    expect(exported.rows).toBe(5479)
    // machines are counted once a day; the mine's are new
    await world.clock(at('11-24T09:00'))
    // twelve years are added up in a few minutes of the clock
    for (let minute = 0; minute < 12; minute++) await world.tick()
  })

  it('given the imported years, then Pareto by count and by cost, of all machines and of each, is what a naive sum says', async () => {
    for (const asset of ['', ...assets]) {
      const orders = naive().filter((one) => asset === '' || one.asset === asset)
      for (const base of ['count', 'cost'] as const) {
        const pareto = await world.call('fanglixin', 'stats.pareto', {
          ...wide,
          base,
          model: asset && `RH-${asset}`,
        })
        const expected = sumsOf(orders, base)
        expect(pareto.bars.map(({ name, count, value }) => [name, count, value])).toEqual(
          expected.map(([l1, n, cost]) => [faultName(l1), n, base === 'count' ? n : cost]),
        )
        expect(pareto.unclassified).toBe(orders.filter((one) => one.l1 === '').length)
        expect(pareto.cases).toBe(orders.filter((one) => one.l1 !== '').length)
      }
    }
  })

  it('given the imported years, then MTBF of each machine is its hours in service over its orders', async () => {
    const hours = (Date.parse('2013-01-01') - Date.parse('2001-01-01')) / 3600_000
    for (const asset of assets) {
      const { items } = await world.call('fanglixin', 'stats.measures', { ...years, model: `RH-${asset}` })
      const orders = naive().filter((one) => one.asset === asset).length
      const mtbf = items.find((one) => one.key === 'mtbf')!
      expect([mtbf.sample, mtbf.value]).toEqual([orders, hours / orders])
    }
  })
})
