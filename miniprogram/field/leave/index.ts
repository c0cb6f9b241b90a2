import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime, dayTime } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { exceptionStanding, paperStanding, type Standing } from '../../domain/visit/words'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { unsentOf } from '../../services/queued'
import { goBack, openPath, pageOfMove } from '../../services/routes'
import { rest, tick } from '../../services/ticking'
import { visitIn } from '../../services/visit-now'

const EVERY = 5000
const steps = ['用户在手机上签署回执', '用户把 6 位离场码告诉您', '您在这里输入,核对后离场']
/** Looked at once more before he goes; nothing waits for them. */
const reminders = ['工具带齐', '旧件已交接或装箱', '现场已清理'].map((label) => ({ value: label, label }))
/** Other ways to leave, each with its own page. */
const otherWays = ['leaveOnPaper', 'askException'] as const

/** How he left, or null while he is there. */
function gone(visit: VisitView): { title: string; words: string } | null {
  if (!visit.leftAt) return null
  const { paper, exception } = visit.inside ?? {}
  if (visit.receipt?.form === 'paper' && paper)
    return { title: '已凭纸质回执离场', words: paperStanding(paper).words }
  if (!visit.receipt && exception) return { title: '例外离场', words: exceptionStanding(exception).words }
  return { title: '已离场', words: `${dayTime(visit.leftAt)} 离场` }
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    leave: null as Offered | null,
    ways: [] as Offered[],
    gone: null as ReturnType<typeof gone>,
    asked: null as (Standing & { reason: string }) | null,
    rejected: '',
    reminders,
    reminded: [] as string[],
    code: '',
    cells: ['', '', '', '', '', ''],
    signed: '',
    qr: '',
    rateQr: '',
    steps,
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
      const visit = visitIn(ticket, this.data.v)
      this.rating(visit)
      const { exception, paper } = visit?.inside ?? {}
      this.setData({
        visit,
        gone: visit && gone(visit),
        ways: otherWays.flatMap((move) => offerOf(ticket, move, visit?.id) ?? []),
        asked: exception ? { ...exceptionStanding(exception), reason: exception.reason } : null,
        rejected: paper?.decision && !paper.decision.ok ? paperStanding(paper).words : '',
        leave: offerOf(ticket, 'leave', visit?.id),
        signed: visit?.receipt
          ? `${visit.receipt.signer.name}(${visit.receipt.signer.post})${clockTime(visit.receipt.at)} 已签署`
          : '',
      })
    },
    /** The survey on his own phone's screen, for a customer whom no message reaches. */
    rating(visit: VisitView | null) {
      const asked = visit?.leftAt && visit.survey?.asked && visit.survey.at === null
      this.setData({ rateQr: asked ? `/customer/rate/index?id=${this.data.id}&v=${visit.id}` : '' })
    },
    typed(event: WechatMiniprogram.Input) {
      const code = event.detail.value.replace(/\D/g, '').slice(0, 6)
      this.setData({ code, cells: Array.from({ length: 6 }, (_, i) => code[i] ?? ''), 'errors.code': '' })
      return code
    },
    async check() {
      const { leave, code, id, visit } = this.data
      if (leave?.blocked) return
      if (showErrors(this, moveErrors('leave', { code }, doorTime()))) return
      const ticket = await act(this, () => makeMove(id, 'leave', visit?.id ?? null, { code }))
      if (!ticket) return
      this.setData({ done: true, waits: unsentOf(id).length > 0, view: { ticket } })
      this.rating(visitIn(ticket, this.data.v))
    },
    remind(event: WechatMiniprogram.CustomEvent<{ value: string[] }>) {
      this.setData({ reminded: event.detail.value })
    },
    way(event: WechatMiniprogram.TouchEvent) {
      const offer = this.data.ways[event.currentTarget.dataset.index as number]
      const url = offer && pageOfMove(offer.move, this.data.id, offer.visit)
      if (url) openPath(url)
    },
    back() {
      goBack()
    },
  },
})
