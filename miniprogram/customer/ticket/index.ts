import type { TicketView, VisitView } from '../../../typings/contract'
import type { Offered } from '../../domain/lifecycle'
import { dayTime, shortTime } from '../../domain/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf, verbsOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { openPath, pageOfMove, ticketPage } from '../../services/routes'
import { rest, tick } from '../../services/ticking'

const EVERY = 30_000
/** The verb of the bar: what the ticket waits for, else 催办. */
function barOf(ticket: TicketView) {
  const { primary, others } = verbsOf(ticket.moves)
  const verb = primary ?? offerOf(ticket, 'urge')
  return { primary: verb, others: others.filter((one) => one !== verb) }
}

/** Where a blocked move leads instead. */
function wayOf(offer: Offered | null, { manager }: TicketView): { words: string; icon: string } {
  if (!offer?.blocked) return { words: '', icon: '' }
  if (offer.move === 'reopen') return { words: '重新报修', icon: 'tools' }
  return { words: manager ? `打电话给 ${manager.name}` : '拨打服务电话', icon: 'call' }
}

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
    note: '',
    way: { words: '', icon: '' },
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
        ...barOf(ticket),
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
      else this.show(offer)
    },
    show(offer: Offered) {
      const { ticket } = this.data.view!
      this.setData({ sheet: offer, note: noteOf(offer.move), way: wayOf(offer, ticket), problem: null })
    },
    /** A move that is not possible any more leads to a person, or to a new request that is linked to this one. */
    instead(event: WechatMiniprogram.CustomEvent<{ move: Offered }>) {
      const { ticket } = this.data.view!
      this.close()
      if (event.detail.move.move === 'reopen')
        openPath(`/customer/submit/index?serial=${ticket.equipment.serial}&follows=${ticket.id}`)
      else dial(ticket.manager?.phone)
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(ticketPage(event.detail.id, 'customer'))
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
