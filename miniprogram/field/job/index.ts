import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/format'
import type { Offered } from '../../domain/lifecycle'
import { asks } from '../../domain/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { noteOf } from '../../services/move-notes'
import { makeMove, verbsOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { openPath, pageOfMove, ticketPage } from '../../services/routes'
import { rest, tick } from '../../services/ticking'

const MINUTE = 60_000
const etas = [30, 60, 120, 180].map((minutes) => ({
  value: minutes,
  label: minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`,
}))
const EVERY = 30_000
/** The way of a visit, each step with whether it is behind. */
function stepsOf(visit: VisitView | undefined) {
  if (!visit) return []
  const { departedAt, arrivedAt, report, receipt, leftAt } = visit
  const done = [true, departedAt, arrivedAt, report, receipt, leftAt].map(Boolean)
  return ['派工', '出发', '到达', '记录', '回执', '离场'].map((label, i) => ({
    label,
    done: done[i]!,
    next: !done[i] && done[i - 1]!,
  }))
}

/** What a sheet starts from: the time that the customer asked for. */
function startOf(offer: Offered, view: { ticket: TicketView } | null): Record<string, number> {
  const wanted = view?.ticket.reschedule
  if (offer.move !== 'agreeReschedule' || !wanted) return {}
  return { arriveBy: wanted.first, finishBy: wanted.first + 4 * 60 * MINUTE }
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
    start: {} as Record<string, number>,
    departing: false,
    eta: 60,
    etas,
    steps: [] as ReturnType<typeof stepsOf>,
    job: [] as { label: string; value: string }[],
    about: [] as { label: string; value: string }[],
    blocked: '',
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
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const now = Date.now()
      const visit = ticket.visits[ticket.visits.length - 1]
      this.setData({
        ...verbsOf(ticket.moves),
        now,
        steps: stepsOf(visit),
        job: visit
          ? [
              { label: '任务', value: visit.task },
              { label: '到达', value: `${dayTime(visit.arriveBy)} 前` },
              { label: '完成', value: `${dayTime(visit.finishBy)} 前` },
              { label: '工程师', value: visit.engineer.name },
              ...(visit.eta ? [{ label: '预计到达', value: shortTime(visit.eta, now) }] : []),
              ...(visit.report ? [{ label: '故障', value: visit.report.faultWords }] : []),
              ...(visit.survey?.stars ? [{ label: '评价', value: `${visit.survey.stars} 星` }] : []),
            ]
          : [],
        about: [
          { label: '设备', value: `${ticket.equipment.model} ${ticket.equipment.nickname}` },
          { label: '序列号', value: ticket.equipment.serial },
          { label: '三包', value: ticket.equipment.warranty.words },
          { label: '用户描述', value: ticket.subject },
          { label: '能否生产', value: ticket.production },
          ...(ticket.verification
            ? [{ label: '核实', value: `${ticket.verification.by}:${ticket.verification.note}` }]
            : []),
        ],
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
    /** A blocked verb still leads to its page, where the reason and the way out stand. */
    go(offer: Offered) {
      const url = pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
      else if (offer.blocked) this.setData({ blocked: `${offer.blocked.words};${offer.blocked.wayOut}` })
      else if (offer.move === 'depart') this.setData({ departing: true, problem: null })
      else
        this.setData({
          sheet: offer,
          note: noteOf(offer.move),
          start: startOf(offer, this.data.view),
          problem: null,
        })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ eta: event.detail.value })
    },
    stay() {
      this.setData({ departing: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.stay()
    },
    async depart() {
      const { primary, eta } = this.data
      void askConsent(asks.staff)
      const done = await this.make('depart', primary?.visit ?? null, { eta: Date.now() + eta * MINUTE })
      if (done) this.setData({ departing: false })
    },
    close() {
      this.setData({ sheet: null })
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      if (await this.make(move.move, move.visit, input)) this.close()
    },
    async make(move: Offered['move'], visit: string | null, input: object): Promise<boolean> {
      const ticket = await act(this, () => makeMove(this.data.id, move, visit, input))
      if (!ticket) return false
      this.setData({ view: { ticket } })
      this.tell(ticket)
      return true
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(ticketPage(event.detail.id, 'staff'))
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    back() {
      wx.switchTab({ url: '/pages/workbench/index' })
    },
  },
})
