import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime, dayTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { chipOf, hoursLater, laterOptions } from '../../services/later'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'
import { visitIn } from '../../services/visit-now'

const reasons = [
  '现场条件不具备',
  '操作人员未到岗',
  '停电停气',
  '物料试件未备好',
  '等用户内部决定',
  '其他',
].map((label) => ({ value: label, label }))
const fresh = () => ({ key: newKey(), reason: '', detail: '', finishBy: 0, media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>

/** What the customer reads: the chip, then the detail. */
const reasonOf = ({ reason, detail }: Form): string =>
  reason === '其他' ? detail.trim() : [reason, detail.trim()].filter(Boolean).join(':')

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
    reasons,
    chips: laterOptions,
    chip: null as number | null,
    planned: '',
    missing: [] as string[],
    restored: '',
    fromSite: false,
    large: '',
  },
  observers: {
    'form.**, visit'(form: Form, visit: VisitView | null) {
      if (!visit) return
      this.setData({
        chip: form.finishBy ? chipOf(visit.finishBy, form.finishBy) : null,
        missing: [
          ...(reasonOf(form) ? [] : ['原因']),
          ...(form.finishBy > visit.finishBy ? [] : ['新的完工时间']),
        ],
      })
    },
  },
  methods: {
    /** `why=site`: he has just arrived and the site is not as promised. */
    onLoad(query: { id?: string; v?: string; why?: string }) {
      const { id = '', v = '', why = '' } = query
      const kept = loadDraft<Form>(`delay-${id}-${v}`)
      const form = { ...fresh(), ...kept?.value }
      if (why === 'site' && !form.reason) form.reason = reasons[0]!.value
      this.setData({
        id,
        v,
        form,
        fromSite: why === 'site',
        large: largeType(),
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
      if (!ticket || !visit) return
      this.setData({ visit, offer: offerOf(ticket, 'askDelay', visit.id), planned: dayTime(visit.finishBy) })
      if (!this.data.form.finishBy) this.setData({ 'form.finishBy': visit.finishBy })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '', 'errors.reason': '' })
      saveDraft(`delay-${this.data.id}-${this.data.v}`, this.data.form)
    },
    later(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      if (this.data.visit) this.put('finishBy', hoursLater(this.data.visit.finishBy, event.detail.value))
    },
    async send() {
      const { id, v, form, visit } = this.data
      if (!visit) return
      const slot = `延期${visit.delays.length + 1}`
      const done = await sendForm(this, {
        id,
        visit: visit.id,
        move: 'askDelay',
        read: '',
        key: form.key,
        input: { reason: reasonOf(form), finishBy: form.finishBy },
        files: form.media.map((one) => ({ ...one, slot })),
        title: '用户原因延期',
        draft: `delay-${id}-${v}`,
        said: '已上报',
      })
      if (done) goBack(done)
    },
    back() {
      goBack()
    },
  },
})
