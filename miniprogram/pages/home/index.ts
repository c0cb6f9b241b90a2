import type { Card } from '../../../typings/contract'
import { kinds, openKinds, type Kind } from '../../domain/company/kinds'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { dial, hotline } from '../../services/phone'
import { formPage, openPath, ticketPage } from '../../services/routes'
import { invitationIn, scanText, scannedPage } from '../../services/scan'
import { openSession, type Session } from '../../services/session'
import { markTab } from '../../services/tab'
import { hourOf } from '../../domain/calendar/days'

/** What can be asked for here; the others say honestly that they are not open yet. */
const open: readonly Kind[] = openKinds
const grid = (Object.keys(kinds) as Kind[]).map((kind) => ({
  kind,
  label: kinds[kind].label,
  icon: kinds[kind].icon,
  open: open.includes(kind),
}))

function greeting(now: number): string {
  const hour = hourOf(now)
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}

Component({
  data: { ...blank, view: null as Session | null, grid, large: '', now: 0, greeting: '', hotline: '' },
  methods: {
    onShow() {
      markTab(this)
      this.setData({
        large: largeType(),
        now: doorTime(),
        greeting: greeting(doorTime()),
        hotline: hotline(),
      })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      const session = await load(this, () => openSession(true), { cache: 'home' })
      if (session) this.setData({ hotline: hotline() })
    },
    async scan() {
      const text = await scanText()
      if (text) openPath(scannedPage(text))
    },
    async scanInvitation() {
      const text = await scanText()
      if (text) openPath(`/pages/join/index?code=${invitationIn(text)}`)
    },
    join() {
      openPath('/pages/join/index')
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const entry = this.data.grid[event.currentTarget.dataset.index as number]
      if (entry?.open) openPath(formPage(entry.kind))
      else if (entry) this.notYet(entry.label)
    },
    /** No dead buttons: what is not open yet says so and gives the number. */
    notYet(label: string) {
      wx.showModal({
        title: `${label}即将开放`,
        content: `请先拨打服务电话 ${this.data.hotline},由内勤为您登记`,
        confirmText: '拨打电话',
        cancelText: '知道了',
        success: ({ confirm }) => {
          if (confirm) dial()
        },
      })
    },
    openTicket(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      const { id, kind } = event.detail.card
      openPath(ticketPage(id, this.data.view?.me.side ?? 'customer', kind))
    },
    go(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.url as string)
    },
    dial() {
      dial()
    },
  },
})
