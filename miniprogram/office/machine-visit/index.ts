import type { Outputs, ReturnView } from '../../../typings/contract'
import { dayTime, dayWords } from '../../domain/calendar/format'
import { maskPhone } from '../../domain/ticket/people'
import { callOutcomes, type ReturnCall } from '../../domain/returning/parts'
import { machineRuns } from '../../domain/returning/returning'
import { starWords } from '../../domain/survey/survey'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { dial } from '../../services/phone'
import { goBack, openPath } from '../../services/routes'
import { cachedSession } from '../../services/session'
import { nextWorkday } from '../../services/workday'

type How = 'done' | 'repair' | 'missed' | 'later'
const fresh = () => ({ key: newKey(), running: '', wish: '', note: '' })
type Form = ReturnType<typeof fresh>

const callRow = ({ at, by, outcome, nextAt, note, script }: ReturnCall) => ({
  at,
  words: `${callOutcomes[outcome]}${nextAt ? `,约 ${dayTime(nextAt)}` : ''}`,
  said: [script?.running ? `设备${machineRuns[script.running as 'well']}` : '', script?.wish ?? '', note]
    .filter(Boolean)
    .join(' · '),
  by: `${dayTime(at)} · ${by.name}`,
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as Outputs['return.open'] | null,
    form: fresh(),
    running: Object.entries(machineRuns).map(([value, label]) => ({ value, label })),
    hows: [
      { value: 'missed', label: '未接通' },
      { value: 'later', label: '客户要求改时间' },
    ],
    greeting: '',
    score: '',
    due: '',
    phoneWords: '',
    calls: [] as ReturnType<typeof callRow>[],
    broken: false,
    again: false,
    how: 'missed' as How,
    nextAt: 0,
    large: '',
  },
  observers: {
    'form.running'(running: string) {
      this.setData({ broken: running === 'unfixed' })
    },
  },
  methods: {
    onLoad(query: { id?: string }) {
      const id = query.id ?? ''
      const kept = loadDraft<Form>(`machine-visit-${id}`)?.value
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
      await load(this, () => call('return.open', { id }), { cache: `return-${id}` })
      if (this.data.view) this.tell(this.data.view.visit)
    },
    tell(visit: ReturnView) {
      const name = cachedSession()?.me.name ?? ''
      this.setData({
        greeting: `您好,我是客户服务部${name},回访 ${visit.title}的使用情况,方便说一分钟吗?`,
        score: visit.stars ? `上次服务评 ${visit.stars} 星 ${starWords[visit.stars - 1]}` : '',
        due: `${dayWords(visit.dueAt)} ${visit.due ? '前应回访' : '回访'}`,
        phoneWords: this.data.phoneWords || maskPhone(visit.contact.phone),
        calls: visit.calls.map(callRow),
        nextAt: nextWorkday(doorTime()).arriveBy,
      })
    },
    dial() {
      const { phone } = this.data.view!.visit.contact
      this.setData({ phoneWords: phone })
      dial(phone || undefined)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, errors: {} })
      saveDraft(`machine-visit-${this.data.id}`, this.data.form)
    },
    picked(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.setData({ [event.currentTarget.dataset.field as string]: event.detail.value, errors: {} })
    },
    async press() {
      const { broken, form } = this.data
      if (!form.running) return
      if (!(await this.record(broken ? 'repair' : 'done'))) return
      if (broken) openPath('/office/intake/index')
      else goBack('已回访')
    },
    open() {
      this.setData({ again: true, problem: null })
    },
    shut() {
      this.setData({ again: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.shut()
    },
    async sendLater() {
      if (await this.record(this.data.how)) goBack('已约下次')
    },
    async record(how: How): Promise<boolean> {
      const { id, form, nextAt } = this.data
      const { key, running, wish, note } = form
      const again = how === 'missed' || how === 'later'
      const said = { how, running: (running || null) as 'well' | null, wish, note }
      const done = await act(this, () =>
        call('return.record', { id, key, ...said, nextAt: again ? nextAt : null }),
      )
      if (!done) return false
      clearDraft(`machine-visit-${id}`)
      this.setData({ again: false, form: fresh(), view: done })
      return true
    },
    whole() {
      openPath(`/field/job/index?id=${this.data.view!.visit.ticketId}`)
    },
  },
})
