import type { Outputs } from '../../../typings/contract'
import { inputErrors } from '../../domain/door/inputs'
import { posts, type Post } from '../../domain/ticket/people'
import { act, idle, showErrors } from '../../services/act'
import { call, RefusedError } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { dial } from '../../services/phone'
import { invitationIn, invitationTyped, scanText } from '../../services/scan'
import { forgetSession, openSession } from '../../services/session'
import { openPath, sayDone } from '../../services/routes'

const DRAFT = 'join'
const WHOLE = 9
const postOptions = (Object.keys(posts) as Post[]).map((value) => ({ value, label: posts[value] }))
const codeTroubles = ['CODE_WRONG', 'CODE_USED', 'CODE_EXPIRED']
const sides = [
  { value: 'customer', label: '客户' },
  { value: 'staff', label: '厂家员工' },
]
const emptyForm = { side: 'customer', code: '', name: '', post: '' as Post | '', phone: '', consent: false }
type Form = typeof emptyForm

/** What is still missing before the button may be pressed. */
const missing = (form: Form): number =>
  (form.side === 'staff'
    ? [form.code.length === WHOLE, form.phone, form.consent]
    : [form.name.trim(), form.post, form.consent]
  ).filter((value) => !value).length

Component({
  data: {
    ...idle,
    form: { ...emptyForm },
    company: null as Outputs['company.peek'] | null,
    postOptions,
    sides,
    left: 3,
    large: '',
  },
  observers: {
    form(form: Form) {
      this.setData({ left: missing(form) })
    },
  },
  methods: {
    onLoad(query: { code?: string; side?: string }) {
      const kept = loadDraft<Form>(DRAFT)?.value
      const code = query.code ? invitationTyped(query.code) : (kept?.code ?? '')
      this.setData({ large: largeType(), form: { ...emptyForm, ...kept, code, consent: false } })
      if (query.side) this.put('side', query.side)
      if (code.length === WHOLE) void this.peek()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    codeTyped(event: WechatMiniprogram.Input) {
      const code = invitationTyped(event.detail.value)
      this.setData({ 'form.code': code, 'errors.code': '', company: null })
      saveDraft(DRAFT, this.data.form)
      if (code.length === WHOLE) void this.peek()
      return code
    },
    async scan() {
      const text = await scanText()
      if (!text) return
      const code = invitationIn(text)
      if (!code) showErrors(this, { code: '这个二维码里没有邀请码,请向设备经理要 8 位邀请码' })
      else {
        this.setData({ 'form.code': code })
        await this.peek()
      }
    },
    /** Shows whose company the code opens, to be checked before joining. */
    async peek() {
      const { code, side } = this.data.form
      if (side === 'staff') return
      if (showErrors(this, inputErrors('company.peek', { code }, doorTime()))) return
      await act(this, async () => {
        this.setData({ company: await this.underField(call('company.peek', { code })) })
      })
    },
    notMine() {
      this.setData({ company: null, 'form.code': '' })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.put(event.currentTarget.dataset.field as keyof Form, event.detail.value)
    },
    agree() {
      this.put('consent', !this.data.form.consent)
    },
    put(field: keyof Form, value: string | boolean) {
      this.setData({ form: { ...this.data.form, [field]: value }, [`errors.${field}`]: '' })
      saveDraft(DRAFT, this.data.form)
    },
    read(event: WechatMiniprogram.TouchEvent) {
      openPath(`/about/privacy/index?doc=${event.currentTarget.dataset.doc as string}`)
    },
    turn(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ company: null, errors: {}, problem: null })
      this.put('side', event.detail.value)
      if (this.data.form.code.length === WHOLE) void this.peek()
    },
    /** A colleague's code carries his name, role and number; he gives a phone and his consent. */
    async enlist() {
      const { code, phone } = this.data.form
      const input = { code, phone, consent: this.data.form.consent as true }
      if (showErrors(this, inputErrors('staff.join', input, doorTime()))) return
      if (await act(this, () => this.underField(call('staff.join', input)))) await this.welcome()
    },
    async join() {
      const { code, name, post, phone, consent, side } = this.data.form
      if (side === 'staff') return this.enlist()
      const form = { code, name, post, phone, consent }
      if (showErrors(this, inputErrors('company.join', form, doorTime()))) return
      const done = await act(this, () =>
        this.underField(call('company.join', { ...form, post: form.post as Post, consent: true })),
      )
      if (done) await this.welcome()
    },
    /** A trouble with the code belongs under its field. */
    async underField<T>(work: Promise<T>): Promise<T> {
      try {
        return await work
      } catch (error) {
        if (!(error instanceof RefusedError) || !codeTroubles.includes(error.refusal.code)) throw error
        const { refusal, requestId } = error
        throw new RefusedError({ ...refusal, fields: { code: refusal.words } }, requestId)
      }
    },
    async welcome() {
      clearDraft(DRAFT)
      forgetSession()
      await openSession(true).catch(() => null)
      wx.switchTab({ url: '/pages/home/index', success: () => sayDone('已加入') })
    },
    dial() {
      dial()
    },
  },
})
