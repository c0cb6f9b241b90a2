import type { Card, Outputs } from '../../../typings/contract'
import { tabs, type Tab } from '../../domain/company/categories'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { act, idle } from '../../services/act'
import { openPath, ticketPage } from '../../services/routes'
import { scanText, scannedPage } from '../../services/scan'
import { cachedSession, knownSession } from '../../services/session'
import { markTab } from '../../services/tab'

type List = Outputs['ticket.list']
const PAUSE = 400
const pauses = new WeakMap<object, ReturnType<typeof setTimeout>>()
type Side = 'customer' | 'staff'

/** The same three lists, named from each side. */
const labels: Record<Side, Record<Tab, string>> = { customer: tabs, staff: { ...tabs, yours: '等客户' } }
const tabList = (side: Side) => (Object.keys(tabs) as Tab[]).map((key) => ({ key, label: labels[side][key] }))

Component({
  data: {
    ...blank,
    ...idle,
    view: null as List | null,
    tabs: tabList('customer'),
    tab: 'open' as Tab,
    search: '',
    side: 'customer' as Side,
    large: '',
    now: 0,
  },
  methods: {
    onLoad() {
      this.setData({ tab: cachedSession()?.yours ? 'yours' : 'open' })
    },
    onShow() {
      markTab(this)
      this.setData({ large: largeType(), now: doorTime() })
      void this.arrive()
    },
    /** Which side the cards speak to is known from the session; only a first start has to ask. */
    async arrive() {
      const session = await knownSession()
      const side = session?.me.side === 'staff' ? 'staff' : 'customer'
      const first = this.data.view === null && session?.yours
      this.setData({ side, tabs: tabList(side), ...(first ? { tab: 'yours' as Tab } : {}) })
      await this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    onReachBottom() {
      void this.more()
    },
    async refresh() {
      const { tab, search } = this.data
      const cache = search ? {} : { cache: `tickets-${tab}` }
      await load(this, () => call('ticket.list', { tab, ...(search ? { search } : {}) }), cache)
      this.setData({ now: doorTime() })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const tab = event.currentTarget.dataset.tab as Tab
      if (tab === this.data.tab) return
      const { view } = this.data
      this.setData({ tab, phase: 'loading', view: view && { ...view, items: [], next: null } })
      void this.refresh()
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ search: event.detail.value.trim() })
      const before = pauses.get(this)
      if (before !== undefined) clearTimeout(before)
      pauses.set(
        this,
        setTimeout(() => void this.refresh(), PAUSE),
      )
    },
    clear() {
      this.setData({ search: '' })
      void this.refresh()
    },
    /** The next page, appended; its key is the last row, so nothing is skipped or shown twice. */
    async more() {
      const view = this.data.view
      if (!view?.next) return
      const { tab, search } = this.data
      const after = view.next
      await act(this, async () => {
        const page = await call('ticket.list', { tab, after, ...(search ? { search } : {}) })
        if (this.data.tab !== tab || this.data.search !== search) return
        this.setData({ view: { ...page, items: [...view.items, ...page.items] } })
      })
    },
    open(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      openPath(ticketPage(event.detail.card.id, this.data.side, event.detail.card.kind))
    },
    work() {
      openPath('/pages/workbench/index')
    },
    join() {
      openPath('/pages/join/index')
    },
    async scan() {
      const text = await scanText()
      if (text) openPath(scannedPage(text))
    },
  },
})
