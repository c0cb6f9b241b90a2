import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime } from '../../domain/format'
import { moveErrors } from '../../domain/inputs'
import type { Offered } from '../../domain/lifecycle'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { unsentOf } from '../../services/queued'
import { goBack } from '../../services/routes'
import { rest, tick } from '../../services/ticking'

const EVERY = 5000
Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    leave: null as Offered | null,
    code: '',
    cells: ['', '', '', '', '', ''],
    signed: '',
    qr: '',
    done: false,
    waits: false,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      this.setData({ id, v, qr: `/customer/receipt/index?id=${id}&v=${v}`, large: largeType() })
    },
    /** Looks again every five seconds: the customer is signing on another phone. */
    onShow() {
      void this.refresh()
      tick(this, EVERY, () => void this.refresh())
    },
    onHide() {
      rest(this)
    },
    onUnload() {
      rest(this)
    },
    async refresh() {
      if (this.data.done || this.data.busy) return
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      const ticket = this.data.view?.ticket
      if (ticket) this.tell(ticket)
    },
    tell(ticket: TicketView) {
      const visit =
        ticket.visits.find((one) => one.id === this.data.v) ?? ticket.visits[ticket.visits.length - 1] ?? null
      this.setData({
        visit,
        leave: offerOf(ticket, 'leave', visit?.id),
        signed: visit?.receipt
          ? `${visit.receipt.signer.name}(${visit.receipt.signer.post})${clockTime(visit.receipt.at)} 已签署`
          : '',
      })
    },
    typed(event: WechatMiniprogram.Input) {
      const code = event.detail.value.replace(/\D/g, '').slice(0, 6)
      this.setData({ code, cells: Array.from({ length: 6 }, (_, i) => code[i] ?? ''), 'errors.code': '' })
      return code
    },
    async check() {
      const { leave, code, id, visit } = this.data
      if (leave?.blocked) return
      if (showErrors(this, moveErrors('leave', { code }))) return
      const ticket = await act(this, () => makeMove(id, 'leave', visit?.id ?? null, { code }))
      if (ticket) this.setData({ done: true, waits: unsentOf(id).length > 0, view: { ticket } })
    },
    back() {
      goBack()
    },
  },
})
