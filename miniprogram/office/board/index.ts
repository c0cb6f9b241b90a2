import type { Outputs } from '../../../typings/contract'
import { dateWords } from '../../domain/calendar/format'
import { partHereWords } from '../../domain/dispatch/dispatch'
import { moveErrors, type MoveName } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'
import { companionsOf, helperWords, reasonOf, rowsOf, startOf, type Form, type Row } from './form'

type View = Outputs['dispatch.candidates']
const reasons = ['时间冲突', '技能不符', '请假', '客户要求换人'].map((one) => ({ value: one, label: one }))

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as View | null,
    rows: [] as Row[],
    assign: null as Offered | null,
    reassign: null as Offered | null,
    wait: null as Offered | null,
    arrived: null as Offered | null,
    /** Which sheet is open: send, part, or none. */
    sheet: '',
    chosen: null as Row | null,
    others: [] as { value: string; label: string }[],
    form: startOf(undefined, 0),
    reasons,
    partDay: '',
    helpers: [] as string[],
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('dispatch.candidates', { id }), { cache: `board-${id}` })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ ticket, items }: View) {
      const visit = ticket.visits[ticket.visits.length - 1]
      const reassign = offerOf(ticket, 'reassign')
      this.setData({
        rows: rowsOf(items, reassign ? (visit?.crew[0]?.pid ?? '') : ''),
        assign: offerOf(ticket, 'assign'),
        reassign,
        wait: offerOf(ticket, 'waitPart'),
        arrived: offerOf(ticket, 'partArrived'),
        helpers: (visit?.inside?.helpers ?? []).map(helperWords),
        partDay: ticket.waitingPart ? dateWords(ticket.waitingPart.eta) : '',
        now: doorTime(),
      })
    },
    /** What was typed for this ticket before comes back, whoever is chosen. */
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = this.data.rows[event.currentTarget.dataset.index as number]
      if (!chosen) return
      const form = { ...this.kept(), engineer: chosen.pid }
      form.companions = form.companions.filter((pid) => pid !== chosen.pid)
      const others = companionsOf(this.data.rows, chosen.pid)
      this.setData({ sheet: 'send', chosen, others, form, problem: null, errors: {} })
    },
    kept(): Form {
      return {
        ...startOf(this.data.view?.ticket, doorTime()),
        ...loadDraft<Form>(`assign-${this.data.id}`)?.value,
      }
    },
    part() {
      this.setData({ sheet: 'part', form: this.kept(), problem: null, errors: {} })
    },
    close() {
      this.setData({ sheet: '' })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({ [`form.${field}`]: event.detail.value, errors: {}, problem: null })
      saveDraft(`assign-${this.data.id}`, this.data.form)
    },
    async send() {
      if (this.data.assign) await this.assigned(false)
      else await this.reassigned()
    },
    /** He is elsewhere then, and the manager insists. */
    async insist() {
      await this.assigned(true)
    },
    async assigned(despite: boolean) {
      const { engineer, companions, task, arriveBy, finishBy } = this.data.form
      const input = { engineer, companions, task, arriveBy, finishBy, despite }
      await this.make('assign', null, input, `已派给 ${this.data.chosen?.name ?? ''}`)
    },
    async reassigned() {
      const { form, reassign, chosen } = this.data
      const { engineer, arriveBy, finishBy } = form
      const input = { engineer, reason: reasonOf(form), arriveBy, finishBy }
      await this.make('reassign', reassign?.visit ?? null, input, `已改派给 ${chosen?.name ?? ''}`)
    },
    async waits() {
      const { part: name, eta } = this.data.form
      await this.make('waitPart', null, { name, eta }, '已转为等备件')
    },
    async came() {
      await this.make('partArrived', null, {}, partHereWords, true)
    },
    async make(move: MoveName, visit: string | null, input: object, words: string, stay = false) {
      if (showErrors(this, moveErrors(move, input, doorTime()))) return
      void askConsent(asksOfStaff)
      const ticket = await act(this, () => makeMove(this.data.id, move, visit, input))
      if (!ticket) return
      clearDraft(`assign-${this.data.id}`)
      this.setData({ sheet: '' })
      if (!stay) return goBack(words)
      wx.showToast({ title: words, icon: 'success', duration: 1500 })
      await this.refresh()
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
