import type { CompanyFound } from '../../../typings/contract'
import { clockTime, isoDay } from '../../domain/calendar/format'
import { kinds } from '../../domain/company/kinds'
import { act, idle, showErrors } from '../../services/act'
import { call, RefusedError } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { largeType } from '../../services/large'
import { post } from '../../services/outbox'
import { openPath, ticketPage } from '../../services/routes'
import { choices, entryOf, fieldOf, fresh, missing, troubles, type Form } from './form'

const DRAFT = 'intake'
/** A number that this reader sees whole; masked, it is left to the door. */
const readable = (phone: string): string => (phone.includes('*') ? '' : phone)
const EMPTY = { words: '', ticket: '' }

Component({
  data: {
    ...idle,
    ...choices,
    form: fresh(0),
    /** The one source that is open here, '' for all. */
    only: '',
    search: '',
    found: null as CompanyFound[] | null,
    machine: null as CompanyFound['equipment'][number] | null,
    /** The open ticket of the same machine, while it is asked about. */
    similar: EMPTY,
    /** Who of ours served this company: a complaint may be about one of them. */
    persons: [] as { value: string; label: string }[],
    /** Whose number is used when none is typed. */
    ownPhone: '',
    left: 0,
    restored: '',
    today: '',
    large: '',
  },
  methods: {
    onLoad(query: { only?: string }) {
      const now = Date.now()
      const only = query.only ?? ''
      const kept = loadDraft<Form>(DRAFT)
      if (only) wx.setNavigationBarTitle({ title: '发工作联系函' })
      this.setData({
        only,
        today: isoDay(now),
        large: largeType(),
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      this.fill({ ...fresh(now, only), ...kept?.value, ...(only ? { source: only } : {}) })
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    fill(form: Form) {
      const owner = form.company?.people.find(({ pid }) => pid === form.ownerPid)
      const machine = form.company?.equipment.find((one) => one.id === form.equipmentId) ?? null
      const before = this.data.form
      this.setData({
        form,
        machine,
        ownPhone: owner ? `不填就用登记的 ${owner.phone}` : '',
        left: missing(form, Date.now()),
      })
      const asks = form.kind === 'complaint' && form.company !== null
      if (asks && (before.kind !== form.kind || before.company?.id !== form.company?.id)) void this.who()
    },
    async who() {
      const companyId = this.data.form.company?.id ?? null
      const found = await act(this, () => call('complaint.about', { companyId }))
      if (!found || companyId !== this.data.form.company?.id) return
      const people = found.people.map(({ pid, name, title }) => ({ value: pid, label: `${name}(${title})` }))
      this.setData({ persons: [{ value: '', label: '不涉及个人' }, ...people] })
    },
    put(change: Partial<Form>) {
      this.fill({ ...this.data.form, ...change })
      saveDraft(DRAFT, this.data.form)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as keyof Form
      const row = field === 'date' || field === 'time' ? 'requestedAt' : field
      this.setData({ [`errors.${row}`]: '', ...(field === 'media' ? { 'errors.description': '' } : {}) })
      this.put({ [field]: event.detail.value })
    },
    searched(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ search: event.detail.value, 'errors.company': '' })
    },
    async find() {
      const search = this.data.search.trim()
      if (!search) return showErrors(this, { company: '请输入企业名称或设备序列号' })
      const answer = await act(this, () => call('company.find', { search }))
      if (!answer) return
      this.setData({ found: answer.items })
      if (answer.items.length === 1) this.take(answer.items[0]!)
    },
    pick(event: WechatMiniprogram.TouchEvent) {
      const company = this.data.found?.[event.currentTarget.dataset.index as number]
      if (company) this.take(company)
    },
    /** A serial that was searched for is the machine that is meant. */
    take(company: CompanyFound) {
      const serial = this.data.search.trim().toUpperCase()
      const named = company.equipment.find((one) => one.serial === serial)
      const only = company.equipment.length === 1 ? company.equipment[0] : undefined
      this.setData({ found: null, 'errors.company': '' })
      this.put({ company, equipmentId: (named ?? only)?.id ?? '', ownerPid: '' })
    },
    change() {
      this.setData({ found: null, search: '' })
      this.put({ company: null, equipmentId: '', ownerPid: '', contactName: '', contactPhone: '' })
    },
    machineTapped(event: WechatMiniprogram.TouchEvent) {
      this.setData({ 'errors.equipmentId': '' })
      this.put({ equipmentId: event.currentTarget.dataset.id as string })
    },
    /** Tapped again, the person is somebody else who is typed. */
    person(event: WechatMiniprogram.TouchEvent) {
      const { form } = this.data
      const one = form.company?.people.find(({ pid }) => pid === event.currentTarget.dataset.pid)
      if (!one || one.pid === form.ownerPid) return this.put({ ownerPid: '' })
      this.setData({ 'errors.contactName': '', 'errors.contactPhone': '' })
      this.put({ ownerPid: one.pid, contactName: one.name, contactPhone: readable(one.phone) })
    },
    clear() {
      clearDraft(DRAFT)
      this.setData({ restored: '', errors: {}, search: '', found: null })
      this.fill(fresh(Date.now(), this.data.only))
    },
    async submit() {
      await this.send(false)
    },
    async despite() {
      this.setData({ similar: EMPTY })
      await this.send(true)
    },
    async send(despite: boolean) {
      const { form, machine } = this.data
      if (showErrors(this, troubles(form, Date.now()))) return
      const input = entryOf(form, despite)
      const title = `代客登记 ${kinds[form.kind].label} ${machine?.model ?? ''}`
      const done = await act(this, () =>
        this.placed(post({ action: 'ticket.enter', input, files: form.media, title })),
      )
      if (!done) return
      clearDraft(DRAFT)
      if (done.state === 'sent') wx.redirectTo({ url: ticketPage(done.output.id, 'staff', form.kind) })
      else wx.redirectTo({ url: `/customer/done/index?key=${form.key}` })
    },
    /** An open ticket of the machine is a question, not a trouble; other troubles stand at their rows. */
    async placed<T>(work: Promise<T>): Promise<T | null> {
      try {
        return await work
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        const { refusal, requestId } = error
        if (refusal.code === 'SIMILAR_OPEN') {
          this.setData({ similar: { words: refusal.words, ticket: refusal.ticket ?? '' } })
          return null
        }
        const fields = Object.entries(refusal.fields ?? {}).map(([path, words]) => [fieldOf(path), words])
        throw new RefusedError({ ...refusal, fields: Object.fromEntries(fields) }, requestId)
      }
    },
    see() {
      const { ticket } = this.data.similar
      this.setData({ similar: EMPTY })
      openPath(ticketPage(ticket, 'staff'))
    },
    close() {
      this.setData({ similar: EMPTY })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
  },
})
