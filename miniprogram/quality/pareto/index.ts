import type { Bar, FaultFilter, Pareto } from '../../../typings/quality-views'
import { periodOf, periods, periodWords, widerPeriod, type PeriodKey } from '../../domain/calendar/periods'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { exportSheet, noExport } from '../../services/export'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'
import { toneOf } from '../geometry'
import { bases, below, filterOf, levels, percent, queryOf, valueWords, wayTo, wholeOf } from '../filter'

/** A person begins with what is fresh and yet enough. */
const FIRST: PeriodKey = 'quarter'

const rowOf = (bar: Bar, i: number, bars: readonly Bar[], filter: FaultFilter) => ({
  code: bar.code,
  name: bar.name,
  words: valueWords(bar.value, filter),
  share: `占 ${percent(bar.share)} · 累计 ${percent(bar.cumulative)}`,
  tone: toneOf(bars, i),
  deeper: below(filter, bar.code) !== null,
})

/** 共 60 次故障 · 12 台设备 */
const basisOf = (view: Pareto): string => `共 ${view.cases} 次故障 · ${view.machines} 台设备`

Component({
  data: {
    ...blank,
    ...idle,
    ...noExport,
    view: null as Pareto | null,
    filter: wholeOf(FIRST, 0),
    period: FIRST as PeriodKey,
    periods,
    levels,
    bases: bases as readonly { value: FaultFilter['base']; label: string }[],
    models: ['全部机型'],
    /** Those of the model; none while all models are shown. */
    batches: [] as string[],
    days: '',
    basis: '',
    wider: null as { value: PeriodKey; label: string } | null,
    way: [] as { code: string; name: string }[],
    rows: [] as ReturnType<typeof rowOf>[],
    large: '',
  },
  methods: {
    onLoad(query: Partial<Record<string, string>>) {
      const now = doorTime()
      const filter = query.from ? filterOf(query) : wholeOf(FIRST, now)
      const known = periods.find(({ value }) => periodOf(value, now).from === filter.from)
      this.setData({ large: largeType(), filter, period: known?.value ?? FIRST })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { filter, period } = this.data
      const plain = !filter.model && !filter.batch && !filter.within
      const name = `pareto-${period}-${filter.level}-${filter.base}-${filter.perHundred}`
      await load(this, () => call('stats.pareto', filter), plain ? { cache: name } : {})
      if (this.data.view) this.tell(this.data.view)
    },
    tell(view: Pareto) {
      const { filter, period } = this.data
      this.setData({
        models: ['全部机型', ...view.models],
        batches: view.batches.length > 0 ? ['全部批次', ...view.batches] : [],
        bases: bases.filter((one) => view.costs || one.value !== 'cost'),
        days: periodWords(filter),
        basis: basisOf(view),
        wider: widerPeriod(period),
        way: wayTo(filter.within),
        rows: view.bars.map((bar, i) => rowOf(bar, i, view.bars, filter)),
      })
    },
    /** Looks at something else: what was seen stays, dimmed, until the answer comes. */
    turn(more: Partial<FaultFilter>) {
      this.setData({ ...noExport, filter: { ...this.data.filter, ...more }, phase: 'loading' })
      void this.refresh()
    },
    span(period: PeriodKey) {
      this.setData({ period })
      this.turn(periodOf(period, doorTime()))
    },
    pickPeriod(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      this.span(periods[Number(event.detail.value)]!.value)
    },
    widen() {
      if (this.data.wider) this.span(this.data.wider.value)
    },
    pickModel(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const at = Number(event.detail.value)
      this.turn({ model: at === 0 ? '' : this.data.models[at]!, batch: '' })
    },
    pickBatch(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const at = Number(event.detail.value)
      this.turn({ batch: at === 0 ? '' : this.data.batches[at]! })
    },
    pickLevel(event: WechatMiniprogram.TouchEvent) {
      const level = event.currentTarget.dataset.value as FaultFilter['level']
      const { within } = this.data.filter
      // a class is left when its own level is asked for
      this.turn({
        level,
        within: within
          .split('-')
          .slice(0, level - 1)
          .join('-'),
      })
    },
    pickBase(event: WechatMiniprogram.TouchEvent) {
      this.turn({ base: event.currentTarget.dataset.value as FaultFilter['base'] })
    },
    pickPer() {
      this.turn({ perHundred: !this.data.filter.perHundred })
    },
    deeper(event: WechatMiniprogram.TouchEvent) {
      const down = below(this.data.filter, event.currentTarget.dataset.code as string)
      if (down) this.turn(down)
    },
    /** Up to a class above, or to the whole. */
    upTo(event: WechatMiniprogram.TouchEvent) {
      const within = event.currentTarget.dataset.code as string
      const level = (within === '' ? 1 : within.split('-').length + 1) as FaultFilter['level']
      this.turn({ within, level })
    },
    async exportAll() {
      await exportSheet(this, { what: 'pareto', filter: this.data.filter })
    },
    row(event: WechatMiniprogram.TouchEvent) {
      this.cases(event.currentTarget.dataset.code as string)
    },
    bar(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.cases(event.detail.code)
    },
    cases(code: string) {
      openPath(`/quality/cases/index?code=${code}&${queryOf(this.data.filter)}`)
    },
  },
})
