import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime } from '../../domain/format'
import { moveErrors } from '../../domain/inputs'
import { isLow, reasonsFor, starWords } from '../../domain/survey'
import { asks } from '../../domain/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'

const empty = { stars: 0, reasons: [] as string[], nps: null as number | null, note: '', callBack: false }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    canRate: false,
    done: false,
    low: false,
    form: { ...empty },
    reasonOptions: [] as { value: string; label: string }[],
    stars: [1, 2, 3, 4, 5],
    words: '',
    npsRows: [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ],
    leftAt: '',
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      this.setData({ id: query.id ?? '', v: query.v ?? '', large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const visit =
        ticket.visits.find((one) => one.id === this.data.v) ?? ticket.visits[ticket.visits.length - 1] ?? null
      const stars = visit?.survey?.stars ?? 0
      this.setData({
        visit,
        canRate: offerOf(ticket, 'rate', visit?.id) !== null,
        leftAt: visit?.leftAt ? dayTime(visit.leftAt) : '',
        words: starWords[(stars || this.data.form.stars) - 1] ?? '',
      })
    },
    star(event: WechatMiniprogram.TouchEvent) {
      const stars = event.currentTarget.dataset.stars as number
      const reasonOptions = Object.entries(reasonsFor(stars)).map(([value, label]) => ({ value, label }))
      this.setData({
        'form.stars': stars,
        'form.reasons': [],
        'form.callBack': isLow(stars),
        'errors.stars': '',
        words: starWords[stars - 1] ?? '',
        low: isLow(stars),
        reasonOptions,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.setData({ [`form.${event.currentTarget.dataset.field as string}`]: event.detail.value })
    },
    nps(event: WechatMiniprogram.TouchEvent) {
      const value = event.currentTarget.dataset.value as number
      this.setData({ 'form.nps': this.data.form.nps === value ? null : value })
    },
    callBack() {
      this.setData({ 'form.callBack': !this.data.form.callBack })
    },
    async submit() {
      const { id, form, visit } = this.data
      if (showErrors(this, moveErrors('rate', form))) return
      if (form.callBack) void askConsent(asks.answer)
      const ticket = await act(this, () => makeMove(id, 'rate', visit?.id ?? null, form))
      if (ticket) this.setData({ done: true, view: { ticket } })
    },
    back() {
      goBack()
    },
  },
})
