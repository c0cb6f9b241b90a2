import type { TicketView } from '../../../typings/contract'
import { moveErrors } from '../../domain/inputs'
import type { Offered } from '../../domain/lifecycle'
import { dayTime } from '../../domain/format'
import { asks } from '../../domain/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove, offerOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { goBack, openPath, ticketPage } from '../../services/routes'

const checks = [
  '企业与设备相符',
  '三包状态',
  '把现象复述给客户听',
  '现场联系人和地址',
  '停机与安全',
  '能否远程解决',
  '是否特殊情况',
]
const charges = [
  { value: 'free', label: '免费' },
  { value: 'paid', label: '收费' },
]
const ways = [
  { value: 'phone', label: '电话' },
  { value: 'picture', label: '图片' },
  { value: 'network', label: '网络' },
]
const phrases = {
  asked: ['报警画面照片', '故障部位照片', '铭牌照片', '现场联系人'],
  reason: ['非本公司产品', '客户已自行解决', '信息无法核实'],
}

/** Free or paid as the 三包 date proposes; the reason is shown to the customer. */
const proposed = ({ equipment }: TicketView) => ({
  charge: equipment.warranty.free ? 'free' : 'paid',
  chargeReason: equipment.warranty.words,
  note: '',
  how: 'phone',
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    form: { charge: '', chargeReason: '', note: '', how: 'phone' },
    verify: null as Offered | null,
    others: [] as Offered[],
    sheet: null as Offered | null,
    asked: [] as { label: string; value: string }[],
    checks,
    charges,
    ways,
    phrases,
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
      const kept = loadDraft<typeof this.data.form>(`verify-${ticket.id}`)?.value
      const verify = offerOf(ticket, 'verify')
      this.setData({
        verify,
        others: ticket.moves.filter((one) => one.move === 'askInfo' || one.move === 'decline'),
        form: { ...proposed(ticket), ...kept },
        asked: [
          { label: '客户', value: ticket.companyName },
          { label: '设备', value: `${ticket.equipment.model} ${ticket.equipment.nickname}` },
          { label: '序列号', value: ticket.equipment.serial },
          { label: '三包', value: ticket.equipment.warranty.words },
          { label: '怎么了', value: ticket.subject },
          { label: '能否生产', value: ticket.production },
          { label: '希望时间', value: ticket.wish },
          { label: '提交时间', value: dayTime(ticket.requestedAt) },
        ],
        now: Date.now(),
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(`verify-${this.data.id}`, this.data.form)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    other(event: WechatMiniprogram.TouchEvent) {
      this.setData({
        sheet: this.data.others[event.currentTarget.dataset.index as number] ?? null,
        problem: null,
      })
    },
    close() {
      this.setData({ sheet: null })
    },
    async pass() {
      if (showErrors(this, moveErrors('verify', this.data.form))) return
      void askConsent(asks.staff)
      await this.make('verify', this.data.form)
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      await this.make(event.detail.move.move, event.detail.input)
    },
    async make(move: Offered['move'], input: object) {
      const ticket = await act(this, () => makeMove(this.data.id, move, null, input))
      if (!ticket) return
      clearDraft(`verify-${this.data.id}`)
      this.setData({ sheet: null })
      goBack(ticket.face.words)
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
