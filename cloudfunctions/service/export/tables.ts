// What can be exported: each as a table with its columns, read page by page through the same question as the screen,
// so that nobody exports what he may not see. A new one is a row here and a line in the schema of `export.make`.
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { Cell, Column } from '../../platform/sheet'
import { joined, type Caller } from '../caller'
import { readArchive } from '../archive/read'
import { articleCases } from '../stats/articles'
import { caseRows } from '../stats/cases'
import { measures as readMeasures } from '../stats/measures'
import { pareto as readPareto } from '../stats/pareto'
import { satisfaction as readSatisfaction } from '../stats/satisfaction'
import { inUnit } from '../../../miniprogram/domain/statistics/measures'
import { startOf } from '../../../miniprogram/domain/calendar/days'
import { readerOf } from '../sight'

type Wanted = Checked['export.make']
export type What = Wanted['what']
type FilterOf<W extends What> = Extract<Wanted, { what: W }>['filter']

export interface Table<F> {
  title: string
  columns: readonly Column[]
  /** Refuses who may not. */
  admit: (caller: Caller) => Promise<unknown>
  rows: (caller: Caller, filter: F, most: number) => AsyncIterable<readonly Cell[]>
}

const text = (head: string, width: number): Column => ({ head, width, kind: 'text' })
/** Its unit stands in its head. */
const number = (head: string): Column => ({ head, width: 12, kind: 'number' })
const whole = (head: string): Column => ({ head, width: 12, kind: 'whole' })

const archive: Table<FilterOf<'archive'>> = {
  title: '客户服务档案',
  columns: [
    { head: '时间', width: 18, kind: 'time' },
    text('类别', 12),
    text('单号', 18),
    text('客户', 24),
    text('设备', 28),
    text('内容', 72),
    text('经办', 12),
  ],
  admit: (caller) => readerOf(caller, 'archive'),
  async *rows(caller, filter, most) {
    const person = await joined(caller)
    let after: string | undefined
    for (let left = most; left > 0;) {
      const { rows, next } = await readArchive(person, { ...filter, after }, Math.min(left, PAGE))
      for (const { at, kindLabel, no, companyName, machine, words, by } of rows)
        yield [at, kindLabel, no, companyName, machine, words, by]
      left -= rows.length
      if (next === null) return
      after = next
    }
  },
}
/** The database gives a thousand at once; one more says whether there are more. */
const PAGE = 999

const bases = { count: '次数', downtime: '停机小时', cost: '费用(元)' } as const
const percent = (part: number): number => Math.round(part * 1000) / 10

const pareto: Table<FilterOf<'pareto'>> = {
  title: '故障统计',
  columns: [
    ...[text('故障类别', 24), text('排列依据', 16), number('数值'), whole('次数')],
    ...[number('占比 %'), number('累计 %')],
  ],
  admit: (caller) => readerOf(caller, 'faults'),
  async *rows(caller, filter) {
    const base = bases[filter.base] + (filter.perHundred ? '/百台' : '')
    for (const { name, value, count, share, cumulative } of (await readPareto(caller, filter)).bars)
      yield [name, base, value, count, percent(share), percent(cumulative)]
  },
}

const cases: Table<FilterOf<'cases'>> = {
  title: '故障记录',
  columns: [
    { head: '日期', width: 12, kind: 'day' },
    ...[text('单号', 18), text('客户', 24), text('设备与现象', 36), text('故障类别', 40)],
    ...[number('停机(小时)'), whole('费用(元)')],
  ],
  admit: (caller) => readerOf(caller, 'faults'),
  async *rows(caller, filter, most) {
    let after: string | undefined
    for (let left = most; left > 0;) {
      const { items, next } = await caseRows(caller, { ...filter, after }, Math.min(left, PAGE))
      for (const { day, no, companyName, title, fault, downtimeHours, cost } of items)
        yield [startOf(day), no, companyName, title, fault, downtimeHours, cost]
      left -= items.length
      if (next === null) return
      after = next
    }
  },
}

const measures: Table<FilterOf<'measures'>> = {
  title: '服务指标',
  columns: [
    ...[text('指标', 24), number('数值'), number('上一期'), text('单位', 8)],
    ...[text('样本', 32), text('怎么算的', 72)],
  ],
  admit: (caller) => readerOf(caller, 'faults'),
  async *rows(caller, filter) {
    for (const { key, label, value, past, enough, sampleWords, definition } of (
      await readMeasures(caller, filter)
    ).items)
      yield [
        ...[label, inUnit(key, value).value, inUnit(key, past).value, inUnit(key, null).unit],
        ...[enough ? sampleWords : `${sampleWords}，样本不足`, definition],
      ]
  },
}

const part = (of: number | null): number | null => (of === null ? null : percent(of))

const satisfaction: Table<FilterOf<'satisfaction'>> = {
  title: '满意度',
  columns: [
    ...[text('按', 24), number('平均星级'), number('满意 %'), number('NPS'), whole('评价数')],
    ...[whole('上门数'), number('回收 %')],
  ],
  admit: (caller) => readerOf(caller, 'month'),
  async *rows(caller, filter) {
    for (const { name, average, csat, nps, answers, asked } of (await readSatisfaction(caller, filter)).items)
      yield [name, average, part(csat), nps, answers, asked, asked > 0 ? percent(answers / asked) : null]
  },
}

const breaches = { late: '超时', waived: '放行', broken: '未守' } as const

const articles: Table<FilterOf<'articles'>> = {
  title: '条款月报',
  columns: [
    { head: '时间', width: 18, kind: 'time' },
    ...[text('条款', 12), text('情况', 8), text('内容', 48), text('客户', 24), text('单号', 18)],
    text('放行或经手', 12),
  ],
  admit: (caller) => readerOf(caller, 'month'),
  async *rows(caller, filter, most) {
    let { after } = filter
    for (let left = most; left > 0;) {
      const { items, next } = await articleCases(caller, { ...filter, after }, Math.min(left, PAGE))
      for (const { at, article, kind, words, companyName, no, by } of items)
        yield [at, article, breaches[kind], words, companyName, no, by]
      left -= items.length
      if (next === null) return
      after = next
    }
  },
}

export const tables: { readonly [W in What]: Table<FilterOf<W>> } = {
  ...{ archive, pareto, cases, measures },
  ...{ satisfaction, articles },
}
