import { numberTyped } from '../../domain/form/text'
import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime, dayTime, yuan } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { chipOf, hoursLater, laterOptions } from '../../services/later'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'
import { visitIn } from '../../services/visit-now'

interface Line {
  name: string
  amount: string
}
const fresh = () => ({
  key: newKey(),
  what: '',
  reason: '',
  free: false,
  lines: [{ name: '', amount: '' }] as Line[],
  finishBy: 0,
  media: [] as LocalMedia[],
})
type Form = ReturnType<typeof fresh>

const filled = (lines: readonly Line[]) => lines.filter((line) => line.name.trim() || line.amount.trim())
/** Not a number is told by the schema at its field. */
const priced = (lines: readonly Line[]) =>
  filled(lines).map(({ name, amount }) => ({
    name,
    amount: amount.trim() === '' ? NaN : numberTyped(amount),
  }))
const totalOf = (form: Form): number =>
  form.free ? 0 : priced(form.lines).reduce((sum, line) => sum + (line.amount || 0), 0)
const missing = (form: Form): string[] => [
  ...(form.what.trim() ? [] : ['要做什么']),
  ...(form.reason.trim() ? [] : ['原因']),
  ...(form.free || filled(form.lines).length > 0 ? [] : ['费用']),
]

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    form: fresh(),
    total: '',
    missing: [] as string[],
    scope: '',
    chips: [{ value: 0, label: '不影响' }, ...laterOptions],
    chip: 0 as number | null,
    finish: '',
    restored: '',
    large: '',
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ total: yuan(totalOf(form)), missing: missing(form) })
    },
    'form.finishBy, visit'(finishBy: number, visit: VisitView | null) {
      if (visit && finishBy)
        this.setData({ chip: chipOf(visit.finishBy, finishBy), finish: dayTime(finishBy) })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`extra-${id}-${v}`)
      this.setData({
        id,
        v,
        large: largeType(),
        form: { ...fresh(), ...kept?.value },
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      const { id, v } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      const visit = visitIn(ticket, v)
      if (!ticket || !visit) return
      const { verification, equipment } = ticket
      const charge = verification?.charge === 'free' ? '免费' : '收费'
      this.setData({
        visit,
        offer: offerOf(ticket, 'askExtra', visit.id),
        scope: `原范围:${visit.task}(${verification ? `${charge},${verification.reason}` : equipment.warranty.words})`,
        'form.finishBy': this.data.form.finishBy || visit.finishBy,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`extra-${this.data.id}-${this.data.v}`, this.data.form)
    },
    line(event: WechatMiniprogram.Input) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: keyof Line }
      const lines = this.data.form.lines.map((one, i) =>
        i === index ? { ...one, [field]: event.detail.value } : one,
      )
      this.put('lines', lines)
    },
    addLine() {
      this.put('lines', [...this.data.form.lines, { name: '', amount: '' }])
    },
    dropLine(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.put(
        'lines',
        this.data.form.lines.filter((_line, i) => i !== gone),
      )
    },
    toggleFree() {
      this.put('free', !this.data.form.free)
    },
    later(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      if (this.data.visit) this.put('finishBy', hoursLater(this.data.visit.finishBy, event.detail.value))
    },
    async send() {
      const { id, v, form, visit } = this.data
      if (!visit) return
      const { what, reason, free, finishBy, key, media } = form
      const slot = `增项${visit.extras.length + 1}`
      const done = await sendForm(this, {
        id,
        visit: visit.id,
        move: 'askExtra',
        read: '',
        key,
        input: { what, reason, free, finishBy, lines: free ? [] : priced(form.lines) },
        files: media.map((one) => ({ ...one, slot })),
        title: `增项:${what}`,
        draft: `extra-${id}-${v}`,
        said: '已发给负责人',
      })
      if (done) goBack(done)
    },
  },
})
