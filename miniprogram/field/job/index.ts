import type { TicketView, VisitView } from '../../../typings/contract'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf, verbsOf } from '../../services/moving'
import { offlineState, type OfflineState } from '../../services/offline'
import { onOutboxChange } from '../../services/outbox'
import { dial } from '../../services/phone'
import { forget, prepare } from '../../services/prepared'
import { unsentOf } from '../../services/queued'
import { openPath, pageOfMove, ticketPage } from '../../services/routes'
import { isBehind, shownSteps, type ShownStep } from '../../services/shown-steps'
import { rest, tick } from '../../services/ticking'
import { visitIn } from '../../services/visit-now'
import {
  aboutRows,
  changeRows,
  leavingRows,
  reportRows,
  siteRows,
  taskRows,
  tripRows,
  type Pair,
  type ReportRow,
  type StandingRow,
} from './rows'
import { HOUR } from '../../domain/calendar/units'

const EVERY = 30_000
/** Made in the list of requests, where the request stands. */
const inPlace: readonly string[] = ['takeHelp', 'answerHelp']
/** Which photos stand where, by how their slot begins. */
const begins = (words: string) => (one: TicketView['media'][number]) => one.slot.startsWith(words)
/** Asked in a sheet with an arrival time. */
const timed: readonly string[] = ['depart', 'newEta']

/** What a sheet starts from: the time that the customer asked for. */
function startOf(offer: Offered, view: { ticket: TicketView } | null): Record<string, number> {
  const wanted = view?.ticket.reschedule
  if (offer.move !== 'agreeReschedule' || !wanted) return {}
  return { arriveBy: wanted.first, finishBy: wanted.first + 4 * HOUR }
}
const endings = new WeakMap<object, () => void>()

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    primary: null as Offered | null,
    others: [] as Offered[],
    more: false,
    sheet: null as Offered | null,
    leaving: null as Offered | null,
    steps: [] as ShownStep[],
    atWork: false,
    holder: '',
    mayCall: false,
    mayTake: false,
    mayAnswer: false,
    task: [] as Pair[],
    trip: [] as Pair[],
    about: [] as Pair[],
    site: null as ReturnType<typeof siteRows> | null,
    siteMedia: [] as TicketView['media'],
    requestMedia: [] as TicketView['media'],
    helpMedia: [] as TicketView['media'],
    appraisalMedia: [] as TicketView['media'],
    changes: [] as StandingRow[],
    leavings: [] as StandingRow[],
    reports: [] as ReportRow[],
    blocked: null as Offered['blocked'],
    note: '',
    start: {} as Record<string, number>,
    kept: null as OfflineState | null,
    saving: false,
    now: 0,
    large: '',
    /** The part of the page that somebody came for. */
    at: '',
  },
  methods: {
    onLoad(query: { id?: string; at?: string }) {
      this.setData({ id: query.id ?? '', at: query.at === 'helps' ? 'helps' : '', large: largeType() })
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
      if (this.data.view) {
        this.tell(this.data.view.ticket)
        this.goTo()
      } else if (this.data.phase === 'missing') void forget(id)
    },
    /** Who comes for a question is led to it, once. */
    goTo() {
      const { at } = this.data
      if (at) this.setData({ at: '' }, () => wx.pageScrollTo({ selector: `#${at}`, duration: 0 }))
    },
    tell(ticket: TicketView) {
      if (ticket.complaint) return void wx.redirectTo({ url: ticketPage(this.data.id, 'staff', 'complaint') })
      const now = doorTime()
      const visit = visitIn(ticket)
      const { primary, others } = verbsOf(ticket.moves.filter((one) => !inPlace.includes(one.move)))
      const steps = visit ? shownSteps(ticket.id, visit) : []
      const labels = ticket.site.items.map((item) => item.label)
      this.setData({
        primary,
        others,
        now,
        visit,
        steps,
        kept: offlineState(ticket, now),
        atWork: Boolean(visit?.own && isBehind(steps, '出发') && !isBehind(steps, '离场')),
        holder: visit && !visit.own ? visit.engineer.name : '',
        mayCall: !ticket.contact.phone.includes('*'),
        mayTake: offerOf(ticket, 'takeHelp') !== null,
        mayAnswer: offerOf(ticket, 'answerHelp') !== null,
        task: visit ? taskRows(visit, now) : [],
        trip: visit ? tripRows(visit) : [],
        about: aboutRows(ticket),
        site: siteRows(ticket),
        siteMedia: ticket.media.filter((one) => labels.includes(one.slot)),
        helpMedia: ticket.media.filter(begins('求助')),
        appraisalMedia: ticket.media.filter(begins('技术鉴定')),
        requestMedia: ticket.media.filter(
          (one) => !labels.includes(one.slot) && !begins('求助')(one) && !begins('技术鉴定')(one),
        ),
        changes: visit ? changeRows(visit) : [],
        leavings: ticket.visits.flatMap(leavingRows),
        reports: reportRows(ticket),
      })
    },
    press() {
      const { primary } = this.data
      if (primary) this.go(primary)
    },
    open() {
      this.setData({ more: true, blocked: null })
    },
    shut() {
      this.setData({ more: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.shut()
    },
    other(event: WechatMiniprogram.TouchEvent) {
      const offer = this.data.others[event.currentTarget.dataset.index as number]
      this.shut()
      if (offer) this.go(offer)
    },
    /** A blocked verb still leads to its page, where the reason and the way out stand. */
    go(offer: Offered) {
      const url = pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
      else if (offer.blocked) this.setData({ blocked: offer.blocked })
      else if (timed.includes(offer.move)) this.setData({ leaving: offer, problem: null })
      else
        this.setData({
          sheet: offer,
          note: noteOf(offer.move, termsFor(this.data.view?.ticket)),
          start: startOf(offer, this.data.view),
          problem: null,
        })
    },
    work() {
      openPath(`/field/onsite/index?id=${this.data.id}`)
    },
    /** An 8D of this ticket, or a new one. */
    quality(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.page as string)
    },
    manuals() {
      openPath(`/field/manual/index?id=${this.data.id}`)
    },
    knowledge() {
      openPath(
        `/office/knowledge-edit/index?item=${this.data.view!.ticket.inquiry!.knowledge!}&id=${this.data.id}`,
      )
    },
    check() {
      openPath(`/customer/receipt-check/index?id=${this.data.id}`)
    },
    close() {
      this.setData({ sheet: null, leaving: null })
    },
    depart(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      void askConsent(asksOfStaff)
      return this.sent(event)
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      if (await this.make(move.move, move.visit, input, move.read)) this.close()
    },
    async take(event: WechatMiniprogram.CustomEvent<{ help: string }>) {
      void askConsent(asksOfStaff)
      await this.make('takeHelp', null, { help: event.detail.help })
    },
    async answer(event: WechatMiniprogram.CustomEvent<{ help: string; answer: string }>) {
      await this.make('answerHelp', null, event.detail)
    },
    async make(move: Offered['move'], visit: string | null, input: object, read = ''): Promise<boolean> {
      const ticket = await act(this, () => makeMove(this.data.id, move, visit, input, read))
      if (!ticket) return false
      this.setData({ view: { ticket }, blocked: null })
      this.tell(ticket)
      return true
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(ticketPage(event.detail.id, 'staff'))
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
