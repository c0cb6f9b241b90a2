import type { Offered } from '../../domain/door/lifecycle'
import { MINUTE } from '../../domain/calendar/units'
import { doorTime } from '../../services/door-time'

const etas = [30, 60, 120, 180].map((minutes) => ({
  value: minutes,
  label: minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`,
}))

Component({
  properties: {
    /** 出发 or 更新到达时间, null hides the sheet. */
    move: { type: null, value: null as Offered | null },
    /** Asks why it changes. */
    withReason: { type: Boolean, value: false },
    action: { type: String, value: '现在出发' },
    loading: { type: Boolean, value: false },
    /** The door's refusal, told in the sheet. */
    words: { type: String, value: '' },
  },
  data: { minutes: 60, reason: '', etas },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ minutes: event.detail.value })
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ reason: event.detail.value })
    },
    send() {
      const { minutes, reason, withReason, loading } = this.data
      if (loading) return
      const eta = doorTime() + minutes * MINUTE
      const input = withReason ? { eta, reason } : { eta }
      this.triggerEvent('submit', { move: this.data.move, input })
    },
    close() {
      this.triggerEvent('close')
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
  },
})
