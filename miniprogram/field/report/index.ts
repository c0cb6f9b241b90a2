import type { TicketView } from '../../../typings/contract'
import { faultLeaves, faultTree, faultWords } from '../../domain/fault-tree'
import { clockTime } from '../../domain/format'
import { moveErrors } from '../../domain/inputs'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { postMove } from '../../services/moving'
import { goBack } from '../../services/routes'

interface Part {
  name: string
  oldSerial: string
  newSerial: string
  quantity: number
}
const fresh = () => ({
  key: newKey(),
  fault: '',
  cause: '',
  measure: '',
  hours: '',
  result: '',
  leftover: '',
  parts: [] as Part[],
  media: [] as LocalMedia[],
})
type Form = ReturnType<typeof fresh>
const results = [
  { value: 'fixed', label: '已修复' },
  { value: 'temporary', label: '临时恢复' },
  { value: 'unfixed', label: '未修复,需再次上门' },
]
const classes = Object.entries(faultTree).map(([code, { name }]) => ({ code, name }))
const groupsOf = (code: string) =>
  (faultTree[code]?.groups ?? []).map(([name], i) => ({ code: `${code}-${i + 1}`, name }))
const leavesOf = (group: string) =>
  faultLeaves
    .filter((leaf) => leaf.code.startsWith(`${group}-`))
    .map(({ code, path }) => ({ code, name: path[2] }))
const found = (text: string) =>
  faultLeaves
    .filter(({ path }) => path.join('').includes(text))
    .slice(0, 20)
    .map(({ code, path }) => ({ code, name: path.join(' › ') }))

const inputOf = ({ key: _key, hours, media, ...rest }: Form) => ({
  ...rest,
  hours: Number(hours) || 0,
  media: announced(media),
})
const missing = (form: Form): number =>
  [form.fault, form.cause.trim(), form.measure.trim(), Number(form.hours), form.result].filter((one) => !one)
    .length

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    form: fresh(),
    left: 5,
    said: '',
    faultText: '',
    restored: '',
    picking: false,
    search: '',
    classes,
    groups: [] as { code: string; name: string }[],
    leaves: [] as { code: string; name: string }[],
    l1: '',
    l2: '',
    hits: [] as { code: string; name: string }[],
    results,
    slots: ['修前', '修后'],
    large: '',
  },
  observers: {
    'form.**'(form: Form) {
      this.setData({ left: missing(form), faultText: faultWords(form.fault) })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`report-${id}-${v}`)
      this.setData({
        id,
        v,
        large: largeType(),
        form: kept?.value ?? fresh(),
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
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      const ticket = this.data.view?.ticket
      if (ticket) this.setData({ said: [ticket.subject, ticket.description].filter(Boolean).join(':') })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`report-${this.data.id}-${this.data.v}`, this.data.form)
    },
    pick() {
      this.setData({ picking: true, search: '', hits: [] })
    },
    leavePick() {
      this.setData({ picking: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.leavePick()
    },
    seek(event: WechatMiniprogram.Input) {
      const search = event.detail.value.trim()
      this.setData({ search, hits: search ? found(search) : [] })
    },
    first(event: WechatMiniprogram.TouchEvent) {
      const l1 = event.currentTarget.dataset.code as string
      this.setData({ l1, l2: '', groups: groupsOf(l1), leaves: [] })
    },
    second(event: WechatMiniprogram.TouchEvent) {
      const l2 = event.currentTarget.dataset.code as string
      this.setData({ l2, leaves: leavesOf(l2) })
    },
    third(event: WechatMiniprogram.TouchEvent) {
      this.put('fault', event.currentTarget.dataset.code as string)
      this.leavePick()
    },
    addPart() {
      this.put('parts', [...this.data.form.parts, { name: '', oldSerial: '', newSerial: '', quantity: 1 }])
    },
    dropPart(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.put(
        'parts',
        this.data.form.parts.filter((_part, i) => i !== gone),
      )
    },
    part(event: WechatMiniprogram.Input) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: string }
      const value = field === 'quantity' ? Number(event.detail.value) || 0 : event.detail.value
      this.setData({ [`form.parts[${index}].${field}`]: value, [`errors.parts.${index}.${field}`]: '' })
      saveDraft(`report-${this.data.id}-${this.data.v}`, this.data.form)
    },
    async submit() {
      const { id, v, form } = this.data
      const input = inputOf(form)
      if (showErrors(this, moveErrors('report', input))) return
      const done = await act(this, () =>
        postMove(id, 'report', v || null, { key: form.key, input, files: form.media, title: '服务记录' }),
      )
      if (!done) return
      clearDraft(`report-${id}-${v}`)
      goBack(done.state === 'sent' ? '已请用户签收' : '已保存,联网后提交')
    },
  },
})
