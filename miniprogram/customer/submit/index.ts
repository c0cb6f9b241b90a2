import { decoded } from '../../domain/form/serial'
import type { Card, EquipmentCard, KnowledgeCard, Outputs } from '../../../typings/contract'
import { clockTime, isoDay } from '../../domain/calendar/format'
import { inputErrors } from '../../domain/door/inputs'
import { installModes, kinds, production, symptoms, wishes } from '../../domain/company/kinds'
import { asksOfKind } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { beginDraft, clearDraft, flushDrafts, moveDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { isOnline, onNetwork } from '../../services/network'
import { post } from '../../services/outbox'
import { dial } from '../../services/phone'
import { openPath, ticketPage } from '../../services/routes'
import { cachedSession, openSession } from '../../services/session'
import { formKind, fresh, inputOf, missing, titleOf, type Form, type FormKind } from './forms'
import { forgetSuggesting, suggestSoon } from './suggest'

const endings = new WeakMap<object, () => void>()
const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))
const draftOf = (kind: FormKind): string => (kind === 'repair' ? 'submit' : `submit-${kind}`)
const slots = {
  repair: ['报警画面', '故障部位'],
  installation: ['开箱前外观', '地基地面', '铭牌'],
} as const
const helps = {
  guided: '由您方人员操作,我方工程师现场指导',
  turnkey: '由我方完成安装、调试、试切,您方配合',
} as const

Component({
  data: {
    ...blank,
    ...idle,
    view: null as { items: EquipmentCard[] } | null,
    kind: 'repair' as FormKind,
    form: fresh(),
    /** The name of what is typed: it belongs to its machine. */
    draft: '',
    machine: null as EquipmentCard | null,
    symptomOptions: options(symptoms),
    productionOptions: options(production),
    wishOptions: options(wishes).filter(({ value }) => value !== 'chosen'),
    left: 5,
    restored: '',
    modeOptions: options(installModes),
    helps,
    slots,
    /** The ticket that is open on this machine, while the person is asked about it. */
    similar: null as Card | null,
    asked: [] as string[],
    /** What was answered before to the like of what is being typed, and the one that helped. */
    offers: [] as KnowledgeCard[],
    helped: false,
    today: '',
    large: '',
    online: true,
  },
  observers: {
    'kind, form.**'(kind: FormKind, form: Form) {
      this.setData({ left: missing(kind, form) })
    },
    /** 先看看: only where a question is asked. */
    'kind, form.description, machine'(kind: FormKind, said: string, machine: EquipmentCard | null) {
      if (kind === 'inquiry') suggestSoon(this, said, machine?.model ?? '')
    },
  },
  methods: {
    onLoad(query: { type?: string; serial?: string; follows?: string; met?: string }) {
      const kind = formKind(query.type)
      const from = { follows: query.follows ?? null, met: query.met ?? null }
      const serial = decoded(query.serial ?? '')
      const { name: draft, kept } = beginDraft<Form>(draftOf(kind), serial)
      wx.setNavigationBarTitle({ title: kinds[kind].label })
      this.setData({
        kind,
        draft,
        large: largeType(),
        today: isoDay(doorTime()),
        form: kept ? { ...fresh(), ...kept.value, ...from } : fresh(from),
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      this.setData({ online: isOnline() })
      endings.set(
        this,
        onNetwork((online) => this.setData({ online })),
      )
      void this.arrive(serial)
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
      forgetSuggesting(this)
      endings.get(this)?.()
    },
    /** Nothing is asked twice: who this is stands in the form, also on a phone's first start. */
    async meet() {
      if (cachedSession()) return
      const me = (await openSession().catch(() => null))?.me
      if (me && !this.data.form.contactName)
        this.setData({ 'form.contactName': me.name, 'form.contactPhone': me.phone })
    },
    async arrive(serial: string) {
      await this.meet()
      const view = await load(this, () => call('equipment.list', {}), { cache: 'equipment' })
      const items = view?.items ?? this.data.view?.items ?? []
      const wanted =
        items.find((one) => one.serial === serial) ??
        items.find((one) => one.id === this.data.form.equipmentId)
      const only = items.length === 1 && this.data.kind !== 'inquiry' ? items[0] : undefined
      this.pick(wanted ?? only ?? null)
    },
    refresh() {
      void this.arrive('')
    },
    pick(machine: EquipmentCard | null) {
      this.setData({ machine, 'form.equipmentId': machine?.id ?? '', 'errors.equipmentId': '' })
      if (machine && machine.openTickets > 0 && !this.data.form.follows && this.data.kind !== 'inquiry')
        void this.look(machine)
      if (machine)
        this.setData({ draft: moveDraft(this.data.draft, draftOf(this.data.kind), machine.serial) })
    },
    /** Is it said already? Asked once a machine; without a network nobody is held up. */
    async look({ id, serial }: EquipmentCard) {
      if (this.data.asked.includes(id)) return
      this.setData({ asked: [...this.data.asked, id] })
      try {
        const { tickets } = await call('equipment.open', { serial })
        const similar = tickets.find(({ face }) => face.category !== 'done' && face.category !== 'closed')
        if (this.data.machine?.id === id) this.setData({ similar: similar ?? null })
      } catch {
        // the card of the machine says how many are open
      }
    },
    another() {
      this.setData({ similar: null })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.another()
    },
    add() {
      const { similar } = this.data
      this.another()
      if (similar) openPath(ticketPage(similar.id, 'customer'))
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.pick(this.data.view?.items[event.currentTarget.dataset.index as number] ?? null)
      saveDraft(this.data.draft, this.data.form)
    },
    other() {
      this.pick(null)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      this.setData({
        [`form.${field}`]: event.detail.value,
        [`errors.${field}`]: '',
        'errors.description': '',
      })
      if (field === 'arrivalOn' && this.data.form.readyOn === '')
        this.setData({ 'form.readyOn': event.detail.value, 'errors.readyOn': '' })
      saveDraft(this.data.draft, this.data.form)
    },
    clear() {
      clearDraft(this.data.draft)
      const { follows, met } = this.data.form
      this.setData({
        form: { ...fresh({ follows, met }), equipmentId: this.data.machine?.id ?? '' },
        restored: '',
        errors: {},
      })
    },
    /** Answered before it was asked: nothing is submitted, and the answer's author knows that it helped. */
    async solved(event: WechatMiniprogram.CustomEvent<{ item: KnowledgeCard }>) {
      const done = await act(this, () => call('knowledge.helped', { id: event.detail.item.id }))
      if (!done) return
      clearDraft(this.data.draft)
      this.setData({ helped: true })
    },
    home() {
      openPath('/pages/home/index')
    },
    dial() {
      dial()
    },
    async submit() {
      const { kind, form, machine } = this.data
      const input = inputOf(kind, form)
      if (showErrors(this, inputErrors('ticket.submit', input, doorTime()))) return
      void askConsent(asksOfKind[kind])
      const title = titleOf(kind, form, machine?.model ?? '')
      const done = await act(this, () => post({ action: 'ticket.submit', input, files: form.media, title }))
      if (!done) return
      clearDraft(this.data.draft)
      wx.redirectTo({
        url:
          done.state === 'sent' ? doneUrl(done.output) : `/customer/done/index?key=${form.key}&kind=${kind}`,
      })
    },
    open() {
      openPath('/pages/equipment/index')
    },
  },
})

function doneUrl(output: Outputs['ticket.submit']): string {
  const { id, no, kind, due, provisional, outOfHours } = output
  return `/customer/done/index?id=${id}&no=${no}&kind=${kind}&due=${due}&provisional=${provisional ? 1 : ''}&late=${outOfHours ? 1 : ''}`
}
