import type { Card, Outputs } from '../../../typings/contract'
import { inputErrors } from '../../domain/door/inputs'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { offerOf } from '../../services/moving'
import { openPath, ticketPage } from '../../services/routes'

const reasons = ['同一台设备同一个问题', '客户重复提交', '同事已报过'].map((label) => ({
  value: label,
  label,
}))

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as Outputs['ticket.similar'] | null,
    /** The ticket that takes this one in, while it is asked for. */
    into: null as Card | null,
    mayMerge: false,
    form: { key: newKey(), reason: reasons[0]!.value },
    reasons,
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      const view = await load(this, () => call('ticket.similar', { id }), { cache: `similar-${id}` })
      if (view) this.setData({ mayMerge: offerOf(view.ticket, 'mergeInto') !== null, now: doorTime() })
    },
    open(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      openPath(ticketPage(event.detail.card.id, 'staff', event.detail.card.kind))
    },
    ask(event: WechatMiniprogram.TouchEvent) {
      const into = this.data.view?.open[event.currentTarget.dataset.index as number] ?? null
      this.setData({ into, problem: null, errors: {} })
    },
    close() {
      this.setData({ into: null })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.reason': event.detail.value, errors: {} })
    },
    async merge() {
      const { id, into, form } = this.data
      if (!into) return
      const input = { id, into: into.id, ...form }
      if (showErrors(this, inputErrors('ticket.merge', input, doorTime()))) return
      const done = await act(this, () => call('ticket.merge', input))
      if (!done) return
      wx.showToast({ title: '已合并', icon: 'success', duration: 1500 })
      wx.redirectTo({ url: ticketPage(done.ticket.id, 'staff', done.ticket.kind) })
    },
  },
})
