import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'
import { visitIn } from '../../services/visit-now'

const fresh = () => ({ key: newKey(), signer: '', post: '', phone: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>

const missing = (form: Form): string[] => [
  ...(form.media.length > 0 ? [] : ['回执照片']),
  ...(form.signer.trim() ? [] : ['签收人']),
  ...(form.post.trim() ? [] : ['职务']),
  ...(form.phone.trim() ? [] : ['电话']),
]

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    form: fresh(),
    missing: missing(fresh()),
    slots: ['纸质回执'],
    kinds: ['photo'],
    restored: '',
    large: '',
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ missing: missing(form) })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`paper-${id}-${v}`)
      this.setData({
        id,
        v,
        large: largeType(),
        form: { ...fresh(), ...kept?.value },
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      const { id, v } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      const visit = visitIn(ticket, v)
      if (ticket && visit) this.setData({ visit, offer: offerOf(ticket, 'leaveOnPaper', visit.id) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(`paper-${this.data.id}-${this.data.v}`, this.data.form)
    },
    async send() {
      const { id, v, form, visit } = this.data
      if (!visit) return
      const { signer, post, phone, key, media } = form
      const done = await sendForm(this, {
        id,
        visit: visit.id,
        move: 'leaveOnPaper',
        read: '',
        key,
        input: { signer, post, phone },
        files: media.map((one) => ({ ...one, slot: '纸质回执' })),
        title: '纸质回执离场',
        draft: `paper-${id}-${v}`,
        said: '可以离场',
      })
      if (done) goBack(done)
    },
  },
})
