import type { TicketView } from '../../../typings/contract'
import { articles, articlesNote } from '../../domain/company/articles'
import { dayTime } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { ticketPage } from '../../services/routes'

/** What binds everybody who carries out service work (第十五条). */
const norms = (['6', '7', '15', '19.1', '19.2'] as const).map((key) => articles[key])

/** The outline of the job: what may be known before it is his. */
function outlineOf({ companyName, equipment, visits }: TicketView) {
  const visit = visits[visits.length - 1]
  return [
    { label: '客户', value: companyName },
    { label: '设备', value: `${equipment.model} ${equipment.nickname}` },
    ...(visit
      ? [
          { label: '任务', value: visit.task },
          { label: '到达', value: `${dayTime(visit.arriveBy)} 前` },
          { label: '完成', value: `${dayTime(visit.finishBy)} 前` },
          { label: '带队', value: visit.engineer.name },
        ]
      : []),
  ]
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offered | null,
    outline: [] as { label: string; value: string }[],
    norms,
    articlesNote,
    accepted: false,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      const ticket = this.data.view?.ticket
      if (ticket) this.setData({ offer: offerOf(ticket, 'acceptNorms'), outline: outlineOf(ticket) })
    },
    toggle() {
      this.setData({ accepted: !this.data.accepted, errors: {} })
    },
    async accept() {
      const { id, offer, accepted } = this.data
      const input = { norms: accepted }
      if (!offer || showErrors(this, moveErrors('acceptNorms', input, Date.now()))) return
      void askConsent(asksOfStaff)
      if (await act(this, () => makeMove(id, 'acceptNorms', offer.visit, input, offer.read))) this.job()
    },
    job() {
      wx.redirectTo({ url: ticketPage(this.data.id, 'staff') })
    },
  },
})
