import type { TicketView } from '../../../typings/contract'
import type { Offered } from '../../domain/door/lifecycle'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove } from '../../services/moving'
import { dial } from '../../services/phone'
import { openPath, pageOfMove } from '../../services/routes'
import { rest, tick } from '../../services/ticking'
import { aboutRows, barOf, workRows } from './rows'

const EVERY = 30_000
const notes: Readonly<Record<string, string>> = {
  callCustomer: '写下客户说了什么、约定了什么;从这时起开始调查',
  sendPlan: '客户会看到解释和方案,并回答接受或不接受',
  analyse: '处理人会收到您的分析',
  planByPhone: '请按客户的原话记录',
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    about: [] as { label: string; value: string }[],
    work: [] as { title: string; lines: string[] }[],
    primary: null as Offered | null,
    others: [] as Offered[],
    sheet: null as Offered | null,
    note: '',
    mayCall: false,
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
      if (!ticket.complaint?.inside) return
      const now = Date.now()
      this.setData({
        ...barOf(ticket),
        about: aboutRows(ticket),
        work: workRows(ticket.complaint, now),
        mayCall: ticket.contact.phone !== '' && !ticket.contact.phone.includes('*'),
        now,
      })
    },
    press() {
      if (this.data.primary) this.go(this.data.primary)
    },
    other(event: WechatMiniprogram.TouchEvent) {
      const offer = this.data.others[event.currentTarget.dataset.index as number]
      if (offer) this.go(offer)
    },
    go(offer: Offered) {
      const url = pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
      else this.setData({ sheet: offer, note: notes[offer.move] ?? '', problem: null })
    },
    close() {
      this.setData({ sheet: null })
    },
    async make(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      const ticket = await act(this, () => makeMove(this.data.id, move.move, move.visit, input, move.read))
      if (!ticket) return
      this.setData({ sheet: null, view: { ticket } })
      this.tell(ticket)
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(`/office/case/index?id=${event.detail.id}`)
    },
    service() {
      openPath(`/field/job/index?id=${this.data.view!.ticket.complaint!.ticket!.id}`)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    back() {
      wx.switchTab({ url: '/pages/workbench/index' })
    },
  },
})
