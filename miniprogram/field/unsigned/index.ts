import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { exceptionStanding, type Standing } from '../../domain/visit/words'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { goBack, sayDone } from '../../services/routes'
import { visitIn } from '../../services/visit-now'

const phrases = ['签收人不在场', '对费用有异议', '对维修结果有异议', '要领导同意后再签'].map((label) => ({
  value: label,
  label,
}))
const fresh = () => ({ key: newKey(), reason: '', media: [] as LocalMedia[] })
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
    form: fresh(),
    phrases,
    asked: null as (Standing & { reason: string; at: string }) | null,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`unsigned-${id}-${v}`)
      this.setData({ id, v, large: largeType(), form: { ...fresh(), ...kept?.value } })
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
      const { id, v } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      const visit = visitIn(ticket, v)
      if (!ticket || !visit) return
      const exception = visit.inside?.exception
      this.setData({
        visit,
        offer: offerOf(ticket, 'askException', visit.id),
        asked: exception
          ? { ...exceptionStanding(exception), reason: exception.reason, at: dayTime(exception.at) }
          : null,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    phrase(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.put('reason', event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`unsigned-${this.data.id}-${this.data.v}`, this.data.form)
    },
    async send() {
      const { id, v, form, visit } = this.data
      if (!visit) return
      const done = await sendForm(this, {
        id,
        visit: visit.id,
        move: 'askException',
        read: '',
        key: form.key,
        input: { reason: form.reason },
        files: form.media.map((one) => ({ ...one, slot: '例外离场' })),
        title: '用户暂不签署',
        draft: `unsigned-${id}-${v}`,
        said: '已报负责人',
      })
      if (!done) return
      sayDone(done)
      this.setData({ form: fresh() })
      await this.refresh()
    },
    back() {
      goBack()
    },
  },
})
