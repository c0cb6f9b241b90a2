import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/format'
import type { MoveName } from '../../domain/inputs'
import type { Offered } from '../../domain/lifecycle'
import { asks } from '../../domain/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, verbsOf } from '../../services/moving'
import { offlineState, type OfflineState } from '../../services/offline'
import { onOutboxChange } from '../../services/outbox'
import { dial } from '../../services/phone'
import { forget, prepare } from '../../services/prepared'
import { moveOf, unsentOf } from '../../services/queued'
import { openPath, pageOfMove } from '../../services/routes'
import { rest, tick } from '../../services/ticking'

const MINUTE = 60_000
const etas = [30, 60, 120, 180].map((minutes) => ({
  value: minutes,
  label: minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`,
}))
const EVERY = 30_000
/** Which steps a move takes. */
const takes: Partial<Record<MoveName, readonly string[]>> = {
  depart: ['出发'],
  arrive: ['到达'],
  report: ['记录'],
  installReport: ['记录'],
  leaveOnPaper: ['回执', '离场'],
  leave: ['离场'],
}
/** The way of a visit, each step with whether it is behind; `queued` ones are done and not sent yet. */
function stepsOf(visit: VisitView | undefined, queued: readonly string[]) {
  if (!visit) return []
  const { departedAt, arrivedAt, report, receipt, leftAt } = visit
  const sent = [true, departedAt, arrivedAt, report, receipt, leftAt].map(Boolean)
  const labels = ['派工', '出发', '到达', '记录', '回执', '离场']
  const done = labels.map((label, i) => sent[i]! || queued.includes(label))
  return labels.map((label, i) => ({
    label,
    done: done[i]!,
    waits: done[i]! && !sent[i],
    next: !done[i] && done[i - 1]!,
  }))
}
const queuedOf = (id: string): string[] =>
  unsentOf(id).flatMap((item) => takes[moveOf(item)?.move ?? 'addNote'] ?? [])
const endings = new WeakMap<object, () => void>()

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    primary: null as Offered | null,
    others: [] as Offered[],
    sheet: null as Offered | null,
    departing: false,
    eta: 60,
    etas,
    steps: [] as ReturnType<typeof stepsOf>,
    job: [] as { label: string; value: string }[],
    about: [] as { label: string; value: string }[],
    blocked: '',
    kept: null as OfflineState | null,
    saving: false,
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
      this.listen()
    },
    onHide() {
      this.rest()
    },
    onUnload() {
      this.rest()
    },
    rest() {
      rest(this)
      endings.get(this)?.()
    },
    /** What goes up meanwhile changes the ticket: it is looked at again. */
    listen() {
      endings.get(this)?.()
      let waiting = unsentOf(this.data.id).length
      const end = onOutboxChange(() => {
        const now = unsentOf(this.data.id).length
        if (now !== waiting) void this.refresh()
        waiting = now
      })
      endings.set(this, end)
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
      else if (this.data.phase === 'missing') void forget(id)
    },
    tell(ticket: TicketView) {
      const now = Date.now()
      const visit = ticket.visits[ticket.visits.length - 1]
      this.setData({
        ...verbsOf(ticket.moves),
        now,
        kept: offlineState(ticket, now),
        steps: stepsOf(visit, queuedOf(ticket.id)),
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
      else this.setData({ sheet: offer, problem: null })
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
    /** 下载离线资料. */
    async save() {
      this.setData({ saving: true })
      const got = await act(this, () => prepare(this.data.id))
      this.setData({ saving: false })
      if (got) this.tell(got.ticket)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    back() {
      wx.switchTab({ url: '/pages/workbench/index' })
    },
  },
})
