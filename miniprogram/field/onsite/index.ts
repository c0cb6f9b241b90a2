import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime, minutesWords } from '../../domain/calendar/format'
import type { MoveName } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { delayStanding, extraStanding } from '../../domain/visit/words'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { flushDrafts } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { choosePhotos, MediaError, type LocalMedia } from '../../services/media'
import { makeMove, offerOf, verbsOf } from '../../services/moving'
import { loadReport, saveReport } from '../../services/report-draft'
import { goBack, openPath, pageOfMove, ticketPage } from '../../services/routes'
import { isBehind, shownSteps, type ShownStep } from '../../services/shown-steps'
import { rest, tick } from '../../services/ticking'
import { visitIn } from '../../services/visit-now'
import { MINUTE } from '../../domain/calendar/units'

const EVERY = 30_000

interface Quick {
  label: string
  icon: string
  /** The move behind it; none for what is always possible. */
  move: MoveName | null
  page: string
}
/** May be written ahead of its time: it waits on the phone until it can be sent. */
const RECORD = '/field/report/index'
const quick: readonly Quick[] = [
  { label: '拍照', icon: 'camera', move: null, page: '' },
  { label: '服务记录', icon: 'edit', move: null, page: RECORD },
  { label: '增项', icon: 'cooperate', move: 'askExtra', page: '/field/extra/index' },
  { label: '延期', icon: 'undertake-hold-up', move: 'askDelay', page: '/field/delay/index' },
  { label: '求助', icon: 'service', move: 'askHelp', page: '/field/help/index' },
  { label: '临时请求', icon: 'user-talk', move: null, page: '/field/met/index' },
]
const isOpen = (ticket: TicketView, arrived: boolean, { move, page }: Quick): boolean =>
  move ? offerOf(ticket, move) !== null : page !== RECORD || arrived

/** 还剩 3 小时 20 分, or how far past it. */
function leftWords(finishBy: number, now: number): { words: string; over: boolean } {
  const minutes = (finishBy - now) / MINUTE
  return minutes >= 0
    ? { words: `还剩 ${minutesWords(minutes)}`, over: false }
    : { words: `已超过约定 ${minutesWords(-minutes)}`, over: true }
}

/** What waits for somebody else's word. */
const waits = (visit: VisitView): string[] => [
  ...visit.extras
    .filter((one) => !one.answer && one.decision?.ok !== false)
    .map((one) => `增项「${one.what}」${extraStanding(one).words}`),
  ...visit.delays
    .filter((one) => !one.answer)
    .map((one) => `延期到 ${dayTime(one.finishBy)}:${delayStanding(one).words}`),
]

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    steps: [] as ShownStep[],
    working: false,
    primary: null as Offered | null,
    renew: null as Offered | null,
    eta: null as Offered | null,
    blocked: null as Offered['blocked'],
    quick: [] as (Quick & { open: boolean })[],
    closed: '',
    finish: '',
    left: { words: '', over: false },
    waits: [] as string[],
    promised: '',
    photos: [] as LocalMedia[],
    cameraError: '',
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
      flushDrafts()
      rest(this)
    },
    onUnload() {
      flushDrafts()
      rest(this)
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const visit = visitIn(ticket)
      if (!visit) return
      const { confirmed } = ticket.site
      const steps = shownSteps(ticket.id, visit)
      const arrived = isBehind(steps, '到达')
      this.setData({
        visit,
        steps,
        working: arrived && !isBehind(steps, '作业'),
        primary: verbsOf(ticket.moves).primary,
        renew: offerOf(ticket, 'newEta', visit.id),
        quick: quick.map((one) => ({ ...one, open: isOpen(ticket, arrived, one) })),
        finish: `${dayTime(visit.finishBy)} 前`,
        left: leftWords(visit.finishBy, Date.now()),
        waits: waits(visit),
        promised: confirmed
          ? `${confirmed.how === 'phone' ? '电话确认' : '用户确认'} · ${confirmed.by.name}`
          : '没有确认过',
        photos: loadReport(ticket.id, visit.id).form.media,
      })
    },
    press() {
      const { primary } = this.data
      if (primary) this.go(primary)
    },
    later() {
      const { renew } = this.data
      if (renew) this.go(renew)
    },
    go(offer: Offered) {
      const url = pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
      else if (offer.blocked) this.setData({ blocked: offer.blocked })
      else this.setData({ eta: offer, problem: null })
    },
    tapped(event: WechatMiniprogram.TouchEvent) {
      const one = this.data.quick[event.currentTarget.dataset.index as number]
      const { id, visit } = this.data
      this.setData({ closed: '', cameraError: '' })
      if (!one || !visit) return
      if (!one.open) this.setData({ closed: `现在不能做「${one.label}」:${this.why()}` })
      else if (one.page) openPath(`${one.page}?id=${id}&v=${visit.id}`)
      else void this.photo()
    },
    why(): string {
      const { offline, view } = this.data
      return offline ? '没有网络' : (view?.ticket.face.words ?? '')
    },
    /** One tap, one photo: of what the record still wants, then of anything. */
    async photo() {
      const wanted = this.data.view?.ticket.lists.photos ?? []
      const slot = wanted.find((name) => !this.data.photos.some((one) => one.slot === name)) ?? ''
      try {
        const more = await choosePhotos(1, slot)
        if (more.length > 0) this.keep([...this.data.photos, ...more])
      } catch (error) {
        this.setData({ cameraError: error instanceof MediaError ? error.message : '没有取到照片,请重试' })
      }
    },
    pictured(event: WechatMiniprogram.CustomEvent<{ value: LocalMedia[] }>) {
      this.keep(event.detail.value)
    },
    keep(photos: LocalMedia[]) {
      const { id, visit } = this.data
      this.setData({ photos })
      if (visit) saveReport(id, visit.id, { ...loadReport(id, visit.id).form, media: photos })
    },
    close() {
      this.setData({ eta: null })
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      void askConsent(asksOfStaff)
      const ticket = await act(this, () => makeMove(this.data.id, move.move, move.visit, input, move.read))
      if (!ticket) return
      this.close()
      this.setData({ view: { ticket } })
      this.tell(ticket)
    },
    back() {
      goBack()
    },
    job() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
