import type { Absence, Card, Outputs, StaffRow } from '../../../typings/contract'
import { dateWords, dayWords, isoDay } from '../../domain/calendar/format'
import { inputErrors, type Inputs } from '../../domain/door/inputs'
import { roles, type Role } from '../../domain/ticket/people'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'

type View = Pick<Outputs['staff.list'], 'items' | 'mayChange'> & { jobs?: Card[] }
const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))
/** Product families that are common; others are typed. */
const common = [
  '立式加工中心',
  '卧式加工中心',
  '五轴',
  '车床',
  '磨床',
  '安装调试',
  '液压',
  '电气',
  '发那科',
  '西门子系统',
]
const reasons = ['休假', '病假', '培训', '出差'].map((label) => ({ value: label, label }))

const fresh = () => ({
  key: newKey(),
  name: '',
  role: '' as Role | '',
  title: '',
  staffNo: '',
  base: '',
  skills: [] as string[],
  active: true,
})
const freshHanding = () => ({ key: newKey(), to: '', reason: '' })
const freshAbsence = () => ({ from: '', to: '', reason: '休假' })
const day = (date: string): string => dateWords(date)
const absenceRow = (one: Absence) => ({
  ...one,
  words: one.from === one.to ? day(one.from) : `${day(one.from)} 至 ${day(one.to)}`,
})

/** Who goes out and is with us may take a colleague's work. */
const takersOf = (rows: readonly StaffRow[], pid: string) =>
  rows
    .filter((one) => one.active && one.pid !== pid)
    .filter(({ roles: own }) => own.includes('engineer') || own.includes('technical'))
    .map((one) => ({ value: one.pid, label: one.name }))

/** Asked before somebody is switched off. */
const sure = (name: string): Promise<boolean> =>
  new Promise((resolve) =>
    wx.showModal({
      title: `停用 ${name}?`,
      content: '停用后不能再进入小程序;手上还有工单时要先转交。记录都保留,以后可以再启用。',
      confirmText: '停用',
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    }),
  )

Component({
  data: {
    ...blank,
    ...idle,
    /** '' while somebody new is invited. */
    pid: '',
    view: null as View | null,
    row: null as StaffRow | null,
    form: fresh(),
    typed: '',
    skillOptions: common.map((label) => ({ value: label, label })),
    absences: [] as ReturnType<typeof absenceRow>[],
    /** 手上的工作: what is his by name, who may take it, and what was kept back. */
    jobs: [] as Card[],
    takers: [] as { value: string; label: string }[],
    handing: freshHanding(),
    kept: [] as string[],
    away: null as ReturnType<typeof freshAbsence> | null,
    done: null as Outputs['staff.invite'] | null,
    until: '',
    today: '',
    roleOptions,
    reasons,
    large: '',
  },
  methods: {
    onLoad(query: { pid?: string }) {
      const pid = query.pid ?? ''
      wx.setNavigationBarTitle({ title: pid ? '人员' : '邀请同事' })
      this.setData({ pid, large: largeType(), today: isoDay(doorTime()) })
      void this.refresh()
    },
    async refresh() {
      const { pid } = this.data
      const asked = (): Promise<View> => (pid ? call('staff.jobs', { pid }) : call('staff.list', {}))
      await load(this, asked, { cache: pid ? `staff-${pid}` : 'staff' })
      const row = this.data.view?.items.find((one) => one.pid === this.data.pid)
      if (!row) return
      this.tell(row)
      const { items = [], jobs = [] } = this.data.view ?? {}
      this.setData({ jobs, takers: takersOf(items, row.pid) })
    },
    handed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`handing.${field}`]: event.detail.value, [`errors.${field}`]: '' })
    },
    /** One of them, or all at once. */
    async handOver(event: WechatMiniprogram.TouchEvent) {
      const { pid, handing } = this.data
      const ticket = (event.currentTarget.dataset.id as string | undefined) ?? null
      const input = { pid, ...handing, ticket }
      if (showErrors(this, inputErrors('staff.handOver', input, doorTime()))) return
      const done = await act(this, () => call('staff.handOver', input))
      if (!done) return
      const kept = done.refused.map(({ no, words }) => `${no}:${words}`)
      this.setData({ jobs: done.items, kept, handing: { ...handing, key: newKey() } })
    },
    job(event: WechatMiniprogram.TouchEvent) {
      openPath(ticketPage(event.currentTarget.dataset.id as string, 'staff'))
    },
    tell(row: StaffRow) {
      const { name, title, staffNo, base, skills, active } = row
      this.setData({
        row,
        form: { ...this.data.form, name, title, staffNo, base, skills, active },
        absences: row.absences.map(absenceRow),
      })
      this.offer()
    },
    /** Chips are the common skills and those that the person has. */
    offer() {
      const all = [...new Set([...common, ...this.data.form.skills])]
      this.setData({ skillOptions: all.map((label) => ({ value: label, label })) })
    },
    change(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      if (field === 'role' && !this.data.form.title)
        this.setData({ 'form.title': roles[event.detail.value as Role] })
    },
    skillTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value })
    },
    addSkill() {
      const skill = this.data.typed.trim()
      if (!skill) return
      this.setData({ 'form.skills': [...new Set([...this.data.form.skills, skill])], typed: '' })
      this.offer()
    },
    async save() {
      const { pid, form } = this.data
      const { skills, base, active } = form
      const input = { pid, skills, base, active }
      if (showErrors(this, inputErrors('staff.change', input, doorTime()))) return
      if (this.data.row?.active && !active && !(await sure(this.data.row.name))) return
      const answer = await act(this, () => call('staff.change', input))
      if (!answer) return
      this.tell(answer.item)
      wx.showToast({ title: '已保存', icon: 'success', duration: 1500 })
    },
    async invite() {
      const { key, name, role, title, staffNo, base, skills } = this.data.form
      const input = { key, name, role, title, staffNo, base, skills } as Inputs['staff.invite']
      if (showErrors(this, inputErrors('staff.invite', input, doorTime()))) return
      const done = await act(this, () => call('staff.invite', input))
      if (done) this.setData({ done, until: dayWords(done.until) })
    },
    copy() {
      const { done, form } = this.data
      wx.setClipboardData({
        data: `${form.name},请在机服小程序「我的 › 加入」选「厂家员工」,输入邀请码 ${done?.code ?? ''}`,
      })
    },
    another() {
      this.setData({ done: null, form: fresh() })
    },
    leave() {
      this.setData({ away: freshAbsence(), problem: null, errors: {} })
    },
    stay() {
      this.setData({ away: null })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.stay()
    },
    awayTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`away.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      const { away } = this.data
      if (field === 'from' && away && away.to < event.detail.value)
        this.setData({ 'away.to': event.detail.value })
    },
    async addAbsence() {
      const { away, pid } = this.data
      if (!away) return
      if (await this.absent({ pid, ...away, remove: false })) this.stay()
    },
    async takeBack(event: WechatMiniprogram.TouchEvent) {
      const one = this.data.absences[event.currentTarget.dataset.index as number]
      if (one)
        await this.absent({
          pid: this.data.pid,
          from: one.from,
          to: one.to,
          reason: one.reason,
          remove: true,
        })
    },
    async absent(input: Inputs['staff.absence']): Promise<boolean> {
      if (showErrors(this, inputErrors('staff.absence', input, doorTime()))) return false
      const answer = await act(this, () => call('staff.absence', input))
      if (answer) this.tell(answer.item)
      return answer !== null
    },
  },
})
