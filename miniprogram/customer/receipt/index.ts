import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import { asksOfMove } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf, readOf } from '../../services/moving'
import { goBack, openPath } from '../../services/routes'
import { cachedSession, knownSession } from '../../services/session'

function fresh() {
  const me = cachedSession()?.me
  return {
    name: me?.name ?? '',
    post: me?.title ?? '',
    signature: '',
    running: true,
    cleaned: true,
    oldParts: true,
    note: '',
  }
}
type Form = ReturnType<typeof fresh>
const results = { fixed: '已修复', temporary: '临时恢复', unfixed: '未修复,需再次上门' } as const

interface Shown {
  lines: { label: string; value: string }[]
  parts: { name: string; serials: string; quantity: number }[]
  /** What was corrected after the signature; the signed record stays as it was. */
  corrections: { id: number; title: string; why: string; lines: { label: string; value: string }[] }[]
  code: string
  until: string
}

type Correction = VisitView['corrections'][number]
const serialsOf = ({ oldSerial, newSerial }: { oldSerial: string; newSerial: string }): string =>
  [oldSerial && `旧 ${oldSerial}`, newSerial && `新 ${newSerial}`].filter(Boolean).join(' → ')

function corrected(one: Correction, now: number): Shown['corrections'][number] {
  const lines = [
    { label: '故障', value: one.fault ? one.faultWords : '' },
    { label: '原因', value: one.cause },
    { label: '做了什么', value: one.measure },
    ...one.parts.map((part) => ({
      label: '更换备件',
      value: `${part.name} × ${part.quantity}  ${serialsOf(part)}`,
    })),
    { label: '工时', value: `${one.hours} 小时` },
    { label: '遗留问题', value: one.leftover },
  ]
  const title = `${shortTime(one.at, now)} ${one.by.name} 更正`
  return { id: one.at, title, why: one.why, lines: lines.filter(({ value }) => value !== '') }
}

function shown(visit: VisitView, now: number): Shown {
  const { report, receipt } = visit
  const lines = [
    { label: '工程师', value: visit.engineer.name },
    { label: '到场', value: visit.arrivedAt ? shortTime(visit.arrivedAt, now) : '—' },
    ...(report
      ? [
          { label: '故障', value: report.faultWords },
          { label: '原因', value: report.cause },
          { label: '做了什么', value: report.measure },
          { label: '结果', value: results[report.result] },
          { label: '工时', value: `${report.hours} 小时` },
          { label: '遗留问题', value: report.leftover || '无' },
        ]
      : []),
  ]
  const parts = (report?.parts ?? []).map((part) => ({
    name: part.name,
    quantity: part.quantity,
    serials: serialsOf(part),
  }))
  const digits = receipt?.code?.digits ?? ''
  return {
    lines,
    parts,
    corrections: visit.corrections.map((one) => corrected(one, now)),
    code: `${digits.slice(0, 3)} ${digits.slice(3)}`.trim(),
    until: receipt?.code ? shortTime(receipt.code.until, now) : '',
  }
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    shown: null as Shown | null,
    canSign: false,
    canRenew: false,
    typedName: false,
    signedAt: '',
    form: fresh(),
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`receipt-${id}-${v}`)?.value
      this.setData({ id, v, large: largeType(), form: { ...fresh(), ...kept } })
      void this.introduce()
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
    /** Who signs is known, also on a phone's first start from the chat. */
    async introduce() {
      const me = (await knownSession())?.me
      if (me && !this.data.form.name) this.setData({ 'form.name': me.name, 'form.post': me.title })
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const { v } = this.data
      const visit =
        ticket.visits.find((one) => one.id === v) ?? ticket.visits[ticket.visits.length - 1] ?? null
      const offer = offerOf(ticket, 'sign', visit?.id)
      this.setData({
        visit,
        shown: visit ? shown(visit, Date.now()) : null,
        canSign: Boolean(offer && !offer.blocked),
        canRenew: offerOf(ticket, 'renewCode', visit?.id) !== null,
        signedAt: visit?.receipt ? dayTime(visit.receipt.at) : '',
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as keyof Form, event.detail.value)
    },
    drawn(event: WechatMiniprogram.CustomEvent<{ signature: string }>) {
      this.put('signature', event.detail.signature)
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const field = event.currentTarget.dataset.field as 'running' | 'cleaned' | 'oldParts'
      this.put(field, !this.data.form[field])
    },
    put(field: keyof Form, value: string | boolean) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`receipt-${this.data.id}-${this.data.v}`, this.data.form)
    },
    byName() {
      this.setData({ typedName: !this.data.typedName })
      this.put('signature', '')
    },
    async sign() {
      const { id, form, typedName, visit, view } = this.data
      const errors = moveErrors('sign', form, Date.now())
      if (!typedName && !form.signature) errors.signature = '请在框里签名,或改用姓名签收'
      if (showErrors(this, errors)) return
      void askConsent(asksOfMove.sign)
      const ticket = await act(this, () =>
        makeMove(id, 'sign', visit?.id ?? null, form, readOf(view?.ticket, 'sign', visit?.id)),
      )
      if (ticket) this.done(ticket)
    },
    async renew() {
      const ticket = await act(this, () =>
        makeMove(this.data.id, 'renewCode', this.data.visit?.id ?? null, {}),
      )
      if (ticket) this.done(ticket)
    },
    done(ticket: TicketView) {
      clearDraft(`receipt-${this.data.id}-${this.data.v}`)
      this.setData({ view: { ticket } })
      this.tell(ticket)
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    verify() {
      openPath(`/customer/receipt-check/index?id=${this.data.id}`)
    },
    back() {
      goBack()
    },
  },
})
