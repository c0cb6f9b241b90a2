import type { Outputs } from '../../../typings/contract'
import type { CaseRow, FaultFilter } from '../../../typings/quality-views'
import { faultLeaf } from '../../domain/company/fault-tree'
import { monthDay, yuan } from '../../domain/calendar/format'
import { periodWords } from '../../domain/calendar/periods'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { exportSheet, noExport } from '../../services/export'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'
import { filterOf, queryOf, wayTo, wholeOf } from '../filter'

type View = Outputs['stats.cases']

const rowOf = ({ downtimeHours, cost, day, ...one }: CaseRow) => ({
  ...one,
  day: `${day.slice(0, 4)}年${monthDay(day)}`,
  lost: [
    downtimeHours > 0 ? `停机 ${Math.round(downtimeHours * 10) / 10} 小时` : '',
    cost !== null && cost > 0 ? `费用 ${yuan(Math.round(cost))}` : '',
  ]
    .filter(Boolean)
    .join(' · '),
})

/** 主轴 › 拉刀松刀 */
const titleOf = (code: string): string =>
  code === 'other'
    ? '其他'
    : wayTo(code)
        .map((one) => one.name)
        .join(' › ') || '还没有归类'

type Offer = 'begin' | 'deeper' | 'nothing'

/** An 8D is about a class of the third level and begins once; what was put together or has no class is no matter of it. */
function offerOf({ items, d8 }: View, code: string): Offer {
  if (!d8.mayStart || items.length === 0 || code === '' || code === 'other') return 'nothing'
  if (!faultLeaf(code)) return 'deeper'
  return d8.running.length === 0 ? 'begin' : 'nothing'
}

/** 2026年8月26日—11月23日 · V850 · 2403 批 */
const scopeOf = (filter: FaultFilter): string =>
  [periodWords(filter), filter.model, filter.batch ? `批次 ${filter.batch}` : ''].filter(Boolean).join(' · ')

Component({
  data: {
    ...blank,
    ...idle,
    ...noExport,
    view: null as View | null,
    filter: wholeOf('quarter', 0),
    offers: 'nothing' as Offer,
    code: '',
    title: '',
    scope: '',
    rows: [] as ReturnType<typeof rowOf>[],
    next: null as string | null,
    large: '',
  },
  methods: {
    onLoad(query: Partial<Record<string, string>>) {
      const filter = filterOf(query)
      const code = query.code ?? ''
      this.setData({
        filter,
        code,
        title: titleOf(code),
        scope: scopeOf(filter),
        large: largeType(),
      })
      void this.refresh()
    },
    async refresh() {
      const { filter, code } = this.data
      const name = `cases-${code}-${filter.from}-${filter.to}-${filter.model}-${filter.batch}`
      await load(this, () => call('stats.cases', { ...filter, code }), { cache: name })
      const { view } = this.data
      if (view) this.setData({ rows: view.items.map(rowOf), next: view.next, offers: offerOf(view, code) })
    },
    onReachBottom() {
      void this.more()
    },
    async more() {
      const { filter, code, next, rows } = this.data
      if (!next) return
      const page = await act(this, () => call('stats.cases', { ...filter, code, after: next }))
      if (page) this.setData({ rows: [...rows, ...page.items.map(rowOf)], next: page.next })
    },
    /** All of them, also those that are not on the screen yet. */
    async exportAll() {
      const { filter, code } = this.data
      await exportSheet(this, { what: 'cases', filter: { ...filter, code } })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const id = event.currentTarget.dataset.id as string | null
      if (id) openPath(ticketPage(id, 'staff'))
    },
    /** Down to the third level, where an 8D can begin. */
    deeper() {
      const { code, filter } = this.data
      openPath(`/quality/pareto/index?${queryOf({ ...filter, within: code, level: 3 })}`)
    },
    running(event: WechatMiniprogram.TouchEvent) {
      openPath(`/quality/d8/index?id=${event.currentTarget.dataset.id as string}`)
    },
    /** 质量反馈: the class, the model and the days go with it. */
    begin() {
      const { code, filter } = this.data
      const { model, from, to } = filter
      openPath(`/quality/d8-new/index?fault=${code}&model=${encodeURIComponent(model)}&from=${from}&to=${to}`)
    },
  },
})
