// The pages of faults with answers made by hand: what they say, what they ask for, where they lead.
import type { Bar, CaseRow, Pareto } from '../../../typings/quality-views'
import { draw, settle, tap, wordsOf } from '../render/open'
import { asked, open, phone, visit } from './phone'

const bar = (code: string, name: string, value: number, share: number, cumulative: number): Bar => ({
  code,
  name,
  value,
  count: value,
  share,
  cumulative,
})
const pareto = (more: Partial<Pareto> = {}): Pareto => ({
  bars: [
    bar('SP', '主轴', 14, 0.56, 0.56),
    bar('TC', '刀库换刀', 8, 0.32, 0.88),
    bar('other', '其他', 3, 0.12, 1),
  ],
  total: 25,
  cases: 25,
  unclassified: 2,
  machines: 12,
  enough: true,
  sentence: '前 2 类占 88%:主轴、刀库换刀',
  models: ['V850', 'T46'],
  batches: [],
  costs: false,
  ...more,
})

describe('故障统计', () => {
  it('given faults of the last 90 days, then the sentence comes first, and a table beside the chart', async () => {
    phone.cloud = () => pareto()
    const page = await visit('quality/pareto/index')
    expect(asked()).toMatchObject({
      from: '2026-08-26',
      to: '2026-11-23',
      level: 1,
      within: '',
      base: 'count',
    })
    expect(wordsOf(page)).toMatch(
      /前 2 类占 88%:主轴、刀库换刀.*2026年8月26日—11月23日.*共 25 次故障 · 12 台设备\s*另有 2 次还没有归类/,
    )
    expect(wordsOf(page)).toMatch(
      /主轴14 次\s*占 56% · 累计 56%.*刀库换刀8 次.*其他3 次\s*占 12% · 累计 100%/,
    )
  })

  it('when 导出 Excel is tapped, then the file is asked for by the filter of the screen, and another choice forgets what came', async () => {
    phone.cloud = (action) =>
      action === 'export.make' ? { url: 'u', name: '故障统计.xlsx', rows: 3, more: false } : pareto()
    const opened: string[] = []
    Object.assign((globalThis as unknown as { wx: object }).wx, {
      openDocument({ filePath, success }: { filePath: string; success: () => void }) {
        opened.push(filePath)
        success()
      },
    })
    const page = await visit('quality/pareto/index')
    await tap(page, '.deeper')
    const shown = asked()
    page.instance.exportAll!()
    await settle()
    expect(asked()).toEqual({ what: 'pareto', filter: shown })
    expect(opened).toEqual([expect.stringMatching(/故障统计\.xlsx$/)])
    expect(wordsOf(page)).toMatch(/已导出 3 条:故障统计.xlsx.*导出 Excel/)
    await tap(page, '.segment', 1)
    expect(wordsOf(page)).not.toMatch(/已导出/)
  })

  it('when a row is tapped, then its tickets are opened with all that was chosen', async () => {
    phone.cloud = () => pareto()
    const page = await visit('quality/pareto/index')
    await tap(page, '.line-main')
    expect(phone.went).toEqual([
      '/quality/cases/index?code=SP&from=2026-08-26&to=2026-11-23&model=&batch=&level=1&within=&base=count&perHundred=false',
    ])
  })

  it('when one goes a level down and up again, then that class is asked for, and then the whole', async () => {
    phone.cloud = () => pareto()
    const page = await visit('quality/pareto/index')
    await tap(page, '.deeper')
    expect(asked()).toMatchObject({ within: 'SP', level: 2 })
    expect(wordsOf(page)).toMatch(/全部故障›\s*主轴/)
    await tap(page, '.step')
    expect(asked()).toMatchObject({ within: '', level: 1 })
  })

  it.each([
    ['三级', 2, { within: 'SP', level: 3 }],
    ['一级', 0, { within: '', level: 1 }],
  ])(
    'given a class, when %s is chosen, then the class is kept or left as the level wants',
    async (_level, at, then) => {
      phone.cloud = () => pareto()
      const page = await visit('quality/pareto/index')
      await tap(page, '.deeper')
      // two bases stand before the levels
      await tap(page, '.segment', 2 + at)
      expect(asked()).toMatchObject(then)
    },
  )

  it('given cases without a class, then they are a tap away, and no 8D begins with them', async () => {
    const none = { items: [], next: null, d8: { running: [], mayStart: true } }
    phone.cloud = (action) => (action === 'stats.pareto' ? pareto() : none)
    await tap(await visit('quality/pareto/index'), '.unclassified')
    expect(phone.went[0]).toMatch(/^\/quality\/cases\/index\?code=&/)
    const page = await visit('quality/cases/index', { code: '', from: '2026-08-26', to: '2026-11-23' })
    expect(wordsOf(page)).toMatch(/还没有归类/)
    expect(page.data.offers).toBe('nothing')
  })

  it('given 其他, then it has no level below', async () => {
    phone.cloud = () => pareto()
    const page = await visit('quality/pareto/index')
    expect(page.dom.textContent!.match(/下一级/g)).toHaveLength(2)
  })

  it('given fewer than 20 cases, then there is a table only, and it says why', async () => {
    phone.cloud = () => pareto({ enough: false, cases: 9, sentence: '样本不足 20 条,只列表,不画累计线' })
    const page = await visit('quality/pareto/index')
    expect(page.dom.querySelector('pareto-chart')).toBeNull()
    expect(wordsOf(page)).toMatch(/样本不足 20 条.*占比还说明不了什么.*主轴14 次/)
  })

  it('given nothing in the period, then it says which, and offers a wider one', async () => {
    phone.cloud = () => pareto({ bars: [], cases: 0, sentence: '', enough: false })
    const page = await visit('quality/pareto/index')
    expect(wordsOf(page)).toMatch(/这段时间没有归类过的故障\s*2026年8月26日—11月23日.*看今年/)
    await tap(page, '.btn-secondary')
    expect(asked()).toMatchObject({ from: '2026-01-01', to: '2026-11-23' })
  })

  it.each([
    [false, /次数停机小时(?!费用)/],
    [true, /次数停机小时费用/],
  ])('given prices shown: %s, then money is a base or it is not', async (costs, words) => {
    phone.cloud = () => pareto({ costs })
    const page = await visit('quality/pareto/index')
    expect(wordsOf(page).replace(/ /g, '')).toMatch(words)
  })

  it('given a model is chosen, then its batches can be, and another model forgets the batch', async () => {
    phone.cloud = (_action, input) => pareto({ batches: input.model ? ['2403'] : [] })
    const page = await visit('quality/pareto/index')
    expect(wordsOf(page)).not.toMatch(/全部批次/)
    page.instance.pickModel!({ detail: { value: 1 } })
    await settle()
    expect(asked()).toMatchObject({ model: 'V850', batch: '' })
    expect(wordsOf(page)).toMatch(/全部批次/)
    page.instance.pickBatch!({ detail: { value: 1 } })
    await settle()
    expect(asked()).toMatchObject({ model: 'V850', batch: '2403' })
    page.instance.pickModel!({ detail: { value: 2 } })
    await settle()
    expect(asked()).toMatchObject({ model: 'T46', batch: '' })
  })

  it('given a choice that is not answered, then what was there does not stand for it, and trying again does', async () => {
    phone.cloud = () => pareto()
    const page = await visit('quality/pareto/index')
    phone.cloud = () => Promise.reject({ errMsg: 'cloud.callFunction:fail' })
    await tap(page, '.segment', 1)
    expect(wordsOf(page)).toMatch(/没加载出来/)
    expect(wordsOf(page)).not.toMatch(/主轴14 次/)
    phone.cloud = () => pareto({ sentence: '按停机看' })
    await page.instance.refresh!()
    expect(asked()).toMatchObject({ base: 'downtime' })
    expect(wordsOf(page)).toMatch(/按停机看/)
  })

  it('given a phone without a canvas, then the chart takes no room', async () => {
    const chart = draw('quality/pareto-chart/index', { bars: pareto().bars, label: '帕累托图' })
    open.push(chart)
    await settle()
    expect(chart.dom.querySelector('canvas, wx-canvas')).toBeNull()
  })
})

describe('一类故障的工单', () => {
  const row = (no: string, more: Partial<CaseRow> = {}): CaseRow => ({
    id: `t-${no}`,
    no,
    day: '2026-11-20',
    title: 'V850 · 报警停机',
    companyName: '苏州澄远精密机械',
    fault: '主轴 › 拉刀松刀 › 碟簧失效拉刀力不足',
    downtimeHours: 6.5,
    cost: null,
    ...more,
  })
  const query = {
    code: 'SP-3',
    level: '2',
    base: 'count',
    from: '2026-08-26',
    to: '2026-11-23',
    model: 'V850',
  }
  const mine = { running: [], mayStart: true }
  const arm = { id: 'd1', no: '8D-1', title: '碟簧失效' }

  it('given cases, then each leads to its ticket, but one from an old ledger says that it has none', async () => {
    phone.cloud = () => ({
      items: [row('BX-1'), row('LS-2', { id: null, cost: 1860 })],
      next: null,
      d8: mine,
    })
    const page = await visit('quality/cases/index', query)
    expect(wordsOf(page)).toMatch(/主轴 › 拉刀松刀\s*2026年8月26日—11月23日 · V850/)
    expect(wordsOf(page)).toMatch(/停机 6.5 小时.*停机 6.5 小时 · 费用 ¥1,860.*台账导入,没有工单页/)
    await tap(page, '.case', 1)
    expect(phone.went).toEqual([])
    await tap(page, '.case', 0)
    expect(phone.went).toEqual(['/field/job/index?id=t-BX-1'])
  })

  it('when 导出 Excel fails, then the list stays, and so does its way to more', async () => {
    phone.cloud = (action) =>
      action === 'stats.cases'
        ? { items: [row('BX-1')], next: 'n1', d8: mine }
        : Promise.reject({ errMsg: 'cloud.callFunction:fail' })
    const page = await visit('quality/cases/index', query)
    const shown = asked()
    await page.instance.exportAll!()
    await settle()
    expect(asked()).toEqual({ what: 'cases', filter: shown })
    expect(wordsOf(page)).toMatch(/BX-1.*加载更多.*没导出来/)
  })

  it('when 发起 8D is tapped, then the class, the model and the days go with it', async () => {
    phone.cloud = () => ({ items: [row('BX-1')], next: null, d8: mine })
    const page = await visit('quality/cases/index', { ...query, code: 'SP-3-1', level: '3' })
    expect(wordsOf(page)).not.toMatch(/进行中的 8D/)
    expect(page.data.offers).toBe('begin')
    page.instance.begin!()
    expect(phone.went).toEqual([
      '/quality/d8-new/index?fault=SP-3-1&model=V850&from=2026-08-26&to=2026-11-23',
    ])
  })

  it.each([
    ['one of the class runs, then it opens and none is begun beside it', { ...mine, running: [arm] }],
    ['who may begin none, then he reads', { running: [arm], mayStart: false }],
  ])('given %s', async (_, d8) => {
    phone.cloud = () => ({ items: [row('BX-1')], next: null, d8 })
    const page = await visit('quality/cases/index', { ...query, code: 'SP-3-1', level: '3' })
    expect(page.data.offers).toBe('nothing')
    expect(wordsOf(page)).toMatch(/这类故障已有进行中的 8D\s*8D-1 碟簧失效/)
    await tap(page, '.running')
    expect(phone.went).toEqual(['/quality/d8/index?id=d1'])
  })

  it('given a class above the third level, then the way goes down to it first, with the same days and model', async () => {
    phone.cloud = (action) =>
      action === 'stats.pareto' ? pareto() : { items: [row('BX-1')], next: null, d8: mine }
    const page = await visit('quality/cases/index', query)
    expect(page.data.offers).toBe('deeper')
    page.instance.deeper!()
    const [path, more] = phone.went[0]!.split('?')
    expect(path).toBe('/quality/pareto/index')
    await visit('quality/pareto/index', Object.fromEntries(new URLSearchParams(more)))
    expect(asked()).toMatchObject({
      within: 'SP-3',
      level: 3,
      model: 'V850',
      from: '2026-08-26',
      to: '2026-11-23',
    })
  })

  it('given more than a page, then the rest comes after what is there', async () => {
    phone.cloud = (_action, { after }) =>
      after ? { items: [row('BX-2')], next: null, d8: mine } : { items: [row('BX-1')], next: 'n1', d8: mine }
    const page = await visit('quality/cases/index', query)
    await tap(page, '.btn-plain')
    expect(asked()).toMatchObject({ code: 'SP-3', model: 'V850', after: 'n1' })
    expect(wordsOf(page)).toMatch(/BX-1.*BX-2/)
    expect(wordsOf(page)).not.toMatch(/加载更多/)
  })
})
