import { numberTyped } from '../../domain/form/text'
import type { TicketView, VisitView } from '../../../typings/contract'
import { faultWords } from '../../domain/company/fault-tree'
import { oldParts } from '../../domain/onsite/record'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'

interface Part {
  name: string
  oldSerial: string
  newSerial: string
  quantity: number
  oldGoes: string
}
const empty = {
  fault: '',
  cause: '',
  measure: '',
  hours: '',
  parts: [] as Part[],
  leftover: '',
  why: '',
}
type Form = typeof empty

/** The record as it counts now: the last correction, else what was signed. */
function recorded({ report, corrections }: VisitView): Form {
  const last = corrections[corrections.length - 1] ?? report
  if (!last) return empty
  const { fault, cause, measure, parts, leftover } = last
  return {
    fault,
    cause,
    measure,
    parts: parts.map((one) => ({ ...one })),
    hours: String(last.hours),
    leftover,
    why: '',
  }
}

/** What is still to be written. */
const missingOf = (form: Form, repair: boolean): string[] =>
  [
    form.why.trim() ? '' : '更正了什么',
    repair && !form.fault ? '故障归类' : '',
    form.measure.trim() ? '' : '处理措施',
    numberTyped(form.hours) > 0 ? '' : '工时',
    form.parts.every((one) => one.name && one.oldSerial && one.newSerial) ? '' : '备件新旧序列号',
  ].filter(Boolean)

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    repair: true,
    form: empty,
    begun: false,
    missing: [] as string[],
    faultText: '',
    picking: false,
    goes: Object.entries(oldParts).map(([value, label]) => ({ value, label })),
    large: '',
  },
  observers: {
    'form.**, repair'(form: Form, repair: boolean) {
      this.setData({ missing: missingOf(form, repair), faultText: faultWords(form.fault) })
    },
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
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const offer = ticket.moves.find((one) => one.move === 'correct') ?? null
      const visit = ticket.visits.find((one) => one.id === offer?.visit) ?? null
      const repair = ticket.lists.acceptance.length === 0
      this.setData({ offer, visit, repair })
      if (!visit || this.data.begun) return
      const kept = loadDraft<Form>(`correct-${ticket.id}`)?.value
      this.setData({ begun: true, form: { ...recorded(visit), ...kept } })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put({ [event.currentTarget.dataset.field as string]: event.detail.value })
    },
    put(more: Partial<Form>) {
      this.setData({ form: { ...this.data.form, ...more }, errors: {} })
      saveDraft(`correct-${this.data.id}`, this.data.form)
    },
    pick() {
      this.setData({ picking: true })
    },
    leavePick() {
      this.setData({ picking: false })
    },
    picked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.put({ fault: event.detail.value })
    },
    addPart() {
      const part = { name: '', oldSerial: '', newSerial: '', quantity: 1, oldGoes: 'back' }
      this.put({ parts: [...this.data.form.parts, part] })
    },
    dropPart(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.put({ parts: this.data.form.parts.filter((_part, i) => i !== gone) })
    },
    part(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: string }
      const value = field === 'quantity' ? numberTyped(event.detail.value) || 0 : event.detail.value
      this.put({
        parts: this.data.form.parts.map((one, i) => (i === index ? { ...one, [field]: value } : one)),
      })
    },
    async submit() {
      const { id, form, offer, missing } = this.data
      if (!offer || missing.length > 0) return
      const input = { ...form, hours: numberTyped(form.hours) || 0 }
      if (showErrors(this, moveErrors('correct', input, doorTime()))) return
      if (!(await act(this, () => makeMove(id, 'correct', offer.visit, input)))) return
      clearDraft(`correct-${id}`)
      goBack('已更正')
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
