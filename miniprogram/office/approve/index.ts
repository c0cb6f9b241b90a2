import type { Approval, Card, Outputs } from '../../../typings/contract'
import { clockTime } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove } from '../../services/moving'
import { goBack, openPath, ticketPage } from '../../services/routes'
import {
  factsOf,
  needsReason,
  pricesOf,
  readersOf,
  reasonsOf,
  rowOf,
  yesOf,
  type Answer,
  type Row,
} from './words'

const empty: Answer = { note: '', lines: [], free: false }

Component({
  data: {
    ...blank,
    ...idle,
    /** A ticket's approvals, or '' for all that wait for this person. */
    id: '',
    kind: '',
    view: null as Outputs['approve.open'] | null,
    rows: [] as Row[],
    one: null as Row | null,
    facts: [] as { label: string; value: string }[],
    prices: [] as { name: string; money: string }[],
    reasons: [] as { value: string; label: string }[],
    readers: '',
    mustSay: false,
    answer: empty,
    /** Which item the answer is of. */
    of: '',
    refusing: false,
    why: '',
    lastWords: '',
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; k?: string }) {
      this.setData({ id: query.id ?? '', kind: query.k ?? '', large: largeType() })
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
      const { id } = this.data
      await load(this, () => call('approve.open', id ? { id } : {}), { cache: `approve-${id}` })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ items, last }: Outputs['approve.open']) {
      const now = Date.now()
      const { kind, id } = this.data
      const rows = items.map((item) => rowOf(item, now))
      const one = id ? (rows.find((row) => !kind || row.kind === kind) ?? null) : null
      this.setData({
        now,
        rows,
        one,
        lastWords: last ? `${last.who}(${clockTime(last.at)}):${last.words}` : '',
      })
      if (one) this.begin(one)
    },
    begin(one: Row) {
      const same = this.data.of === one.key
      const start: Answer = {
        note: '',
        lines: one.lines,
        free: one.kind === 'extra' && one.lines.length === 0,
      }
      this.setData({
        facts: factsOf(one),
        prices: pricesOf(one),
        reasons: reasonsOf(one),
        readers: readersOf(one),
        mustSay: needsReason(one),
        of: one.key,
        answer: same ? this.data.answer : (loadDraft<Answer>(`approve-${one.key}`)?.value ?? start),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.rows[event.currentTarget.dataset.index as number]
      if (row) openPath(`/office/approve/index?id=${row.id}&k=${row.kind}`)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Answer
      this.setData({ [`answer.${field}`]: event.detail.value, errors: {} })
      saveDraft(`approve-${this.data.of}`, this.data.answer)
    },
    async agree() {
      const { one, answer } = this.data
      if (!one || one.yes.blocked) return
      await this.decide(one, one.yes, yesOf(one, answer), '已同意')
    },
    refuse() {
      this.setData({ refusing: true, problem: null, errors: {} })
    },
    close() {
      this.setData({ refusing: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    said(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ why: event.detail.value, errors: {} })
    },
    async sayNo() {
      const { one, why } = this.data
      if (one) await this.decide(one, one.no, { note: why }, '已驳回')
    },
    async decide(one: Approval, { move, read }: Offered, input: object, words: string) {
      if (showErrors(this, moveErrors(move, input, Date.now()))) return
      void askConsent(asksOfStaff)
      if (!(await act(this, () => makeMove(one.id, move, one.visit, input, read)))) return
      clearDraft(`approve-${this.data.of}`)
      wx.showToast({ title: words, icon: 'success', duration: 1500 })
      this.setData({ refusing: false, why: '' })
      goBack()
    },
    toJob(event: WechatMiniprogram.TouchEvent) {
      openPath(ticketPage(event.currentTarget.dataset.id as string, 'staff'))
    },
    toCard(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      openPath(ticketPage(event.detail.card.id, 'staff', event.detail.card.kind))
    },
  },
})
