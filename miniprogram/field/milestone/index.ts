import { numberTyped } from '../../domain/form/text'
import type { TicketView } from '../../../typings/contract'
import { isoDay, monthDay } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { qualities } from '../../domain/installation/moves'
import { nextStep, type Milestone } from '../../domain/installation/parts'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { offerOf, postMove } from '../../services/moving'
import { goBack } from '../../services/routes'

const fresh = () => ({
  key: newKey(),
  quality: '',
  cost: '',
  delayCause: '',
  note: '',
  media: [] as LocalMedia[],
})
type Form = ReturnType<typeof fresh>
const options = Object.entries(qualities).map(([value, label]) => ({ value, label }))
const causes = ['到货晚', '现场条件不具备', '用户人员未到岗', '天气或道路', '我方备件或工具']

const inputOf = ({ key: _key, cost, media, ...rest }: Form, step: Milestone) => ({
  ...rest,
  key: step.key,
  cost: cost.trim() === '' ? 0 : numberTyped(cost),
  media: announced(media.map((one) => ({ ...one, slot: `节点 ${step.label}` }))),
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offered | null,
    step: null as Milestone | null,
    /** 11月24日 when the step is past its plan. */
    late: '',
    planned: '',
    form: fresh(),
    options,
    causes,
    missing: '',
    large: '',
  },
  observers: {
    'form.**, late'(form: Form, late: string) {
      const gaps = [
        !form.quality && '质量检查',
        late !== '' && form.delayCause.trim() === '' && '晚于计划的原因',
      ]
      this.setData({ missing: gaps.filter(Boolean).join('、') })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      this.setData({ id: query.id ?? '', v: query.v ?? '', large: largeType() })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    draft(): string {
      return `milestone-${this.data.id}-${this.data.step?.key ?? ''}`
    },
    async refresh() {
      const { id, v } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      if (!ticket) return
      const step = ticket.plan ? nextStep(ticket.plan) : null
      const planned = step?.planned ?? null
      this.setData({
        step,
        offer: offerOf(ticket, 'milestone', v),
        planned: planned ? monthDay(planned) : '',
        late: planned && isoDay(doorTime()) > planned ? monthDay(planned) : '',
      })
      this.setData({ form: loadDraft<Form>(this.draft())?.value ?? fresh() })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    cause(event: WechatMiniprogram.TouchEvent) {
      this.put('delayCause', event.currentTarget.dataset.words)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(this.draft(), this.data.form)
    },
    async send() {
      const { id, v, form, step, late } = this.data
      if (!step) return
      const input = inputOf(form, step)
      const errors = moveErrors('milestone', input, doorTime())
      if (late && input.delayCause.trim() === '') errors.delayCause = '晚于计划,请填写原因'
      if (showErrors(this, errors)) return
      const files = form.media
      const given = { key: form.key, input, files, title: `${step.label}完成` }
      const done = await act(this, () => postMove(id, 'milestone', v || null, given))
      if (!done) return
      clearDraft(this.draft())
      const title = done.state === 'sent' ? `${step.label}已完成` : '已保存,联网后提交'
      wx.showToast({ title, icon: 'success', duration: 1500 })
      goBack()
    },
    back() {
      goBack()
    },
  },
})
