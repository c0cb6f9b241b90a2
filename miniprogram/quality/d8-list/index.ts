import type { D8Card, Outputs } from '../../../typings/contract'
import { dayWords } from '../../domain/calendar/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'

type View = Outputs['d8.list']
type Tab = keyof View['counts']
interface Row extends D8Card {
  dueWords: string
  width: string
}

const tabs: { key: Tab; label: string; none: string }[] = [
  { key: 'open', label: '进行中', none: '没有进行中的 8D' },
  { key: 'mine', label: '轮到我', none: '没有要您处理的步骤' },
  { key: 'closed', label: '已结束', none: '还没有结束的 8D' },
]

Component({
  data: {
    ...blank,
    ...idle,
    tabs,
    tab: 'open' as Tab,
    view: null as View | null,
    rows: [] as Row[],
    next: null as string | null,
    none: tabs[0]!.none,
    large: '',
  },
  methods: {
    onShow() {
      this.setData({ large: largeType() })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      const { tab } = this.data
      await load(this, () => call('d8.list', { tab }), { cache: `d8-list-${tab}` })
      const { view } = this.data
      if (view) this.setData({ rows: view.items.map(rowOf), next: view.next })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const tab = event.currentTarget.dataset.tab as Tab
      this.setData({ tab, none: tabs.find((one) => one.key === tab)!.none })
      void this.refresh()
    },
    async more() {
      const { tab, next } = this.data
      const page = await act(this, () => call('d8.list', next ? { tab, after: next } : { tab }))
      if (page) this.setData({ rows: [...this.data.rows, ...page.items.map(rowOf)], next: page.next })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(`/quality/d8/index?id=${event.currentTarget.dataset.id as string}`)
    },
    begin() {
      openPath('/quality/d8-new/index')
    },
  },
})

const STEPS = 9
function rowOf(card: D8Card): Row {
  const day = card.due === null ? '' : dayWords(card.due)
  const over = card.state === 'closed' || card.state === 'dismissed'
  const dueWords = day && (over ? `${day}结束` : card.overdue ? `${day}已逾期` : `${day}前`)
  return { ...card, dueWords, width: `${Math.round((card.done / STEPS) * 100)}%` }
}
