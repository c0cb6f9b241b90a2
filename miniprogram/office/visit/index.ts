import type { TicketView, VisitView } from '../../../typings/contract'
import { remedies, topics } from '../../domain/complaint/parts'
import { dayTime } from '../../domain/calendar/format'
import { inputErrors, type Inputs } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { maskPhone } from '../../domain/ticket/people'
import { callOutcomes, type ReturnCall } from '../../domain/returning/parts'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { termsFor } from '../../services/terms'
import { noteOf } from '../../services/move-notes'
import { makeMove, offerOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { goBack, openPath, ticketPage } from '../../services/routes'
import { cachedSession } from '../../services/session'
import { nextWorkday } from '../../services/workday'
import { choices, greeting, openQuestions, options, scoreWords, soFar, type Answers } from './script'

const fresh = () => ({
  key: newKey(),
  running: '',
  conduct: '',
  issues: [] as string[],
  price: '',
  wish: '',
  note: '',
  media: [] as LocalMedia[],
})
const freshComplaint = () => ({
  key: newKey(),
  topic: '',
  description: '',
  remedies: [] as string[],
  safety: null as boolean | null,
})
type Form = ReturnType<typeof fresh> & Answers
/** The ends of a call beside closing, in the order in which they are offered. */
const ends = ['redo', 'askRewrite', 'returnLater', 'closeUnreached', 'callForRating', 'callBack'] as const
/** Ends to which what was asked so far belongs. */
const withScript: readonly string[] = ['redo', 'askRewrite']

const callRow = ({ at, by, outcome, nextAt, note }: ReturnCall) => ({
  at,
  words: `${callOutcomes[outcome]}${nextAt ? `,约 ${dayTime(nextAt)}` : ''}`,
  by: `${dayTime(at)} · ${by.name}`,
  note,
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    close: null as Offered | null,
    redo: null as Offered | null,
    phone: null as Offered | null,
    others: [] as Offered[],
    form: fresh() as Form,
    choices,
    voice: ['voice'],
    greeting: '',
    score: '',
    phoneWords: '',
    calls: [] as ReturnType<typeof callRow>[],
    missing: [] as string[],
    broken: false,
    sheet: null as Offered | null,
    start: {} as Record<string, number | string>,
    note: '',
    more: false,
    complaining: false,
    complaint: freshComplaint(),
    topics: options(topics),
    remedies: options(remedies),
    safeties: [
      { value: false, label: '没有' },
      { value: true, label: '有' },
    ],
    large: '',
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ missing: openQuestions(form), broken: form.running === 'unfixed' })
    },
  },
  methods: {
    onLoad(query: { id?: string }) {
      const id = query.id ?? ''
      const kept = loadDraft<Form>(`visit-${id}`)?.value
      this.setData({ id, large: largeType(), form: { ...fresh(), ...kept } })
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
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const gone = ticket.visits.filter((one) => one.survey)
      const visit = gone[gone.length - 1] ?? null
      const { phoneWords } = this.data
      this.setData({
        visit,
        close: offerOf(ticket, 'close'),
        redo: offerOf(ticket, 'redo'),
        phone: offerOf(ticket, 'callForRating'),
        others: ends.flatMap((move) => offerOf(ticket, move) ?? []),
        greeting: greeting(ticket, visit, cachedSession()?.me.name ?? ''),
        score: scoreWords(visit),
        phoneWords: phoneWords || maskPhone(ticket.contact.phone),
        calls: [...(ticket.inside?.returnCalls ?? [])].reverse().map(callRow),
      })
    },
    dial() {
      const { phone } = this.data.view!.ticket.contact
      this.setData({ phoneWords: phone })
      dial(phone || undefined)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(`visit-${this.data.id}`, this.data.form)
    },
    /** The one verb: to close, or when it still does not run to send it back. */
    press() {
      const { broken, redo } = this.data
      if (broken && redo) this.show(redo)
      else void this.save()
    },
    async save() {
      const { id, form, close, missing } = this.data
      if (!close || close.blocked || missing.length > 0) return
      const { key, media, ...input } = form
      const done = await sendForm(this, {
        id,
        visit: null,
        move: 'close',
        read: '',
        key,
        input,
        files: media.map((one) => ({ ...one, slot: '回访' })),
        title: '回访',
        draft: `visit-${id}`,
        said: '已关闭工单',
      })
      if (done) goBack(done)
    },
    open() {
      this.setData({ more: true })
    },
    shut() {
      this.setData({ more: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.shut()
    },
    other(event: WechatMiniprogram.TouchEvent) {
      const offer = this.data.others[event.currentTarget.dataset.index as number]
      if (offer) this.show(offer)
    },
    later() {
      const offer = this.data.others.find((one) => one.move === 'returnLater')
      if (offer) this.show({ ...offer, label: '改时间' }, { how: 'later' })
    },
    askToRate() {
      if (this.data.phone) this.show(this.data.phone)
    },
    show(offer: Offered, more: Record<string, string> = {}) {
      const start = { how: 'missed', nextAt: nextWorkday(doorTime()).arriveBy, ...more }
      this.setData({
        more: false,
        sheet: offer,
        start,
        note: noteOf(offer.move, termsFor(this.data.view?.ticket)),
        problem: null,
      })
    },
    closeSheet() {
      this.setData({ sheet: null })
    },
    /** Not satisfied: a complaint of its own, which begins with what was just said. */
    complain() {
      const { complaint, form } = this.data
      const description = complaint.description || form.wish
      this.setData({
        more: false,
        complaining: true,
        problem: null,
        complaint: { ...complaint, description },
      })
    },
    leaveComplaint() {
      this.setData({ complaining: false })
    },
    complaintChanged(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leaveComplaint()
    },
    told(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`complaint.${field}`]: event.detail.value, errors: {} })
    },
    async sendComplaint() {
      const { id, complaint } = this.data
      const input = { id, ...complaint } as Inputs['return.complain']
      if (showErrors(this, inputErrors('return.complain', input, doorTime()))) return
      const done = await act(this, () => call('return.complain', input))
      if (!done) return
      this.setData({ complaining: false, complaint: freshComplaint() })
      goBack(`投诉 ${done.no}`)
    },
    async sent(event: WechatMiniprogram.CustomEvent<{ move: Offered; input: object }>) {
      const { move, input } = event.detail
      const { id, form } = this.data
      const whole = withScript.includes(move.move) ? { ...input, script: soFar(form) } : input
      const ticket = await act(this, () => makeMove(id, move.move, move.visit, whole, move.read))
      if (!ticket) return
      if (withScript.includes(move.move)) clearDraft(`visit-${id}`)
      this.setData({ sheet: null })
      goBack(ticket.face.words)
    },
    whole() {
      openPath(ticketPage(this.data.id, 'staff'))
    },
  },
})
