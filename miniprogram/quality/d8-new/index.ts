import { decoded } from '../../domain/form/serial'
import type { D8Prepared } from '../../../typings/contract'
import { faultWords } from '../../domain/company/fault-tree'
import { inputErrors } from '../../domain/door/inputs'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'
import { cachedSession } from '../../services/session'

/** What it begins with: a ticket, or a bar of the statistics. */
interface From {
  ticket: string | null
  fault: string
  models: string[]
  from: string
  to: string
}
const parts = [
  { name: 'what', label: '什么问题', hint: '故障现象', required: true },
  { name: 'who', label: '谁发现', hint: '哪些用户', required: false },
  { name: 'where', label: '哪里', hint: '机型、部位', required: false },
  { name: 'when', label: '何时', hint: '从何时到何时', required: false },
  { name: 'many', label: '多少', hint: '次数、台数、停机', required: false },
  { name: 'urgent', label: 'D0 紧急措施', hint: '例:通知用户停机点检;可以稍后再写', required: false },
] as const
type Name = (typeof parts)[number]['name']
type Form = Record<Name, string> & { key: string }

const fresh = (): Form => ({ key: newKey(), who: '', what: '', where: '', when: '', many: '', urgent: '' })

Component({
  data: {
    ...blank,
    ...idle,
    parts,
    from: { ticket: null, fault: '', models: [], from: '', to: '' } as From,
    view: null as D8Prepared | null,
    form: fresh(),
    fault: '',
    faultWords: '',
    picking: false,
    /** Quality begins, the others report to it. */
    quality: false,
    large: '',
  },
  methods: {
    onLoad(query: { ticket?: string; fault?: string; model?: string; from?: string; to?: string }) {
      const from: From = {
        ticket: query.ticket ?? null,
        fault: query.fault ?? '',
        models: query.model ? decoded(query.model).split(',') : [],
        from: query.from ?? '',
        to: query.to ?? '',
      }
      const quality = cachedSession()?.me.roles.includes('quality') ?? false
      this.setData({ from, fault: from.fault, quality, large: largeType() })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    draftName(): string {
      const { from } = this.data
      return `d8-new-${from.ticket ?? ''}${from.fault}`
    },
    /** Without a beginning there is nothing to ask: the person names the fault first. */
    async refresh() {
      const { from } = this.data
      if (!from.ticket && !from.fault) {
        this.setData({ ...blank, phase: 'ready' })
        return
      }
      await load(this, () => call('d8.prepare', from), { cache: this.draftName() })
      if (this.data.view) this.tell(this.data.view)
    },
    tell(view: D8Prepared) {
      const kept = loadDraft<Form>(this.draftName())?.value
      const form = kept ?? { ...fresh(), ...view.problem }
      const fault = this.data.fault || view.fault
      this.setData({ form, fault, faultWords: faultWords(fault) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const name = event.currentTarget.dataset.name as Name
      const form = { ...this.data.form, [name]: event.detail.value }
      this.setData({ form, [`errors.${name}`]: '' })
      saveDraft(this.draftName(), form)
    },
    pick() {
      this.setData({ picking: true })
    },
    unpick() {
      this.setData({ picking: false })
    },
    picked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const fault = event.detail.value
      const { from } = this.data
      this.setData({ fault, faultWords: faultWords(fault) })
      if (from.ticket) return
      this.setData({ from: { ...from, fault } })
      void this.refresh()
    },
    async submit() {
      const { from, form, fault } = this.data
      const input = { ...from, ...form, fault }
      if (showErrors(this, inputErrors('d8.start', input, doorTime()))) return
      const made = await act(this, () => call('d8.start', input))
      if (!made) return
      clearDraft(this.draftName())
      wx.redirectTo({ url: `/quality/d8/index?id=${made.id}` })
    },
    running(event: WechatMiniprogram.TouchEvent) {
      openPath(`/quality/d8/index?id=${event.currentTarget.dataset.id as string}`)
    },
  },
})
