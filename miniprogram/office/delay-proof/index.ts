import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { proofs } from '../../domain/onsite/delay'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf, readOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { goBack } from '../../services/routes'
import { visitIn } from '../../services/visit-now'

const ways = Object.entries(proofs).map(([value, label]) => ({ value, label }))
const fresh = () => ({ key: newKey(), how: 'call', note: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    asked: null as { reason: string; by: string; finish: string } | null,
    form: fresh(),
    ways,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`delay-proof-${id}-${v}`)?.value
      this.setData({ id, v, large: largeType(), form: { ...fresh(), ...kept } })
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
      if (!ticket || !visit) return
      const delay = visit.delays[visit.delays.length - 1]
      this.setData({
        visit,
        offer: offerOf(ticket, 'recordDelay', visit.id),
        asked: delay ? { reason: delay.reason, by: delay.by.name, finish: dayTime(delay.finishBy) } : null,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(`delay-proof-${this.data.id}-${this.data.v}`, this.data.form)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    async send() {
      const { id, v, form, visit, view } = this.data
      if (!visit) return
      const done = await sendForm(this, {
        id,
        visit: visit.id,
        move: 'recordDelay',
        read: readOf(view?.ticket, 'recordDelay', visit.id),
        key: form.key,
        input: { how: form.how, note: form.note },
        files: form.media.map((one) => ({ ...one, slot: '延期来函' })),
        title: '记录延期确认',
        draft: `delay-proof-${id}-${v}`,
        said: '已记录',
      })
      if (done) goBack(done)
    },
  },
})
