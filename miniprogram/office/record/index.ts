import type { TicketView } from '../../../typings/contract'
import { twinFields } from '../../domain/door/fields'
import { isTwin, type MoveName } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { emptyInput, type Field, type FieldValue } from '../../domain/form/fields'
import { twinMark } from '../../domain/ticket/recorded'
import { MINUTE } from '../../domain/calendar/units'
import { idle } from '../../services/act'
import { doorTime } from '../../services/door-time'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offersOf, type Offer } from '../../services/offers'
import { dial } from '../../services/phone'
import { goBack } from '../../services/routes'

/** What was said, on the way to being written down; kept for each kind of answer. */
interface Form {
  key: string
  values: Record<string, FieldValue>
  media: LocalMedia[]
}

const optionsOf = (offers: readonly Offered[]) =>
  offers.map(({ move, label }) => ({ value: move, label: label.replace(twinMark, '') }))

/** A time that must be said starts from now, to the minute. */
const startOf = (fields: readonly Field[], now: number): Record<string, FieldValue> =>
  Object.fromEntries(
    fields.flatMap(({ path, kind, required }) =>
      kind === 'time' && required ? [[path, now - (now % MINUTE)] as const] : [],
    ),
  )

/** The first field that is still missing, in words. */
const missing = (fields: readonly Field[], { values }: Form): string => {
  const empty = fields.find(
    ({ path, required }) => required && (values[path] === '' || values[path] === null),
  )
  return empty ? `还差${empty.label}` : ''
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    offers: [] as Offered[],
    options: [] as { value: MoveName; label: string }[],
    chosen: null as Offered | null,
    /** What waits for an answer: a price, extra work, a longer time. */
    open: null as Offer | null,
    asked: '',
    fields: [] as Field[],
    form: { key: '', values: {}, media: [] } as Form,
    left: '',
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
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      if (!ticket) return
      const offers = ticket.moves.filter((one) => isTwin(one.move))
      const open = offersOf(ticket).find((one) => one.answer === '') ?? null
      this.setData({
        offers,
        options: optionsOf(offers),
        open,
        asked: ticket.face.code === 'need_info' ? ticket.asked : '',
      })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ value: MoveName }>) {
      const chosen = this.data.offers.find((one) => one.move === event.detail.value) ?? null
      const fields = chosen ? twinFields(chosen.move) : []
      const kept = chosen && loadDraft<Form>(this.draft(chosen.move))?.value
      const values = emptyInput(fields, startOf(fields, doorTime()))
      this.setData({ chosen, fields, problem: null, errors: {} })
      this.fill(kept ?? { key: newKey(), values, media: [] })
    },
    draft(move: string): string {
      return `record-${this.data.id}-${move}`
    },
    fill(form: Form) {
      this.setData({ form, left: missing(this.data.fields, form) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: FieldValue }>) {
      const { path, kind } = event.currentTarget.dataset as { path: string; kind: Field['kind'] }
      const { value } = event.detail
      const { form } = this.data
      const sum = value === '' ? null : Number(value)
      this.setData({ [`errors.${path}`]: '' })
      this.keep({ ...form, values: { ...form.values, [path]: kind === 'money' ? sum : value } })
    },
    shot(event: WechatMiniprogram.CustomEvent<{ value: LocalMedia[] }>) {
      this.keep({ ...this.data.form, media: event.detail.value })
    },
    keep(form: Form) {
      this.fill(form)
      saveDraft(this.draft(this.data.chosen?.move ?? ''), form)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    async send() {
      const { id, form, chosen } = this.data
      if (!chosen) return
      const done = await sendForm(this, {
        id,
        visit: chosen.visit,
        move: chosen.move,
        read: chosen.read,
        key: form.key,
        input: form.values,
        files: form.media.map((one) => ({ ...one, slot: one.slot || '来函' })),
        title: chosen.label,
        draft: this.draft(chosen.move),
        said: '已记录',
      })
      if (done) goBack(done)
    },
  },
})
