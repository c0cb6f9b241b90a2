import type { TicketView } from '../../../typings/contract'
import { yuan } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { total } from '../../domain/ticket/parts'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf, readOf } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'

/** As typed; a sum is a number only when it is sent. */
interface Line {
  name: string
  amount: string
}
interface Form {
  lines: Line[]
  note: string
}
const MOST = 20
const nothing = (): Line => ({ name: '', amount: '' })

const inputOf = ({ lines, note }: Form) => ({
  lines: lines
    .filter((line) => line.name.trim() !== '' || line.amount.trim() !== '')
    .map(({ name, amount }) => ({ name, amount: amount.trim() === '' ? NaN : Number(amount) })),
  note,
})

/** The quote that stands is what a new one starts from. */
const proposed = ({ quote }: TicketView): Form =>
  quote
    ? { lines: quote.lines.map(({ name, amount }) => ({ name, amount: String(amount) })), note: quote.note }
    : { lines: [{ name: '人工', amount: '' }], note: '' }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    form: { lines: [nothing()], note: '' } as Form,
    send: null as Offered | null,
    byPhone: null as Offered | null,
    sheet: null as Offered | null,
    note: '',
    total: '',
    answer: '',
    most: MOST,
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
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      this.setData({
        send: offerOf(ticket, 'sendQuote'),
        byPhone: offerOf(ticket, 'quoteByPhone'),
        answer: answerOf(ticket),
      })
      this.fill(loadDraft<Form>(`quote-${ticket.id}`)?.value ?? proposed(ticket))
    },
    fill(form: Form) {
      const { lines } = inputOf(form)
      const sum = total(lines.map(({ name, amount }) => ({ name, amount: amount || 0 })))
      this.setData({ form, total: yuan(sum) })
    },
    change(form: Form) {
      this.setData({ errors: {} })
      this.fill(form)
      saveDraft(`quote-${this.data.id}`, form)
    },
    line(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: keyof Line }
      const lines = this.data.form.lines.map((line, i) =>
        i === index ? { ...line, [field]: event.detail.value } : line,
      )
      this.change({ ...this.data.form, lines })
    },
    add() {
      this.change({ ...this.data.form, lines: [...this.data.form.lines, nothing()] })
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      const lines = this.data.form.lines.filter((_, i) => i !== event.currentTarget.dataset.index)
      this.change({ ...this.data.form, lines: lines.length > 0 ? lines : [nothing()] })
    },
    words(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ ...this.data.form, note: event.detail.value })
    },
    async submit() {
      const input = inputOf(this.data.form)
      if (showErrors(this, gathered(moveErrors('sendQuote', input, Date.now())))) return
      await this.make('sendQuote', input)
    },
    phoned() {
      this.setData({
        sheet: this.data.byPhone,
        note: noteOf('quoteByPhone', termsFor(this.data.view?.ticket)),
        problem: null,
      })
    },
    close() {
      this.setData({ sheet: null })
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      await this.make(event.detail.move.move, event.detail.input)
    },
    async make(move: Offered['move'], input: object) {
      const ticket = await act(this, () =>
        makeMove(this.data.id, move, null, input, readOf(this.data.view?.ticket, move)),
      )
      if (!ticket) return
      clearDraft(`quote-${this.data.id}`)
      this.setData({ sheet: null })
      wx.showToast({
        title: move === 'sendQuote' ? '已发给客户' : '已记录',
        icon: 'success',
        duration: 1500,
      })
      goBack()
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})

/** What the customer said to the quote that stands. */
function answerOf({ quote }: TicketView): string {
  if (!quote) return ''
  const sum = yuan(quote.total)
  if (!quote.answer) return `已发出 ${sum},等客户确认`
  const how = quote.answer.how === 'phone' ? '来电' : '在小程序里'
  const said = quote.answer.ok ? '同意' : '不同意'
  return `${quote.answer.by.name} ${how}${said} ${sum}${quote.answer.note ? `:${quote.answer.note}` : ''}`
}

/** The first trouble of the lines stands under them. */
function gathered(errors: Record<string, string>): Record<string, string> {
  const first = Object.keys(errors).find((path) => path.startsWith('lines'))
  return first ? { ...errors, lines: errors[first]! } : errors
}
