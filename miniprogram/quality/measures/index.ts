import type { Outputs } from '../../../typings/contract'
import type { Measure, Satisfaction } from '../../../typings/quality-views'
import { daysOfMonth, monthAfter, monthOf } from '../../domain/calendar/periods'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { exportSheet, noExport } from '../../services/export'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { percent } from '../filter'

type View = Outputs['stats.measures']
type By = 'engineer' | 'model' | 'company' | 'month'

const sides = [
  { value: 'engineer', label: '工程师' },
  { value: 'model', label: '机型' },
  { value: 'company', label: '客户' },
  { value: 'month', label: '月份' },
] as const
const tabs = [
  { value: 'measures', label: '指标' },
  { value: 'voices', label: '满意度' },
] as const

/** 比上期差了 2 项:平均无故障时间、首次响应 */
function answerOf(items: readonly Measure[]): string {
  const of = (trend: Measure['trend']) =>
    items.filter((one) => one.trend === trend).map((one) => one.label.split(' ')[0]!)
  const [worse, better, same] = [of('worse'), of('better'), of('same')]
  if (worse.length > 0) return `比上期差了 ${worse.length} 项:${worse.join('、')}`
  if (better.length > 0) return `比上期好了 ${better.length} 项:${better.join('、')}`
  return same.length > 0 ? '和上期一样' : '样本还少,和上期比不出好坏'
}
/** What can be relied on. */
const trustOf = (items: readonly Measure[]): string => {
  const few = items.filter((one) => !one.enough).length
  return few === 0 ? '每一项都有足够的样本' : `${few} 项样本不足,只作参考`
}

const spoken = ({ label, words, sampleWords, enough, before }: Measure): string =>
  [label, words, sampleWords, enough ? '' : '样本不足', before ? `上期 ${before}` : '', '看定义']
    .filter(Boolean)
    .join(',')

/** Months are laid side by side: a year of them. */
const daysFor = (month: string, by: By) =>
  by === 'month'
    ? { from: daysOfMonth(monthAfter(month, -11)).from, to: daysOfMonth(month).to }
    : daysOfMonth(month)

const voiceOf = ({ answers, asked, average, csat, nps, ...one }: Satisfaction) => ({
  ...one,
  stars: average === null ? '—' : average.toFixed(1),
  csat: csat === null ? '还没有评价' : `满意 ${percent(csat)}`,
  nps: nps === null ? '' : `NPS ${nps > 0 ? '+' : nps < 0 ? '−' : ''}${Math.abs(Math.round(nps))}`,
  answered: `回收 ${answers}/${asked}${asked > 0 ? `(${percent(answers / asked)})` : ''}`,
  width: asked > 0 ? Math.round((answers / asked) * 100) : 0,
})

Component({
  data: {
    ...blank,
    ...idle,
    ...noExport,
    view: null as View | null,
    month: '',
    answer: '',
    trust: '',
    measures: [] as (Measure & { said: string })[],
    /** Key of the measure whose definition is unfolded. */
    shown: '',
    tabs,
    tab: 'measures' as (typeof tabs)[number]['value'],
    sides,
    by: 'engineer' as By,
    voices: null as ReturnType<typeof voiceOf>[] | null,
    large: '',
  },
  methods: {
    onLoad() {
      this.setData({ large: largeType(), month: monthOf(doorTime()) })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { month } = this.data
      await load(this, () => call('stats.measures', { ...daysOfMonth(month), model: '' }), {
        cache: `measures-${month}`,
      })
      const { view } = this.data
      if (!view) return
      this.setData({
        answer: answerOf(view.items),
        trust: trustOf(view.items),
        measures: view.items.map((one) => ({ ...one, said: spoken(one) })),
      })
    },
    turn(event: WechatMiniprogram.CustomEvent<{ month: string }>) {
      this.setData({ ...noExport, month: event.detail.month, phase: 'loading', voices: null })
      void this.refresh()
      if (this.data.tab === 'voices') void this.hear()
    },
    unfold(event: WechatMiniprogram.TouchEvent) {
      const key = event.currentTarget.dataset.key as string
      this.setData({ shown: this.data.shown === key ? '' : key })
    },
    pickTab(event: WechatMiniprogram.TouchEvent) {
      this.setData({ ...noExport, tab: event.currentTarget.dataset.value as (typeof tabs)[number]['value'] })
      if (this.data.tab === 'voices' && !this.data.voices) void this.hear()
    },
    pickSide(event: WechatMiniprogram.TouchEvent) {
      this.setData({ ...noExport, by: event.currentTarget.dataset.value as By, voices: null })
      void this.hear()
    },
    /** The tab that is open. */
    async exportAll() {
      const { tab, month, by } = this.data
      const wanted =
        tab === 'measures'
          ? { what: tab, filter: { ...daysOfMonth(month), model: '' } }
          : { what: 'satisfaction' as const, filter: { ...daysFor(month, by), by } }
      await exportSheet(this, wanted)
    },
    /** What the customers said, by whom or what it is about. */
    async hear() {
      const { month, by } = this.data
      const answer = await act(this, () => call('stats.satisfaction', { ...daysFor(month, by), by }))
      if (answer && month === this.data.month && by === this.data.by)
        this.setData({ voices: answer.items.map(voiceOf) })
    },
  },
})
