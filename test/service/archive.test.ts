import { sealed, type ArchiveEntry } from '../../miniprogram/domain/archive/archive'
import { options } from '../../demo/local'
import type { SeedDb } from '../../local/options'
import type { Inputs } from '../../miniprogram/domain/door/inputs'
import { contentOf } from '../../cloudfunctions/platform/files'
import { pointSdkAt } from '../local/cloud/place'
import { at, given, pidOf, request, World } from './world'
import { excelTime, readXlsxByHand } from './xlsx'

const spindle = { companyId: 'c1', serial: 'QHV850-2403-016' }
/** A machine of which the demo knows nothing. */
const spine = { companyId: 'c1', serial: 'QH-TEST-1' }
const entry = (n: number, more: Partial<ArchiveEntry> = {}) => {
  const { id, ...rest } = sealed({
    id: `test-${n}`,
    at: at('10-01T08:00') + n * 60_000,
    kind: 'record',
    companyId: 'c1',
    companyName: '苏州澄远精密机械',
    serial: 'QH-TEST-1',
    machine: 'V850 立式加工中心 · 3号线',
    no: 'BX-251001-AAAA',
    ticketId: null,
    words: `第 ${n} 条`,
    by: '周海',
    internal: false,
    hiddenFrom: null,
    ...more,
  })
  return { _id: id, ...rest }
}
const seeded =
  (...entries: ReturnType<typeof entry>[]) =>
  (db: SeedDb): void => {
    options().seed!(db)
    db.insert('archive', entries)
  }
const keeps = (world: World, who: string, filter: object) =>
  world.call(who, 'archive.list', filter).then((page) => page.items)

/** Everything of a filter, page by page. */
async function whole(world: World, who: string, filter: object): Promise<{ id: string; words: string }[]> {
  const rows = []
  for (let after: string | undefined; ;) {
    const page = await world.call(who, 'archive.list', { ...filter, ...(after ? { after } : {}) })
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
}

const download = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('客户服务档案, through the door', () => {
  let world: World
  afterEach(() => world.close())

  it('given a request, a move and a tick each, then the archive tells both newest first, and a tick more changes nothing', async () => {
    world = await World.open()
    const { id, no } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.tick()
    expect((await keeps(world, 'shenxiaowen', spindle))[0]).toMatchObject({
      no,
      kind: 'request',
      ticketId: id,
    })
    await world.move('shenxiaowen', id, 'verify', given.verify)
    await world.tick()
    const after = await whole(world, 'shenxiaowen', spindle)
    expect(after[0]).toMatchObject({ no, kind: 'handling', words: expect.stringContaining('已核实') })
    await world.tick()
    expect(await whole(world, 'shenxiaowen', spindle)).toEqual(after)
  })

  it('given 45 entries, when they are paged, then each comes once, newest first, and kind, days and words choose among them', async () => {
    const many = Array.from({ length: 45 }, (_, n) =>
      entry(n, n % 9 === 0 ? { kind: 'part', words: `碟簧 ${n}` } : {}),
    )
    world = await World.open({ seed: seeded(...many) })
    const all = await whole(world, 'fanglixin', spine)
    expect(all.map((one) => one.id)).toEqual(many.map((one) => one._id).reverse())
    expect(await whole(world, 'fanglixin', { ...spine, kind: 'part' })).toHaveLength(5)
    expect(await whole(world, 'fanglixin', { ...spine, search: '碟簧 9' })).toHaveLength(1)
    expect(await whole(world, 'fanglixin', { ...spine, from: '2026-10-01', to: '2026-10-01' })).toHaveLength(
      45,
    )
    expect(await whole(world, 'fanglixin', { ...spine, from: '2026-10-02' })).toHaveLength(0)
    expect(await whole(world, 'fanglixin', { search: 'bx-251001-aaaa' })).toHaveLength(45)
    const unbounded = await world.refusal('fanglixin', 'archive.list', { search: '碟簧' })
    expect(unbounded.fields?.search).toContain('请先选客户或设备')
  })

  it('given words of long ago, when one call has not found them, then it says how far back it looked and the next goes on', async () => {
    const many = Array.from({ length: 1500 }, (_, n) => entry(n, n === 3 ? { words: '很久以前的碟簧' } : {}))
    world = await World.open({ seed: seeded(...many) })
    const first = await world.call('fanglixin', 'archive.list', { ...spine, search: '碟簧' })
    expect(first).toMatchObject({ items: [], reached: many[500]!.at })
    const second = await world.call('fanglixin', 'archive.list', {
      ...spine,
      search: '碟簧',
      after: first.next!,
    })
    expect(second).toMatchObject({ items: [{ words: '很久以前的碟簧' }], next: null, reached: null })
  })

  it('given a customer, then he reads his own company without internal entries, another nothing, and 质量部 without prices', async () => {
    world = await World.open({
      seed: seeded(
        entry(1, { words: '报价 ¥1,860', holds: ['price'], plain: '发送报价' }),
        entry(2, { internal: true }),
        entry(3, { companyId: 'c2' }),
      ),
    })
    const own = { serial: 'QH-TEST-1' }
    expect((await keeps(world, 'liguoqiang', own)).map((one) => one.words)).toEqual(['报价 ¥1,860'])
    expect(await keeps(world, 'liguoqiang', { companyId: 'c2', serial: own.serial })).toHaveLength(1)
    expect((await keeps(world, 'chenmeiling', own)).map((one) => one.id)).toEqual(['test-3'])
    expect((await keeps(world, 'qinlan', spine)).map((one) => one.words)).toEqual(['第 2 条', '发送报价'])
    expect((await world.refusal('zhouhai', 'archive.list', spine)).code).toBe('NO_PERMISSION')
    expect((await world.refusal('liguoqiang', 'archive.companies', { search: '澄远' })).code).toBe(
      'NO_PERMISSION',
    )
  })

  it('given a complaint about 方立新, then his archive, his search and his export have nothing of it', async () => {
    world = await World.open({
      seed: seeded(entry(1), entry(2, { kind: 'complaint', hiddenFrom: pidOf('fanglixin') })),
    })
    expect(await whole(world, 'shenxiaowen', spine)).toHaveLength(2)
    expect((await whole(world, 'fanglixin', spine)).map((one) => one.id)).toEqual(['test-1'])
    expect(await whole(world, 'fanglixin', { ...spine, kind: 'complaint' })).toEqual([])
    expect(await whole(world, 'fanglixin', { ...spine, search: '第 2' })).toEqual([])
    expect((await world.call('fanglixin', 'export.make', { what: 'archive', filter: spine })).rows).toBe(1)
  })
})

describe('导出 Excel, through the door', () => {
  let world: World
  afterEach(() => world.close())

  it('given words that begin like formulas, when the file is read again, then they are text cells as they were, times are times of +08:00', async () => {
    const nasty = [
      '=HYPERLINK("http://x","点我")',
      '+1+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '<b>&"',
      '138 元',
    ]
    world = await World.open({ seed: seeded(...nasty.map((words, n) => entry(n, { words }))) })
    const made = await world.call('fanglixin', 'export.make', { what: 'archive', filter: spine })
    expect(made).toMatchObject({ name: '客户服务档案-20261123.xlsx', rows: nasty.length, more: false })
    const [head, ...rows] = readXlsxByHand(await download(made.url))
    expect(head!.map((cell) => cell.value)).toEqual(['时间', '类别', '单号', '客户', '设备', '内容', '经办'])
    expect(rows.map((row) => row[5]!.value).reverse()).toEqual(nasty)
    expect(rows.flat().filter((cell) => cell.formula)).toEqual([])
    for (const row of rows) expect(row[5]!.format).toBe('@')
    expect(rows[0]![0]!.format).toBe('yyyy-mm-dd hh:mm')
    expect(excelTime(rows[0]![0]!.value as number)).toBe('2026-10-01 08:07')
  })

  it('given a filter on the screen, then the file has exactly what the screen has, and it is on record who took it', async () => {
    world = await World.open()
    await world.tick()
    const filter = { companyId: 'c1', kind: 'visit' as const }
    const shown = await whole(world, 'shenxiaowen', filter)
    const made = await world.call('shenxiaowen', 'export.make', { what: 'archive', filter })
    const [, ...rows] = readXlsxByHand(await download(made.url))
    expect(shown.length).toBeGreaterThan(3)
    expect(rows.map((row) => row[5]!.value)).toEqual(shown.map((one) => one.words))
    const [record] = await world.all<{ pid: string; filter: string; rows: number }>('exports')
    expect(record).toMatchObject({
      pid: pidOf('shenxiaowen'),
      rows: shown.length,
      filter: JSON.stringify(filter),
    })
  })

  it('given 10,500 entries, when they are exported, then the newest 10,000 come, and the file says that there are more', async () => {
    const many = Array.from({ length: 10_500 }, (_, n) =>
      entry(n, { words: `第 ${n} 条:${'换碟簧,试车正常。'.repeat(8)}` }),
    )
    world = await World.open({ seed: seeded(...many) })
    const from = Date.now()
    const made = await world.call('fanglixin', 'export.make', { what: 'archive', filter: spine })
    console.log(`10,000 rows: ${Date.now() - from} ms, ${Math.round(made.bytes / 1024)} KB`)
    expect(made).toMatchObject({ rows: 10_000, more: true })
    const rows = readXlsxByHand(await download(made.url))
    expect(rows).toHaveLength(10_001)
    expect(rows[1]![5]!.value).toBe(many[10_499]!.words)
  })

  it('given statistics on a screen, then their tables are exported by the same question, and 质量部 without prices', async () => {
    world = await World.open()
    const asked = {
      from: '2026-01-01',
      to: '2026-11-23',
      model: '',
      batch: '',
      within: '',
      perHundred: false,
    }
    const filter = { ...asked, level: 1 as const, base: 'count' as const }
    const shown = await world.call('fanglixin', 'stats.pareto', filter)
    const rowsOf = async (who: string, wanted: Inputs['export.make']) =>
      readXlsxByHand(await download((await world.call(who, 'export.make', wanted)).url)).map((row) =>
        row.map((cell) => cell.value),
      )
    const pareto = await rowsOf('fanglixin', { what: 'pareto', filter })
    expect(pareto.slice(1).map((row) => [row[0], row[2]])).toEqual(
      shown.bars.map((bar) => [bar.name, bar.value]),
    )
    const cases = await rowsOf('qinlan', { what: 'cases', filter: { ...filter, code: 'SP' } })
    expect(cases.length - 1).toBe(shown.bars.find((bar) => bar.code === 'SP')!.count)
    expect(cases.slice(1).every((row) => row[6] === null && typeof row[5] === 'number')).toBe(true)
    expect(
      (await rowsOf('fanglixin', { what: 'cases', filter: { ...filter, code: 'SP' } }))[1]![6],
    ).toBeGreaterThan(0)
    const measures = await rowsOf('fanglixin', {
      what: 'measures',
      filter: { from: asked.from, to: asked.to, model: '' },
    })
    expect(measures[0]).toEqual(['指标', '数值', '上一期', '单位', '样本', '怎么算的'])
    expect(measures.map((row) => row[0])).toContain('平均无故障时间 MTBF')
    for (const [, value, past, unit] of measures.slice(1)) {
      for (const one of [value, past]) expect(one === null || typeof one === 'number').toBe(true)
      expect(['小时', '%', '分']).toContain(unit)
    }
    const sheet = readXlsxByHand(
      await download(
        (await world.call('fanglixin', 'export.make', { what: 'cases', filter: { ...filter, code: 'SP' } }))
          .url,
      ),
    )
    expect(sheet[1]!.slice(5).map((cell) => cell.format)).toEqual(['#,##0.0', '#,##0'])
    const voices = { from: '2026-09-01', to: '2026-11-30', by: 'engineer' as const }
    const judged = await world.call('fanglixin', 'stats.satisfaction', voices)
    const satisfaction = await rowsOf('fanglixin', { what: 'satisfaction', filter: voices })
    expect(satisfaction.slice(1).map((row) => [row[0], row[4]])).toEqual(
      judged.items.map(({ name, answers }) => [name, answers]),
    )
    const month = { month: '2026-11', article: '' }
    const breaches = await rowsOf('fanglixin', { what: 'articles', filter: month })
    const { rows: counted } = await world.call('fanglixin', 'stats.articles', month)
    expect(breaches.length - 1).toBe(
      counted.reduce((all, row) => all + row.late + row.waived + row.broken, 0),
    )
    for (const what of ['satisfaction', 'articles'] as const)
      expect(
        (await world.refusal('qinlan', 'export.make', { what, filter: what === 'articles' ? month : voices }))
          .code,
      ).toBe('NO_PERMISSION')
    const money = { what: 'pareto', filter: { ...filter, base: 'cost' } }
    expect((await world.refusal('qinlan', 'export.make', money)).code).toBe('NO_PERMISSION')
    expect((await world.refusal('shenxiaowen', 'export.make', { what: 'pareto', filter })).code).toBe(
      'NO_PERMISSION',
    )
  })

  it('given a file of yesterday, when the clock ticks, then it is gone, and who took it is still known', async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
    const made = await world.call('fanglixin', 'export.make', { what: 'archive', filter: spine })
    const [{ fileId }] = (await world.all<{ fileId: string }>('exports')) as [{ fileId: string }]
    expect((await fetch(made.url)).status).toBe(200)
    expect(await contentOf(fileId)).not.toBeNull()
    await world.clock(at('11-24T09:50'))
    await world.tick()
    expect(await world.all('exports')).toMatchObject([{ gone: true, pid: pidOf('fanglixin') }])
    // its address has ended anyhow: only the store says that the file is gone
    expect(await contentOf(fileId)).toBeNull()
  })
})
