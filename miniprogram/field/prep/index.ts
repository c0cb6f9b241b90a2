import type { TicketView, VisitView } from '../../../typings/contract'
import type { PrepItem } from '../../domain/company/checklists'
import { clockTime, dayTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { offerOf, postMove } from '../../services/moving'
import type { Posted } from '../../services/outbox'
import { goBack, openPath } from '../../services/routes'
import { groupsOf, merged, tickedOf, type Ticked } from './list'

const reasons = ['仓库没有', '未到货', '被借走', '没有资料'].map((one) => ({ value: one, label: one }))
/** One sending after the other, so that a later list is never overtaken by an earlier one. */
let last: Promise<unknown> = Promise.resolve()

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    items: [] as PrepItem[],
    groups: [] as ReturnType<typeof groupsOf>,
    left: 0,
    arrive: '',
    /** Ticked here and not yet sent. */
    dirty: false,
    saved: '',
    said: '',
    lacking: null as PrepItem | null,
    why: '',
    reasons,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      this.setData({ id: query.id ?? '', v: query.v ?? '', large: largeType() })
      void this.refresh()
    },
    onHide() {
      this.leave()
    },
    onUnload() {
      this.leave()
    },
    leave() {
      flushDrafts()
      if (this.data.dirty && this.data.offer) this.send().catch(() => {})
    },
    name(): string {
      return `prep-${this.data.id}-${this.data.v}`
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const { v } = this.data
      const visit = ticket.visits.find((one) => one.id === v) ?? ticket.visits[ticket.visits.length - 1]
      if (!visit) return
      const kept = loadDraft<Ticked>(this.name())
      this.setData({
        visit,
        offer: offerOf(ticket, 'prepare', visit.id),
        arrive: dayTime(visit.arriveBy),
        dirty: kept !== null,
        saved: kept ? `已恢复 ${clockTime(kept.savedAt)} 未提交的勾选` : '',
      })
      this.show(merged(visit.inside?.prep ?? [], kept?.value ?? null))
    },
    show(items: PrepItem[]) {
      const left = items.filter((item) => !item.done).length
      this.setData({ items, groups: groupsOf(items), left })
    },
    put(id: string, change: Partial<PrepItem>) {
      this.show(this.data.items.map((item) => (item.id === id ? { ...item, ...change } : item)))
      this.setData({ dirty: true, saved: '', said: '' })
      saveDraft(this.name(), { key: newKey(), ...tickedOf(this.data.items) })
    },
    tick(event: WechatMiniprogram.TouchEvent) {
      const item = this.find(event)
      if (item && this.data.offer) this.put(item.id, { done: !item.done, missing: '' })
    },
    lack(event: WechatMiniprogram.TouchEvent) {
      const item = this.find(event)
      if (item) this.setData({ lacking: item, why: item.missing, problem: null, errors: {} })
    },
    find(event: WechatMiniprogram.TouchEvent): PrepItem | undefined {
      return this.data.items.find((item) => item.id === (event.currentTarget.dataset.id as string))
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ why: event.detail.value, errors: {} })
    },
    close() {
      this.setData({ lacking: null })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    async tellOffice() {
      const { lacking, why } = this.data
      if (!lacking) return
      if (!why.trim()) return this.setData({ errors: { why: '请写明缺什么' } })
      this.put(lacking.id, { done: false, missing: why.trim() })
      if (await this.save('已告诉内勤')) this.close()
    },
    manuals() {
      openPath(`/field/manual/index?id=${this.data.id}`)
    },
    async done() {
      const { left, items } = this.data
      if (!left) void askConsent(asksOfStaff)
      if (!(await this.save(left ? '已保存' : '准备完成'))) return
      if (!left) return goBack()
      const names = items.filter((item) => !item.done).map((item) => item.label)
      this.setData({ said: `还不能出发,还差:${names.join('、')}` })
    },
    async save(words: string): Promise<boolean> {
      const done = await act(this, () => this.send())
      if (!done) return false
      wx.showToast({
        title: done.state === 'sent' ? words : '已保存,联网后提交',
        duration: 1500,
        icon: 'none',
      })
      if (done.state === 'sent') this.setData({ view: { ticket: done.output.ticket } })
      return true
    },
    /** The whole list under the key of its last tick: sending it again changes nothing. */
    send(): Promise<Posted<'ticket.move'>> {
      const { id, offer, items } = this.data
      const kept = loadDraft<Ticked>(this.name())?.value
      const key = kept?.key ?? newKey()
      const given = { key, input: tickedOf(items), files: [], title: '准备清单' }
      const sending = last.then(() => postMove(id, 'prepare', offer?.visit ?? null, given))
      last = sending.catch(() => {})
      return sending.then((posted) => {
        const latest = loadDraft<Ticked>(this.name())?.value.key === key
        if (posted.state === 'sent' && latest) {
          clearDraft(this.name())
          this.setData({ dirty: false })
        }
        return posted
      })
    },
  },
})
