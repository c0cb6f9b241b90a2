import type { Candidate, TicketView } from '../../../typings/contract'
import { moveErrors } from '../../domain/inputs'
import type { Offered } from '../../domain/lifecycle'
import { asks } from '../../domain/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'
import { instantOf, nextWorkday, pickerParts } from '../../services/workday'

interface View {
  ticket: TicketView
  items: Candidate[]
}
type Row = Candidate & { initial: string; words: string; days: { label: string; busy: boolean }[] }
const WEEK = '日一二三四五六'

const rowOf = (one: Candidate): Row => ({
  ...one,
  initial: one.name.slice(0, 1),
  words: one.reasons.join(' · '),
  days: one.load.map(({ day, jobs }) => ({ label: `周${WEEK[new Date(day).getUTCDay()]!}`, busy: jobs > 0 })),
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as View | null,
    rows: [] as Row[],
    assign: null as Offered | null,
    chosen: null as Row | null,
    form: { task: '', arriveDate: '', arriveTime: '', finishDate: '', finishTime: '' },
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('dispatch.candidates', { id }), { cache: `board-${id}` })
      const { view } = this.data
      if (view)
        this.setData({ rows: view.items.map(rowOf), assign: offerOf(view.ticket, 'assign'), now: Date.now() })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = this.data.rows[event.currentTarget.dataset.index as number] ?? null
      const { arriveBy, finishBy } = nextWorkday(Date.now())
      const arrive = pickerParts(arriveBy)
      const finish = pickerParts(finishBy)
      const ticket = this.data.view?.ticket
      this.setData({
        chosen,
        problem: null,
        errors: {},
        form: {
          task: ticket ? `${ticket.subject}:检查并修复` : '',
          arriveDate: arrive.date,
          arriveTime: arrive.time,
          finishDate: finish.date,
          finishTime: finish.time,
        },
      })
    },
    close() {
      this.setData({ chosen: null })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({
        [`form.${event.currentTarget.dataset.field as string}`]: event.detail.value,
        errors: {},
      })
    },
    async send() {
      const { form, chosen, id } = this.data
      if (!chosen) return
      const input = {
        engineer: chosen.pid,
        task: form.task,
        arriveBy: instantOf(form.arriveDate, form.arriveTime),
        finishBy: instantOf(form.finishDate, form.finishTime),
      }
      if (showErrors(this, moveErrors('assign', input))) return
      void askConsent(asks.staff)
      const ticket = await act(this, () => makeMove(id, 'assign', null, input))
      if (!ticket) return
      this.setData({ chosen: null })
      goBack(`已派给 ${chosen.name}`)
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
