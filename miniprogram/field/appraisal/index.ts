import type { TicketView } from '../../../typings/contract'
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

const fresh = () => ({ key: newKey(), question: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offered | null,
    form: fresh(),
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      const id = query.id ?? ''
      const kept = loadDraft<Form>(`appraisal-${id}`)?.value
      this.setData({ id, large: largeType(), form: { ...fresh(), ...kept } })
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
      if (ticket) this.setData({ offer: offerOf(ticket, 'askAppraisal') })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(`appraisal-${this.data.id}`, this.data.form)
    },
    async send() {
      const { id, form } = this.data
      const done = await sendForm(this, {
        id,
        visit: null,
        move: 'askAppraisal',
        read: '',
        key: form.key,
        input: { question: form.question },
        files: form.media.map((one) => ({ ...one, slot: '技术鉴定' })),
        title: '请技术部鉴定',
        draft: `appraisal-${id}`,
        said: '已发技术部',
      })
      if (done) goBack(done)
    },
  },
})
