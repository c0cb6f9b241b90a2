import type { TicketView } from '../../../typings/contract'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'

interface Form {
  ready: string[]
  note: string
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    form: { ready: [], note: '' } as Form,
    confirm: null as Offered | null,
    later: null as Offered | null,
    sheet: null as Offered | null,
    note: '',
    left: 0,
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
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const known = ticket.site.items.filter((item) => item.state === 'ready').map((item) => item.id)
      const kept = loadDraft<Form>(`site-${ticket.id}`)?.value
      this.setData({
        confirm: offerOf(ticket, 'confirmSiteByPhone'),
        later: offerOf(ticket, 'siteNotReady'),
        now: doorTime(),
      })
      this.fill({ ready: known, note: '', ...kept })
    },
    fill(form: Form) {
      const items = this.data.view?.ticket.site.items ?? []
      this.setData({ form, left: items.length - form.ready.length + (form.note.trim() ? 0 : 1) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({ [`errors.${field}`]: '' })
      this.fill({ ...this.data.form, [field]: event.detail.value })
      saveDraft(`site-${this.data.id}`, this.data.form)
    },
    async pass() {
      if (showErrors(this, moveErrors('confirmSiteByPhone', this.data.form, doorTime()))) return
      await this.make('confirmSiteByPhone', this.data.form)
    },
    wait() {
      this.setData({
        sheet: this.data.later,
        note: noteOf('siteNotReady', termsFor(this.data.view?.ticket)),
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
      const ticket = await act(this, () => makeMove(this.data.id, move, null, input))
      if (!ticket) return
      clearDraft(`site-${this.data.id}`)
      this.setData({ sheet: null })
      wx.showToast({ title: ticket.face.words, icon: 'success', duration: 1500 })
      goBack()
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
