import type { TicketView } from '../../../typings/contract'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfMove } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove } from '../../services/moving'
import { offerIn, type Offer } from '../../services/offers'
import { dial, hotline } from '../../services/phone'
import { openPath, ticketPage } from '../../services/routes'

const phrases = { note: ['价格和说好的不一样', '不需要这一项', '时间不合适', '请先打电话给我'] }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    k: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offer | null,
    sheet: null as Offered | null,
    phrases,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; k?: string }) {
      this.setData({ id: query.id ?? '', k: query.k ?? '', large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      this.setData({ offer: offerIn(ticket, this.data.k) })
    },
    async accept() {
      const { offer } = this.data
      if (!offer?.yes || offer.yes.blocked) return
      const { move } = offer.yes
      if (move in asksOfMove) void askConsent(asksOfMove[move as keyof typeof asksOfMove])
      await this.make(offer.yes, {})
    },
    refuse() {
      this.setData({ sheet: this.data.offer?.no ?? null, problem: null })
    },
    close() {
      this.setData({ sheet: null })
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      await this.make(event.detail.move, event.detail.input)
    },
    async make({ move, visit, read }: Offered, input: object) {
      const ticket = await act(this, () => makeMove(this.data.id, move, visit, input, read))
      if (!ticket) return
      this.setData({ sheet: null, view: { ticket } })
      this.tell(ticket)
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    onShareAppMessage() {
      const { id, k, offer, view } = this.data
      const path = `/customer/confirm/index?id=${id}&k=${k}`
      return { title: `${offer?.title ?? '请您确认'}:${view?.ticket.equipment.model ?? ''}`, path }
    },
    dial() {
      dial(this.data.view?.ticket.manager?.phone ?? hotline())
    },
    list() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
    whole() {
      openPath(ticketPage(this.data.id, this.data.view?.ticket.side ?? 'customer'))
    },
  },
})
