import type { TicketView } from '../../../typings/contract'
import { moveErrors } from '../../domain/door/inputs'
import { specials } from '../../domain/company/kinds'
import type { Offered } from '../../domain/door/lifecycle'
import { dayTime } from '../../domain/calendar/format'
import { ways } from '../../domain/intake/verification'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf, readOf } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'

/** What to go through on the phone; ticks are for the one who asks and lie in his draft only. */
const points = [
  '企业与设备相符',
  '三包状态清楚',
  '把现象复述给客户听过',
  '现场联系人和地址',
  '停机与安全',
  '能否远程解决',
  '是否特殊情况(须总经理同意)',
].map((label, i) => ({ id: String(i + 1), label }))
const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))
const charges = options({ free: '免费', paid: '收费' })
const phrases = {
  asked: ['报警画面照片', '故障部位照片', '铭牌照片', '现场联系人'],
  reason: ['非本公司产品', '客户已自行解决', '信息无法核实'],
}

interface Form {
  charge: string
  chargeReason: string
  note: string
  how: string
  /** As typed. */
  estimate: string
  special: string
  siteByPhone: boolean
  points: string[]
}

const empty: Form = {
  charge: '',
  chargeReason: '',
  note: '',
  how: 'phone',
  estimate: '',
  special: '',
  siteByPhone: false,
  points: [],
}

/** Free or paid as the 三包 date proposes; the reason is shown to the customer. */
const proposed = ({ equipment }: TicketView): Form => ({
  ...empty,
  charge: equipment.warranty.free ? 'free' : 'paid',
  chargeReason: equipment.warranty.words,
})

function inputOf({ charge, chargeReason, note, how, estimate, special, siteByPhone }: Form) {
  const sum = charge === 'paid' && estimate.trim() !== '' ? Number(estimate) : null
  return { charge, chargeReason, note, how, estimate: sum, special, siteByPhone }
}

/** What is still missing before the button may be pressed. */
function missing(form: Form): string {
  if (!form.note.trim()) return '还差核实情况'
  return form.charge === 'paid' && !Number(form.estimate) ? '还差预计费用' : ''
}

const requestOf = (ticket: TicketView) => [
  { label: '客户', value: ticket.companyName },
  { label: '设备', value: `${ticket.equipment.model} ${ticket.equipment.nickname}` },
  { label: '序列号', value: ticket.equipment.serial },
  { label: '三包', value: ticket.equipment.warranty.words },
  { label: '怎么了', value: ticket.subject },
  ...(ticket.install
    ? [
        { label: '合同号', value: ticket.install.contractNo },
        { label: '到货', value: ticket.install.arrivalOn },
        { label: '现场就绪', value: ticket.install.readyOn },
      ]
    : [{ label: '能否生产', value: ticket.production }]),
  { label: '希望时间', value: ticket.wish },
  { label: '提出时间', value: dayTime(ticket.requestedAt) },
]

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    form: empty,
    left: '',
    verify: null as Offered | null,
    /** 马志强、方立新: who is at it too. */
    lookers: '',
    others: [] as Offered[],
    sheet: null as Offered | null,
    note: '',
    asked: [] as { label: string; value: string }[],
    points,
    charges,
    ways: options(ways),
    specials: [{ value: '', label: '不是' }, ...options(specials)],
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
      const kept = loadDraft<Form>(`verify-${ticket.id}`)?.value
      const outcomes: Offered['move'][] = ['askInfo', 'toRemote', 'decline']
      this.setData({
        verify: offerOf(ticket, 'verify'),
        lookers: ticket.inside?.lookers?.join('、') ?? '',
        others: ticket.moves.filter((one) => outcomes.includes(one.move)),
        asked: requestOf(ticket),
        now: Date.now(),
      })
      this.fill({ ...proposed(ticket), ...kept })
    },
    fill(form: Form) {
      this.setData({ form, left: missing(form) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({ [`errors.${field}`]: '' })
      this.fill({ ...this.data.form, [field]: event.detail.value })
      saveDraft(`verify-${this.data.id}`, this.data.form)
    },
    similar() {
      openPath(`/office/similar/index?id=${this.data.id}`)
    },
    follow(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openPath(ticketPage(event.detail.id, 'staff'))
    },
    other(event: WechatMiniprogram.TouchEvent) {
      const sheet = this.data.others[event.currentTarget.dataset.index as number] ?? null
      this.setData({ sheet, note: noteOf(sheet?.move, termsFor(this.data.view?.ticket)), problem: null })
    },
    close() {
      this.setData({ sheet: null })
    },
    async pass() {
      const input = inputOf(this.data.form)
      const unpriced = input.charge === 'paid' && !input.estimate
      const errors: Record<string, string> = unpriced ? { estimate: '收费维修请填写预计费用' } : {}
      if (showErrors(this, { ...moveErrors('verify', input, Date.now()), ...errors })) return
      void askConsent(asksOfStaff)
      await this.make('verify', input)
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      await this.make(event.detail.move.move, event.detail.input)
    },
    async make(move: Offered['move'], input: object) {
      const ticket = await act(this, () =>
        makeMove(this.data.id, move, null, input, readOf(this.data.view?.ticket, move)),
      )
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
