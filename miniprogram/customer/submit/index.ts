import type { EquipmentCard } from '../../../typings/contract'
import { clockTime } from '../../domain/format'
import { inputErrors, type Inputs } from '../../domain/inputs'
import { production, symptoms, wishes } from '../../domain/kinds'
import { asks } from '../../domain/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { isOnline, onNetwork } from '../../services/network'
import { post } from '../../services/outbox'
import { dial } from '../../services/phone'
import { openPath } from '../../services/routes'
import { cachedSession, knownSession } from '../../services/session'

const DRAFT = 'submit'
const endings = new WeakMap<object, () => void>()
const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))

interface Form {
  key: string
  equipmentId: string
  symptom: string
  description: string
  production: string
  contactName: string
  contactPhone: string
  wish: string
  wishAt: number | null
  media: LocalMedia[]
  /** The earlier ticket of the same problem. */
  follows: string | null
  /** The engineer who was asked on the spot (第十八条第5项): the request goes its normal way. */
  met: string | null
}

function fresh(): Form {
  const me = cachedSession()?.me
  return {
    key: newKey(),
    equipmentId: '',
    symptom: '',
    description: '',
    production: '',
    contactName: me?.name ?? '',
    contactPhone: me?.phone ?? '',
    wish: 'asap',
    wishAt: null,
    media: [],
    follows: null,
    met: null,
  }
}

const inputOf = (form: Form): Inputs['ticket.submit'] =>
  ({ kind: 'repair', ...form, media: announced(form.media) }) as Inputs['ticket.submit']

/** The required things that are still missing. */
function missing(form: Form): number {
  const said = form.description.trim() !== '' || form.media.length > 0
  return [form.equipmentId, form.symptom, said, form.production, form.contactName.trim()].filter(
    (one) => !one,
  ).length
}

Component({
  data: {
    ...blank,
    ...idle,
    view: null as { items: EquipmentCard[] } | null,
    form: fresh(),
    machine: null as EquipmentCard | null,
    symptomOptions: options(symptoms),
    productionOptions: options(production),
    wishOptions: options(wishes).filter(({ value }) => value !== 'chosen'),
    left: 5,
    restored: '',
    large: '',
    slots: ['报警画面', '故障部位'],
    online: true,
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ left: missing(form) })
    },
  },
  methods: {
    onLoad(query: { serial?: string; follows?: string; met?: string }) {
      const kept = loadDraft<Form>(DRAFT)
      const met = query.met ?? kept?.value.met ?? null
      this.setData({
        large: largeType(),
        form: { ...fresh(), ...kept?.value, follows: query.follows ?? null, met },
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      this.setData({ online: isOnline() })
      endings.set(
        this,
        onNetwork((online) => this.setData({ online })),
      )
      void this.introduce()
      void this.arrive(decodeURIComponent(query.serial ?? ''))
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
      endings.get(this)?.()
    },
    /** Nothing is asked twice: who this is stands in the form, also on a phone's first start. */
    async introduce() {
      const me = (await knownSession())?.me
      if (!me || this.data.form.contactName) return
      this.setData({ 'form.contactName': me.name, 'form.contactPhone': me.phone ?? '' })
    },
    async arrive(serial: string) {
      const view = await load(this, () => call('equipment.list', {}), { cache: 'equipment' })
      const items = view?.items ?? this.data.view?.items ?? []
      const wanted =
        items.find((one) => one.serial === serial) ??
        items.find((one) => one.id === this.data.form.equipmentId)
      const only = items.length === 1 ? items[0] : undefined
      this.pick(wanted ?? only ?? null)
    },
    refresh() {
      void this.arrive('')
    },
    pick(machine: EquipmentCard | null) {
      this.setData({ machine, 'form.equipmentId': machine?.id ?? '', 'errors.equipmentId': '' })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.pick(this.data.view?.items[event.currentTarget.dataset.index as number] ?? null)
      saveDraft(DRAFT, this.data.form)
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
      saveDraft(DRAFT, this.data.form)
    },
    clear() {
      clearDraft(DRAFT)
      this.setData({
        form: { ...fresh(), equipmentId: this.data.machine?.id ?? '' },
        restored: '',
        errors: {},
      })
    },
    dial() {
      dial()
    },
    async submit() {
      const { form } = this.data
      if (showErrors(this, inputErrors('ticket.submit', inputOf(form)))) return
      void askConsent(asks.submit)
      const { machine } = this.data
      const title = `报修 ${machine?.model ?? ''} · ${symptoms[form.symptom as keyof typeof symptoms]}`
      const done = await act(this, () =>
        post({ action: 'ticket.submit', input: inputOf(form), files: form.media, title }),
      )
      if (!done) return
      clearDraft(DRAFT)
      wx.redirectTo({
        url: done.state === 'sent' ? doneUrl(done.output) : `/customer/done/index?key=${form.key}`,
      })
    },
    open() {
      openPath('/pages/equipment/index')
    },
  },
})

function doneUrl(output: {
  id: string
  no: string
  due: number
  provisional: boolean
  outOfHours: boolean
}): string {
  const { id, no, due, provisional, outOfHours } = output
  return `/customer/done/index?id=${id}&no=${no}&due=${due}&provisional=${provisional ? 1 : ''}&late=${outOfHours ? 1 : ''}`
}
