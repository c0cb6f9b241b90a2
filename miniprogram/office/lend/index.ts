import type { TicketView } from '../../../typings/contract'
import { clockTime, dayTime } from '../../domain/calendar/format'
import { moveErrors, type MoveName } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import type { Helper } from '../../domain/visit/parts'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf, readOf } from '../../services/moving'
import { openPath, pageOfMove } from '../../services/routes'
import { DAY } from '../../domain/calendar/units'

const reasons = ['生产任务排满', '本人请假', '资质不符'].map((one) => ({ value: one, label: one }))

/** How far each who is asked for is. */
function rowOf({ pid, name, title, lent, normsAt }: Helper) {
  const words = !lent
    ? '等车间同意'
    : !lent.ok
      ? `${lent.by.name} 不同意:${lent.note}`
      : normsAt
        ? '已接受服务规范'
        : `${lent.by.name} 已同意(${clockTime(lent.at)}),等本人接受服务规范`
  return { pid, name, title, words, open: !lent, done: normsAt !== null, initial: name.slice(0, 1) }
}

function jobOf({ companyName, equipment, subject, visits }: TicketView) {
  const visit = visits[visits.length - 1]
  if (!visit) return []
  const days = Math.max(1, Math.ceil((visit.finishBy - visit.arriveBy) / DAY))
  return [
    { label: '客户', value: companyName },
    { label: '设备', value: `${equipment.model} ${equipment.nickname} · ${subject}` },
    { label: '任务', value: visit.task },
    { label: '到达', value: `${dayTime(visit.arriveBy)} 前` },
    { label: '完成', value: `${dayTime(visit.finishBy)} 前(${days} 天)` },
    { label: '带队', value: visit.engineer.name },
  ]
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    job: [] as { label: string; value: string }[],
    rows: [] as ReturnType<typeof rowOf>[],
    next: null as ReturnType<typeof rowOf> | null,
    lend: null as Offered | null,
    refuse: null as Offered | null,
    norms: null as Offered | null,
    refusing: false,
    note: '',
    reasons,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const rows = (ticket.visits[ticket.visits.length - 1]?.inside?.helpers ?? []).map(rowOf)
      this.setData({
        rows,
        job: jobOf(ticket),
        next: rows.find((row) => row.open) ?? null,
        lend: offerOf(ticket, 'lend'),
        refuse: offerOf(ticket, 'refuseLend'),
        norms: offerOf(ticket, 'acceptNorms'),
        note: this.data.note || (loadDraft<string>(`lend-${ticket.id}`)?.value ?? ''),
      })
    },
    async agree() {
      if (!this.data.next) return
      await this.answer('lend', { helper: this.data.next.pid, note: '' })
    },
    decline() {
      this.setData({ refusing: true, problem: null, errors: {} })
    },
    close() {
      this.setData({ refusing: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value, errors: {} })
      saveDraft(`lend-${this.data.id}`, this.data.note)
    },
    async send() {
      const { next, note } = this.data
      const input = { helper: next?.pid ?? '', note }
      if (showErrors(this, moveErrors('refuseLend', input, Date.now()))) return
      if (!(await this.answer('refuseLend', input))) return
      clearDraft(`lend-${this.data.id}`)
      this.setData({ refusing: false, note: '' })
    },
    async answer(move: MoveName, input: object): Promise<boolean> {
      const visit = this.data.lend?.visit ?? null
      const ticket = await act(this, () =>
        makeMove(this.data.id, move, visit, input, readOf(this.data.view?.ticket, move, visit)),
      )
      if (!ticket) return false
      wx.showToast({ title: '已答复', duration: 1500 })
      this.setData({ view: { ticket } })
      this.tell(ticket)
      return true
    },
    toNorms() {
      const { norms, id } = this.data
      const url = norms && pageOfMove(norms.move, id, norms.visit)
      if (url) openPath(url)
    },
  },
})
