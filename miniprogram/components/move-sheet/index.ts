import { articles } from '../../domain/company/articles'
import { fieldsOf } from '../../domain/door/fields'
import { emptyInput, type Field, type FieldValue } from '../../domain/form/fields'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { instantOf, pickerParts } from '../../domain/calendar/days'
import { doorTime } from '../../services/door-time'

/** A time's two halves as its pickers show them. */
type Clock = Record<string, { date: string; time: string }>
const MORNING = '09:00'

const clockOf = (input: Record<string, FieldValue>): Clock =>
  Object.fromEntries(
    Object.entries(input).flatMap(([path, value]) =>
      typeof value === 'number' ? [[path, pickerParts(value)]] : [],
    ),
  )

Component({
  properties: {
    /** An offered move whose fields are words, choices, times, sums and yes/no: askInfo, urge, cancel, askReschedule … */
    move: { type: null, value: null as Offered | null },
    visible: { type: Boolean, value: false },
    /** Ready answers to start from: field path → phrases. */
    phrases: { type: Object, value: {} as Record<string, string[]> },
    /** What is proposed: field path → value. */
    start: { type: Object, value: {} as Record<string, FieldValue> },
    /** A quiet line under the title: who is told, what happens then. */
    note: { type: String, value: '' },
    /** Where a blocked move leads: 「打电话给 方立新」; the page gets `way`. */
    way: { type: String, value: '' },
    wayIcon: { type: String, value: 'call' },
    loading: { type: Boolean, value: false },
    /** The door's refusal of this move, told in the sheet. */
    words: { type: String, value: '' },
  },
  data: {
    fields: [] as Field[],
    input: {} as Record<string, FieldValue>,
    clock: {} as Clock,
    /** The move that was filled in last; it is found again as it was left, until it is made. */
    filled: '',
    sent: false,
    errors: {} as Record<string, string>,
    cite: '',
    text: '',
  },
  observers: {
    'move, visible'(move: Offered | null, visible: boolean) {
      if (!visible) this.forget()
      if (!move || !visible) return
      const fields = move.blocked ? [] : fieldsOf(move.move)
      const article = move.blocked?.article ?? move.article
      this.setData({ fields, errors: {}, cite: article ? articles[article].cite : '', text: '' })
      if (this.data.filled !== move.move) this.fill(move.move, emptyInput(fields, this.data.start))
    },
  },
  methods: {
    /** Closed after it was made, and not refused: the next time begins anew. */
    forget() {
      if (this.data.sent && !this.data.words) this.setData({ filled: '', sent: false })
    },
    fill(filled: string, input: Record<string, FieldValue>) {
      this.setData({ filled, input, clock: clockOf(input) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: FieldValue }>) {
      this.put(event.currentTarget.dataset.path as string, event.detail.value)
    },
    sum(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const typed = event.detail.value.trim()
      this.put(event.currentTarget.dataset.path as string, typed === '' ? null : Number(typed))
    },
    day(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const path = event.currentTarget.dataset.path as string
      this.when(path, event.detail.value, this.data.clock[path]?.time ?? MORNING)
    },
    hour(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const path = event.currentTarget.dataset.path as string
      this.when(path, this.data.clock[path]?.date ?? pickerParts(doorTime()).date, event.detail.value)
    },
    when(path: string, date: string, time: string) {
      this.setData({ [`clock.${path}`]: { date, time } })
      this.put(path, instantOf(date, time))
    },
    unset(event: WechatMiniprogram.TouchEvent) {
      const path = event.currentTarget.dataset.path as string
      this.setData({ [`clock.${path}`]: null })
      this.put(path, null)
    },
    phrase(event: WechatMiniprogram.TouchEvent) {
      const { path, words } = event.currentTarget.dataset as { path: string; words: string }
      const before = String(this.data.input[path] ?? '')
      if (!before.includes(words)) this.put(path, before ? `${before};${words}` : words)
    },
    put(path: string, value: FieldValue) {
      this.setData({ [`input.${path}`]: value, [`errors.${path}`]: '' })
    },
    rule() {
      const article = this.data.move?.blocked?.article ?? this.data.move?.article
      this.setData({ text: this.data.text || !article ? '' : articles[article].text })
    },
    submit() {
      const { move, input } = this.data
      if (!move) return
      const errors = moveErrors(move.move, input, doorTime())
      this.setData({ errors })
      if (Object.keys(errors).length > 0 || this.data.loading) return
      this.setData({ sent: true })
      this.triggerEvent('submit', { move, input })
    },
    goOn() {
      this.triggerEvent('way', { move: this.data.move })
    },
    close() {
      this.triggerEvent('close')
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
  },
})
