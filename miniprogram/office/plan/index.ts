import type { TicketView } from '../../../typings/contract'
import { isoDay, monthDay } from '../../domain/calendar/format'
import { moveErrors, type MoveInput } from '../../domain/door/inputs'
import { installModes } from '../../domain/company/kinds'
import type { Offered } from '../../domain/door/lifecycle'
import type { Milestone } from '../../domain/installation/parts'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'
import { nextWorkday } from '../../services/workday'
import { DAY } from '../../domain/calendar/units'
import { startOf } from '../../domain/calendar/days'

type Step = Pick<Milestone, 'key' | 'label' | 'actual'> & {
  planned: string
  /** What the customer was told, '' when nothing yet. */
  told: string
  who: string
}
interface Form {
  dates: string[]
  reason: string
}
const who = { customer: '用户操作,我方指导', us: '我方完成' } as const

/** Dates to start from: what was told, else one step a working day from the day of arrival. */
function proposed({ plan, install }: TicketView): string[] {
  let at = startOf(install?.arrivalOn ?? isoDay(doorTime())) - DAY
  return (plan?.steps ?? []).map((step) => {
    at = nextWorkday(at).arriveBy
    return step.planned ?? isoDay(at)
  })
}

const stepsOf = ({ plan }: TicketView, dates: readonly string[]): Step[] =>
  (plan?.steps ?? []).map(({ key, label, actual, planned, doneBy }, i) => ({
    key,
    label,
    actual: actual === null ? null : monthDay(actual),
    planned: dates[i] ?? '',
    told: planned ?? '',
    who: who[doneBy],
  }))

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offered | null,
    form: { dates: [], reason: '' } as Form,
    steps: [] as Step[],
    changed: false,
    told: false,
    about: [] as { label: string; value: string }[],
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
    draft(): string {
      return `plan-${this.data.id}`
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const { install } = ticket
      const kept = loadDraft<Form>(this.draft())?.value
      this.setData({
        offer: offerOf(ticket, 'setPlan'),
        told: (ticket.plan?.steps ?? []).some((step) => step.planned !== null),
        about: install
          ? [
              { label: '方式', value: installModes[install.mode] },
              { label: '合同号', value: install.contractNo },
              { label: '到货', value: monthDay(install.arrivalOn) },
              { label: '现场就绪', value: monthDay(install.readyOn) },
            ]
          : [],
      })
      this.show(kept ?? { dates: proposed(ticket), reason: '' })
    },
    show(form: Form) {
      const { view } = this.data
      if (!view) return
      const steps = stepsOf(view.ticket, form.dates)
      const changed = steps.some((step) => step.told !== '' && step.told !== step.planned)
      this.setData({ form, steps, changed })
    },
    date(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const at = event.currentTarget.dataset.index as number
      const dates = this.data.form.dates.map((day, i) => (i === at ? event.detail.value : day))
      this.setData({ 'errors.steps': '' })
      this.show({ ...this.data.form, dates })
      saveDraft(this.draft(), this.data.form)
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ 'form.reason': event.detail.value, 'errors.reason': '' })
      saveDraft(this.draft(), this.data.form)
    },
    async send() {
      const { id, steps, form, changed } = this.data
      const input: MoveInput<'setPlan'> = {
        steps: steps.map(({ key, planned }) => ({ key, planned })),
        reason: form.reason,
      }
      const errors = moveErrors('setPlan', input, doorTime())
      if (changed && form.reason.trim() === '') errors.reason = '计划已经告诉客户,请写明调整原因'
      if (showErrors(this, errors)) return
      const ticket = await act(this, () => makeMove(id, 'setPlan', null, input))
      if (!ticket) return
      clearDraft(this.draft())
      wx.showToast({ title: '已告诉客户', icon: 'success', duration: 1500 })
      goBack()
    },
    back() {
      goBack()
    },
  },
})
