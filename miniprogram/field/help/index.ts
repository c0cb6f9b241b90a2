import type { TicketView } from '../../../typings/contract'
import { clockTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { helpKinds } from '../../domain/onsite/help'
import { asksOfStaff } from '../../domain/company/templates'
import type { Help } from '../../domain/ticket/ticket'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { openPath, pageOfMove, sayDone } from '../../services/routes'

const kinds = Object.entries(helpKinds).map(([value, label]) => ({ value, label }))
const fresh = () => ({ key: newKey(), kind: '', text: '', urgent: false, media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>
const missing = (form: Form): string[] => [
  ...(form.kind ? [] : ['类别']),
  ...(form.text.trim() ? [] : ['需要什么支持']),
]

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    ask: null as Offered | null,
    appraise: null as Offered | null,
    helps: [] as Help[],
    form: fresh(),
    missing: missing(fresh()),
    kinds,
    restored: '',
    large: '',
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ missing: missing(form) })
    },
  },
  methods: {
    onLoad(query: { id?: string }) {
      const id = query.id ?? ''
      const kept = loadDraft<Form>(`help-${id}`)
      this.setData({
        id,
        large: largeType(),
        form: { ...fresh(), ...kept?.value },
        restored: kept ? clockTime(kept.savedAt) : '',
      })
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
      const ticket = this.data.view?.ticket
      if (!ticket) return
      this.setData({
        ask: offerOf(ticket, 'askHelp'),
        appraise: offerOf(ticket, 'askAppraisal'),
        helps: ticket.inside?.helps ?? [],
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`help-${this.data.id}`, this.data.form)
    },
    toggle() {
      this.put('urgent', !this.data.form.urgent)
    },
    technical() {
      openPath(pageOfMove('askAppraisal', this.data.id, null)!)
    },
    dial() {
      dial()
    },
    async send() {
      const { id, form, helps } = this.data
      const { kind, text, urgent, key, media } = form
      void askConsent(asksOfStaff)
      const done = await sendForm(this, {
        id,
        visit: null,
        move: 'askHelp',
        read: '',
        key,
        input: { kind, text, urgent },
        files: media.map((one) => ({ ...one, slot: `求助${helps.length + 1}` })),
        title: `求助:${helpKinds[kind as keyof typeof helpKinds]}`,
        draft: `help-${id}`,
        said: '已发给内勤',
      })
      if (!done) return
      sayDone(done)
      this.setData({ form: fresh(), restored: '' })
      await this.refresh()
      wx.pageScrollTo({ scrollTop: 0, duration: 200 })
    },
  },
})
