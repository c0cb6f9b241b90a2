import type { Served } from '../../../typings/contract'
import type { About } from '../../domain/complaint/parts'
import { clockTime } from '../../domain/calendar/format'
import { inputErrors } from '../../domain/door/inputs'
import { asksOfKind } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { beginDraft, clearDraft, flushDrafts, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { isOnline, onNetwork } from '../../services/network'
import { post } from '../../services/outbox'
import { dial } from '../../services/phone'
import { cachedSession, openSession } from '../../services/session'
import {
  choices,
  fresh,
  inputOf,
  missing,
  titleOf,
  topicOptions,
  turned,
  withMachine,
  withService,
  type Form,
} from './form'

const DRAFT = 'complain'
const endings = new WeakMap<object, () => void>()

Component({
  data: {
    ...blank,
    ...idle,
    ...choices,
    view: null as Served | null,
    form: fresh(),
    topics: topicOptions(''),
    left: 5,
    restored: '',
    /** The name of what is typed: it belongs to its machine or ticket. */
    draft: DRAFT,
    /** 选时间 was chosen. */
    timed: false,
    large: '',
    online: true,
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ left: missing(form), topics: topicOptions(form.about) })
    },
  },
  methods: {
    onLoad(query: { ticket?: string; serial?: string }) {
      const { name: draft, kept } = beginDraft<Form>(DRAFT, query.ticket ?? query.serial ?? '')
      this.setData({
        draft,
        large: largeType(),
        online: isOnline(),
        form: kept ? { ...fresh(), ...kept.value } : fresh(),
        restored: kept ? clockTime(kept.savedAt) : '',
        timed: (kept?.value.callAt ?? 0) > 0,
      })
      endings.set(
        this,
        onNetwork((online) => this.setData({ online })),
      )
      void this.arrive(query.ticket ?? '', query.serial ?? '')
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
      endings.get(this)?.()
    },
    refresh() {
      void this.arrive('', '')
    },
    async arrive(ticket: string, serial: string) {
      await load(this, () => call('complaint.about', {}), { cache: 'complain' })
      const { view, form } = this.data
      if (view && ticket) this.put(withService(form, view, ticket))
      if (view && serial) this.put(withMachine(form, view, serial))
      if (cachedSession()) return
      const me = (await openSession().catch(() => null))?.me
      if (me && !this.data.form.contactName)
        this.setData({ 'form.contactName': me.name, 'form.contactPhone': me.phone })
    },
    put(form: Form) {
      this.setData({ form, errors: {} })
      saveDraft(this.data.draft, form)
    },
    about(event: WechatMiniprogram.CustomEvent<{ value: About }>) {
      this.put(turned(this.data.form, event.detail.value))
    },
    pick(event: WechatMiniprogram.TouchEvent) {
      const { field, value } = event.currentTarget.dataset as { field: keyof Form; value: string }
      const same = this.data.form[field] === value
      this.put({ ...this.data.form, [field]: same ? '' : value })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({
        [`form.${field}`]: event.detail.value,
        [`errors.${field}`]: '',
        'errors.description': '',
      })
      saveDraft(this.data.draft, this.data.form)
    },
    time() {
      const timed = !this.data.timed
      this.setData({ timed })
      if (!timed) this.put({ ...this.data.form, callAt: 0 })
    },
    clear() {
      clearDraft(this.data.draft)
      this.setData({ form: fresh(), restored: '', timed: false, errors: {} })
    },
    dial() {
      dial()
    },
    async submit() {
      const { form } = this.data
      const input = inputOf(form)
      if (showErrors(this, inputErrors('ticket.submit', input, doorTime()))) return
      void askConsent(asksOfKind.complaint)
      const asked = { action: 'ticket.submit' as const, input, files: form.media, title: titleOf(form) }
      const done = await act(this, () => post(asked))
      if (!done) return
      clearDraft(this.data.draft)
      const base = '/customer/done/index?kind=complaint'
      if (done.state !== 'sent') return void wx.redirectTo({ url: `${base}&key=${form.key}` })
      const { id, no, due, plan, holder, provisional } = done.output
      const promise = `due=${due}&plan=${plan}&by=${encodeURIComponent(holder)}`
      wx.redirectTo({ url: `${base}&id=${id}&no=${no}&${promise}&provisional=${provisional ? 1 : ''}` })
    },
  },
})
