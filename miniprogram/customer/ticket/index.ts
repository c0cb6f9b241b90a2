import type { TicketView, TimelineRow, VisitView } from '../../../typings/contract'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfMove } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf, verbsOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { openPath, pageOfMove, ticketPage } from '../../services/routes'
import { rest, tick } from '../../services/ticking'
import {
  aboutVisit,
  askedRows,
  beyond,
  costsOf,
  daysOf,
  needsOf,
  timelineOf,
  visitRow,
  type Cost,
  type Day,
  type Need,
  type VisitRow,
} from './parts'

const EVERY = 30_000
/** The verb of the bar: what the ticket waits for, else 催办; beside it what is said instead of yes. */
function barOf(ticket: TicketView) {
  const { primary, others } = verbsOf(ticket.moves)
  const verb = primary ?? offerOf(ticket, 'urge')
  const second = primary ? offerOf(ticket, 'askOn') : null
  return { primary: verb, second, others: others.filter((one) => one !== verb && one !== second) }
}

/** Where a blocked move leads instead. */
function wayOf(offer: Offered | null, { manager }: TicketView): { words: string; icon: string } {
  if (!offer?.blocked) return { words: '', icon: '' }
  if (offer.move === 'reopen') return { words: '重新报修', icon: 'tools' }
  return { words: manager ? `打电话给 ${manager.name}` : '拨打服务电话', icon: 'call' }
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    primary: null as Offered | null,
    second: null as Offered | null,
    others: [] as Offered[],
    sheet: null as Offered | null,
    note: '',
    way: { words: '', icon: '' },
    engineer: null as VisitView['engineer'] | null,
    visits: [] as VisitRow[],
    asked: [] as { label: string; value: string }[],
    timeline: [] as TimelineRow[],
    needs: [] as Need[],
    costs: [] as Cost[],
    days: [] as Day[],
    agreed: [] as { label: string; value: string }[],
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
        title: ticket ? `${ticket.equipment.model} ${ticket.subject}`.trim() : '工单进度',
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
        ...beyond(ticket, barOf(ticket)),
        ...aboutVisit(running, now),
        needs: needsOf(ticket),
        costs: costsOf(ticket),
        days: daysOf(ticket),
        engineer: running?.engineer ?? null,
        visits: ticket.visits.map((visit, i) => visitRow(visit, i, now)).reverse(),
        timeline: timelineOf(ticket),
        asked: askedRows(ticket),
        now,
      })
    },
    press() {
      const { primary } = this.data
      if (primary) this.go(primary)
    },
    pressSecond() {
      const { second } = this.data
      if (second) this.go(second)
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
      this.setData({
        sheet: offer,
        note: noteOf(offer.move, termsFor(ticket)),
        way: wayOf(offer, ticket),
        problem: null,
      })
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
      // who urges waits for an answer
      if (move.move === 'urge') void askConsent(asksOfMove.urge)
      const ticket = await act(this, () => makeMove(this.data.id, move.move, move.visit, input, move.read))
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
    complain() {
      const { complaint, equipment } = this.data.view!.ticket
      const about = complaint ? `serial=${equipment.serial}` : `ticket=${this.data.id}`
      openPath(`/customer/complain/index?${about}`)
    },
    copy() {
      wx.setClipboardData({ data: this.data.view?.ticket.no ?? '' })
    },
    list() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
  },
})
