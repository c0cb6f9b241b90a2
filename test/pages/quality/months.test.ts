// The pages of a month with answers made by hand: what they say, what they ask for, where they lead.
import type { ArticleCase, Measure } from '../../../typings/quality-views'
import { draw, settle, tap, wordsOf } from '../render/open'
import { asked, open, phone, visit } from './phone'

describe('月度指标', () => {
  const measure = (key: string, more: Partial<Measure> = {}): Measure => ({
    key,
    label: '一次修复率',
    value: 0.86,
    words: '86%',
    sample: 42,
    sampleWords: '样本 42 张工单',
    enough: true,
    before: '80%',
    trend: 'better',
    definition: '第一次上门就修复的工单 ÷ 上过门的工单。',
    ...more,
  })
  const voice = { key: 'p1', name: '周海', answers: 12, asked: 18, average: 4.72, csat: 0.92, nps: -10 }

  it('given a sample that is too small, then it says so, and the definition is one tap away', async () => {
    phone.cloud = () => ({ items: [measure('a'), measure('b', { enough: false, before: null })], models: [] })
    const page = await visit('quality/measures/index')
    expect(asked()).toEqual({ from: '2026-11-01', to: '2026-11-30', model: '' })
    expect(wordsOf(page)).toMatch(/1 项样本不足,只作参考.*86%上期 80%.*样本 42 张工单.*样本不足/)
    expect(wordsOf(page)).not.toMatch(/第一次上门就修复/)
    await tap(page, '.measure', 1)
    expect(wordsOf(page)).toMatch(/第一次上门就修复的工单 ÷ 上过门的工单/)
  })

  it.each([
    ['worse and better', ['worse', 'better'], '比上期差了 1 项:一次修复率'],
    ['only better', ['better', 'same'], '比上期好了 1 项:一次修复率'],
    ['the same', ['same', null], '和上期一样'],
    ['not to be compared', [null, null], '样本还少,和上期比不出好坏'],
  ] as const)('given measures that are %s, then that is the first sentence', async (_name, trends, words) => {
    phone.cloud = () => ({ items: trends.map((trend, i) => measure(String(i), { trend })), models: [] })
    const page = await visit('quality/measures/index')
    expect(page.querySelectorAll('.answer')[0]!.dom.textContent).toBe(words)
  })

  it('when satisfaction is opened, then it is asked for, with the response beside it', async () => {
    phone.cloud = (action) =>
      action === 'stats.satisfaction' ? { items: [voice] } : { items: [measure('a')], models: [] }
    const page = await visit('quality/measures/index')
    expect(phone.calls).toHaveLength(1)
    await tap(page, '.segment', 1)
    expect(asked()).toEqual({ from: '2026-11-01', to: '2026-11-30', by: 'engineer' })
    expect(wordsOf(page)).toMatch(/周海4.7★\s*满意 92%NPS −10回收 12\/18\(67%\)/)
    await tap(page, '.segment', 5)
    expect(asked()).toEqual({ from: '2025-12-01', to: '2026-11-30', by: 'month' })
  })

  it('when 导出 Excel is tapped, then the tab that is open is exported, with its filter', async () => {
    phone.cloud = (action) =>
      action === 'stats.satisfaction' ? { items: [voice] } : { items: [measure('a')], models: [] }
    const page = await visit('quality/measures/index')
    for (const at of [0, 1]) {
      await tap(page, '.segment', at)
      await page.instance.exportAll!()
      await settle()
    }
    expect(phone.calls.filter(({ action }) => action === 'export.make').map(({ input }) => input)).toEqual([
      { what: 'measures', filter: { from: '2026-11-01', to: '2026-11-30', model: '' } },
      { what: 'satisfaction', filter: { from: '2026-11-01', to: '2026-11-30', by: 'engineer' } },
    ])
  })

  it('when the month is turned, then that month is asked for', async () => {
    phone.cloud = () => ({ items: [measure('a')], models: [] })
    const page = await visit('quality/measures/index')
    page.instance.turn!({ detail: { month: '2026-10' } })
    await settle()
    expect(asked()).toMatchObject({ from: '2026-10-01', to: '2026-10-31' })
  })

  it('given the current month, then there is none after it, but one before', async () => {
    const bar = draw('quality/month-bar/index', { month: '2026-11' })
    open.push(bar)
    const said: unknown[] = []
    bar.addEventListener('change', ({ detail }) => said.push(detail))
    await tap(bar, '.turn', 1)
    await tap(bar, '.turn', 0)
    expect(said).toEqual([{ month: '2026-10' }])
  })
})

describe('条款月报', () => {
  const one = (more: Partial<ArticleCase> = {}): ArticleCase => ({
    ticketId: 't1',
    no: 'BX-261112-M4TD',
    companyName: '东莞恒达电子结构件',
    article: '18.1',
    kind: 'waived',
    words: '特殊情况受理:期外欠款但停产',
    by: '郑国栋',
    at: Date.parse('2026-11-12T10:40:00+08:00'),
    ...more,
  })
  const month = {
    months: ['2026-11'],
    rows: [{ article: '18.1', title: '第十八条第1项', late: 5, waived: 2, broken: 1 }],
    items: [one(), one({ kind: 'late', words: '核实超时 1 小时 10 分', by: '' })],
    next: null,
  }

  it('given a month, then its sum comes first, and who released what is under the article', async () => {
    phone.cloud = () => month
    const page = await visit('quality/articles/index')
    expect(asked()).toEqual({ month: '2026-11', article: '' })
    expect(wordsOf(page)).toMatch(/8 处没有照条款走:未守 1,超时 5,放行 2.*第十八条第1项8 处/)
    await tap(page, '.article-head')
    expect(asked()).toEqual({ month: '2026-11', article: '18.1' })
    expect(wordsOf(page)).toMatch(/放行11月12日 10:40.*特殊情况受理:期外欠款但停产.*放行:郑国栋.*没有人放行/)
    await tap(page, '.case')
    expect(phone.went).toEqual(['/field/job/index?id=t1'])
  })

  it('given a month in which all was kept, then it says so', async () => {
    phone.cloud = () => ({ ...month, rows: [], items: [] })
    expect(wordsOf(await visit('quality/articles/index'))).toMatch(/这个月每一条都守住了/)
  })
})
