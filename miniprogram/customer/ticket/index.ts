import type { TicketView, VisitView } from '../../../typings/contract'
import type { Offered } from '../../domain/lifecycle'
import { dayTime, shortTime } from '../../domain/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, verbsOf } from '../../services/moving'
import { openPath, pageOfMove } from '../../services/routes'
import { rest, tick } from '../../services/ticking'

const EVERY = 30_000
interface VisitRow {
  id: string
  title: string
  lines: { label: string; value: string }[]
  receipt: boolean
}

function visitRow(visit: VisitView, i: number, now: number): VisitRow {
  const lines = [
    { label: '工程师', value: visit.engineer.name },
    { label: '任务', value: visit.task },
    {
      label: visit.arrivedAt ? '到达' : '预计到达',
      value: shortTime(visit.arrivedAt ?? visit.eta ?? visit.arriveBy, now),
    },
    ...(visit.report ? [{ label: '处理', value: `${visit.report.faultWords};${visit.report.measure}` }] : []),
    ...(visit.leftAt ? [{ label: '离场', value: shortTime(visit.leftAt, now) }] : []),
    ...(visit.survey?.stars ? [{ label: '评价', value: `${visit.survey.stars} 星` }] : []),
  ]
  return { id: visit.id, title: `第 ${i + 1} 次上门`, lines, receipt: visit.receipt !== null }
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    primary: null as Offered | null,
    others: [] as Offered[],
    sheet: null as Offered | null,
    engineer: null as VisitView['engineer'] | null,
    visits: [] as VisitRow[],
    asked: [] as { label: string; value: string }[],
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
    },
    onShow() {
      void this.refresh()
      tick(this, EVERY, () => void this.refresh())
    },
    onHide() {
      rest(this)
    },
    onUnload() {
      rest(this)
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    /** Colleagues of the same company open it; to anybody else it is not there. */
    onShareAppMessage() {
      const ticket = this.data.view?.ticket
      return {
        title: ticket ? `${ticket.equipment.model} ${ticket.subject}` : '工单进度',
        path: `/customer/ticket/index?id=${this.data.id}`,
      }
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const now = Date.now()
      const running = ticket.visits[ticket.visits.length - 1]
      this.setData({
        ...verbsOf(ticket.moves),
        engineer: running?.engineer ?? null,
        visits: ticket.visits.map((visit, i) => visitRow(visit, i, now)).reverse(),
        asked: [
          { label: '设备', value: `${ticket.equipment.model} ${ticket.equipment.nickname}` },
          { label: '怎么了', value: ticket.subject },
          { label: '能否生产', value: ticket.production },
          { label: '希望时间', value: ticket.wish },
          { label: '联系人', value: `${ticket.contact.name} ${ticket.contact.phone}` },
          { label: '提交时间', value: dayTime(ticket.requestedAt) },
        ],
        now,
      })
    },
    press() {
      const { primary } = this.data
      if (primary) this.go(primary)
    },
    other(event: WechatMiniprogram.TouchEvent) {
      const offer = this.data.others[event.currentTarget.dataset.index as number]
      if (offer) this.go(offer)
    },
    go(offer: Offered) {
      const url = pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
      else this.setData({ sheet: offer, problem: null })
    },
    close() {
      this.setData({ sheet: null })
    },
    async make(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      const ticket = await act(this, () => makeMove(this.data.id, move.move, move.visit, input))
      if (!ticket) return
      this.setData({ sheet: null, view: { ticket } })
      this.tell(ticket)
    },
    receipt(event: WechatMiniprogram.TouchEvent) {
      openPath(`/customer/receipt/index?id=${this.data.id}&v=${event.currentTarget.dataset.visit as string}`)
    },
    copy() {
      wx.setClipboardData({ data: this.data.view?.ticket.no ?? '' })
    },
    list() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
  },
})
