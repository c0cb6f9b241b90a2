import { numberTyped } from '../../domain/form/text'
import type { TicketView } from '../../../typings/contract'
import { acceptanceResults } from '../../domain/company/checklists'
import { faultWords } from '../../domain/company/fault-tree'
import { clockTime } from '../../domain/calendar/format'
import { oldParts, results } from '../../domain/onsite/record'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import {
  freshReport,
  loadReport,
  reportDraft,
  saveReport,
  type ReportForm,
} from '../../services/report-draft'
import { goBack } from '../../services/routes'
import { missingOf } from './missing'

const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))
const nobody: TicketView['lists'] = { ticks: [], photos: [], acceptance: [] }

/** Judged so far, and the rest of the 验收单. */
const judged = (form: ReportForm, lists: TicketView['lists']): ReportForm['acceptance'] =>
  lists.acceptance.map((item) => ({
    result: '',
    note: '',
    ...form.acceptance.find((one) => one.id === item.id),
    ...item,
  }))

/** What the move takes: an installation has a 验收单, a repair a fault and its cause. */
function inputOf(form: ReportForm, install: boolean): object {
  const { fault, cause, measure, parts, hours, result, leftover, next, ticks, acceptance } = form
  const common = { measure, parts, hours: numberTyped(hours) || 0, result, leftover, next, ticks }
  if (!install) return { ...common, fault, cause }
  const told = acceptance.filter((one) => one.result !== '')
  return {
    ...common,
    acceptance: told.map(({ id, result: verdict, note }) => ({ id, result: verdict, note })),
  }
}

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    lists: nobody,
    install: false,
    offered: true,
    form: freshReport(),
    missing: [] as string[],
    said: '',
    faultText: '',
    restored: '',
    picking: false,
    results: options(results),
    goes: options(oldParts),
    verdicts: options(acceptanceResults),
    ticked: {} as Record<string, boolean>,
    large: '',
  },
  observers: {
    'form.**, lists, install'(form: ReportForm, lists: TicketView['lists'], install: boolean) {
      this.setData({
        missing: missingOf(form, lists, install),
        faultText: faultWords(form.fault),
        ticked: Object.fromEntries(form.ticks.map((id) => [id, true])),
      })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const { form, savedAt } = loadReport(id, v)
      this.setData({ id, v, form, large: largeType(), restored: savedAt ? clockTime(savedAt) : '' })
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
      const ticket = this.data.view?.ticket
      if (!ticket) return
      const install = ticket.lists.acceptance.length > 0
      this.setData({
        install,
        lists: ticket.lists,
        offered: offerOf(ticket, install ? 'installReport' : 'report', this.data.v) !== null,
        said: [ticket.subject, ticket.description].filter(Boolean).join(':'),
        'form.acceptance': judged(this.data.form, ticket.lists),
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveReport(this.data.id, this.data.v, this.data.form)
    },
    pick() {
      this.setData({ picking: true })
    },
    leavePick() {
      this.setData({ picking: false })
    },
    picked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.put('fault', event.detail.value)
    },
    tick(event: WechatMiniprogram.TouchEvent) {
      const id = event.currentTarget.dataset.id as string
      const { ticks } = this.data.form
      this.put('ticks', ticks.includes(id) ? ticks.filter((one) => one !== id) : [...ticks, id])
    },
    judge(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: 'result' | 'note' }
      this.put(
        'acceptance',
        this.data.form.acceptance.map((one, i) =>
          i === index ? { ...one, [field]: event.detail.value } : one,
        ),
      )
    },
    addPart() {
      const part = { name: '', oldSerial: '', newSerial: '', quantity: 1, oldGoes: 'back' }
      this.put('parts', [...this.data.form.parts, part])
    },
    dropPart(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.put(
        'parts',
        this.data.form.parts.filter((_part, i) => i !== gone),
      )
    },
    part(event: WechatMiniprogram.Input) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: string }
      const value = field === 'quantity' ? numberTyped(event.detail.value) || 0 : event.detail.value
      const parts = this.data.form.parts.map((one, i) => (i === index ? { ...one, [field]: value } : one))
      this.put('parts', parts)
      this.setData({ [`errors.parts.${index}.${field}`]: '' })
    },
    async submit() {
      const { id, v, form, install } = this.data
      const done = await sendForm(this, {
        id,
        visit: v || null,
        move: install ? 'installReport' : 'report',
        read: '',
        key: form.key,
        input: inputOf(form, install),
        files: form.media,
        title: '服务记录',
        draft: reportDraft(id, v),
        said: '已请用户签收',
      })
      if (done) goBack(done)
    },
  },
})
