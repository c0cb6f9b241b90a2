import type { ComplaintView, ReplyView, TicketView } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfMove } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { openPath, ticketPage } from '../../services/routes'

const phrases = { note: ['没有解决问题', '赔偿没有说清', '时间太久', '请先打电话给我'] }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    complaint: null as ComplaintView | null,
    /** The plan that waits for a yes or no, or the last one. */
    last: null as ReplyView | null,
    before: [] as ReplyView[],
    yes: null as Offered | null,
    no: null as Offered | null,
    sheet: null as Offered | null,
    note: '',
    /** What was sought, until when an answer is awaited, and by when a plan is there. */
    wished: '',
    until: '',
    promised: '',
    phrases,
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
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
      const replies = ticket.complaint?.replies ?? []
      const refused = replies.some(({ answer }) => answer?.ok === false)
      this.setData({
        complaint: ticket.complaint,
        last: replies[replies.length - 1] ?? null,
        before: replies.slice(0, -1),
        yes: offerOf(ticket, 'acceptPlan'),
        no: offerOf(ticket, 'refusePlan'),
        note: refused ? '再次不接受,会上报总经理,由总经理处理' : '我们会再调查,并重新给您方案',
        wished: ticket.complaint?.remedies.join('、') ?? '',
        until: ticket.face.due ? dayTime(ticket.face.due) : '',
        promised: ticket.complaint ? dayTime(ticket.complaint.planBy) : '',
        now: Date.now(),
      })
    },
    async accept() {
      if (this.data.yes) await this.make(this.data.yes, {})
    },
    refuse() {
      this.setData({ sheet: this.data.no, problem: null })
    },
    close() {
      this.setData({ sheet: null })
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      void askConsent(asksOfMove.refusePlan)
      await this.make(event.detail.move, event.detail.input)
    },
    async make({ move, visit, read }: Offered, input: object) {
      const ticket = await act(this, () => makeMove(this.data.id, move, visit, input, read))
      if (!ticket) return
      this.setData({ sheet: null, view: { ticket } })
      this.tell(ticket)
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(ticketPage(event.detail.id, 'customer'))
    },
    list() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
    whole() {
      openPath(ticketPage(this.data.id, 'customer'))
    },
  },
})
