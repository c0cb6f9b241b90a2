import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime, dayTime, yuan } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { asksOfStaff } from '../../domain/company/templates'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { offerOf, postMove } from '../../services/moving'
import { goBack } from '../../services/routes'
import { termsFor } from '../../services/terms'
import { bigWords, inputOf, missing, refusalWords, standOf, startOf, threeOf, type Form } from './form'

const costNames = ['交通', '住宿', '补贴']
const reasons = ['客户改了时间', '车次停运或延误', '改走更近的路', '中途另有任务'].map((one) => ({
  value: one,
  label: one,
}))
const none: Form = { key: '', task: '', finishBy: 0, legs: [], costs: [], reason: '' }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    /** A change of route after the trip was agreed. */
    changing: false,
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    form: none,
    three: threeOf(none),
    left: 3,
    big: '',
    refused: '',
    stand: '',
    people: '',
    finish: '',
    sum: '',
    restored: '',
    costNames,
    reasons,
    large: '',
  },
  observers: {
    'form.**, changing'(form: Form, changing: boolean) {
      this.setData({
        three: threeOf(form),
        left: missing(form, changing),
        big: changing ? '' : bigWords(form, termsFor(this.data.view?.ticket)),
      })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string; change?: string }) {
      const changing = query.change === '1'
      if (changing) wx.setNavigationBarTitle({ title: '变更路线' })
      this.setData({ id: query.id ?? '', v: query.v ?? '', changing, large: largeType() })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    name(): string {
      const { id, v, changing } = this.data
      return `${changing ? 'route' : 'trip'}-${id}-${v}`
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const { v, changing } = this.data
      const visit = ticket.visits.find((one) => one.id === v) ?? ticket.visits[ticket.visits.length - 1]
      if (!visit) return
      const kept = loadDraft<Form>(this.name())
      const typing = this.data.form.key !== ''
      const { trip, route, helpers } = visit.inside ?? { trip: null, route: null, helpers: [] }
      const asked = helpers.filter((one) => !visit.crew.some(({ pid }) => pid === one.pid))
      this.setData({
        visit,
        offer: offerOf(ticket, changing ? 'changeRoute' : 'askTrip', visit.id),
        form: typing ? this.data.form : (kept?.value ?? startOf(ticket, visit)),
        restored: kept && !typing ? clockTime(kept.savedAt) : this.data.restored,
        refused: changing
          ? refusalWords(route?.decision, '不同意变更')
          : refusalWords(trip?.decision, '驳回'),
        stand: standOf(visit, ticket.manager?.name ?? ''),
        finish: dayTime(visit.finishBy),
        sum: trip ? yuan(trip.total) : '',
        people: [
          ...visit.crew.map((one) => one.name),
          ...asked.map(
            (one) => `${one.name}(车间${one.lent ? (one.lent.ok ? ',待接受规范' : ',未同意') : ',待同意'})`,
          ),
        ].join('、'),
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({ [`form.${field}`]: event.detail.value, errors: {} })
      saveDraft(this.name(), this.data.form)
    },
    again() {
      clearDraft(this.name())
      this.setData({ form: none, restored: '' })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    async submit() {
      const { id, form, changing, offer } = this.data
      if (!offer) return
      const input = inputOf(form, changing)
      if (showErrors(this, moveErrors(offer.move, input, doorTime()))) return
      void askConsent(asksOfStaff)
      const given = { key: form.key, input, files: [], title: offer.label }
      const done = await act(this, () => postMove(id, offer.move, offer.visit, given))
      if (!done) return
      clearDraft(this.name())
      wx.showToast({ title: done.state === 'sent' ? '已提交' : '已保存,联网后提交', duration: 1500 })
      goBack()
    },
  },
})
