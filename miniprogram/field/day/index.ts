import type { TicketView, VisitView } from '../../../typings/contract'
import { clockTime, dayWords, isoDay } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfStaff } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { offerOf, postMove } from '../../services/moving'
import { goBack } from '../../services/routes'

const fresh = () => ({ key: newKey(), done: '', tomorrow: '', blockers: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>
interface Sent {
  time: string
  done: string
  tomorrow: string
  blockers: string
}

function sentOn(visit: VisitView | undefined, day: string): Sent | null {
  const found = visit?.days.find((one) => one.day === day)
  return found ? { ...found, time: clockTime(found.at) } : null
}

/** The photos carry their day, so that the customer sees them under it. */
const inputOf = ({ key: _key, media, ...rest }: Form, day: string) => ({
  ...rest,
  media: announced(media.map((one) => ({ ...one, slot: `日报 ${day}` }))),
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    offer: null as Offered | null,
    sent: null as Sent | null,
    day: '',
    title: '',
    form: fresh(),
    restored: '',
    missing: '今天完成、明天安排',
    large: '',
  },
  observers: {
    'form.**'({ done, tomorrow }: Form) {
      const gaps = [!done.trim() && '今天完成', !tomorrow.trim() && '明天安排']
      this.setData({ missing: gaps.filter(Boolean).join('、') })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const now = doorTime()
      const { id = '', v = '' } = query
      this.setData({ id, v, day: isoDay(now), title: dayWords(now), large: largeType() })
      const kept = loadDraft<Form>(this.draft())
      if (kept) this.setData({ form: kept.value, restored: clockTime(kept.savedAt) })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    draft(): string {
      return `day-${this.data.id}-${this.data.day}`
    },
    async refresh() {
      const { id, v, day } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      const ticket = this.data.view?.ticket
      if (!ticket) return
      const visit = ticket.visits.find((one) => one.id === v) ?? ticket.visits[ticket.visits.length - 1]
      this.setData({ offer: offerOf(ticket, 'dayReport', v), sent: sentOn(visit, day) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(this.draft(), this.data.form)
    },
    async send() {
      const { id, v, form, day } = this.data
      const input = inputOf(form, day)
      if (showErrors(this, moveErrors('dayReport', input, doorTime()))) return
      void askConsent(asksOfStaff)
      const given = { key: form.key, input, files: form.media, title: '日报' }
      const done = await act(this, () => postMove(id, 'dayReport', v || null, given))
      if (!done) return
      clearDraft(this.draft())
      const title = done.state === 'sent' ? '日报已发给客户' : '已保存,联网后提交'
      wx.showToast({ title, icon: 'success', duration: 1500 })
      goBack()
    },
    back() {
      goBack()
    },
  },
})
