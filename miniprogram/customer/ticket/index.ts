import type { TicketView, VisitView } from '../../../typings/contract'
import type { Offered } from '../../domain/lifecycle'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, verbsOf } from '../../services/moving'
import { openPath, pageOfMove } from '../../services/routes'
import { rest, tick } from '../../services/ticking'
import {
  aboutVisit,
  apologyOf,
  askedRows,
  beyond,
  costsOf,
  daysOf,
  needsOf,
  visitRow,
  type Cost,
  type Day,
  type Need,
  type VisitRow,
} from './parts'

const EVERY = 30_000
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
    needs: [] as Need[],
    costs: [] as Cost[],
    days: [] as Day[],
    crew: '',
    agreed: '',
    apology: '',
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
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const now = Date.now()
      const running = ticket.visits[ticket.visits.length - 1]
      this.setData({
        ...beyond(ticket, verbsOf(ticket.moves)),
        ...aboutVisit(running, now),
        needs: needsOf(ticket),
        costs: costsOf(ticket),
        days: daysOf(ticket),
        apology: apologyOf(ticket),
        engineer: running?.engineer ?? null,
        visits: ticket.visits.map((visit, i) => visitRow(visit, i, now)).reverse(),
        asked: askedRows(ticket),
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
    need(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.url as string)
    },
    copy() {
      wx.setClipboardData({ data: this.data.view?.ticket.no ?? '' })
    },
    list() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
  },
})
