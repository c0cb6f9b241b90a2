import { dayTime } from '../../domain/calendar/format'
import { instantOf, pickerParts } from '../../domain/calendar/days'

Component({
  properties: {
    /** Epoch ms. */
    value: { type: Number, value: 0 },
    /** What it is, for those who cannot see it: 新的完工时间. */
    label: { type: String, value: '' },
  },
  data: { date: '', time: '', words: '' },
  observers: {
    value(at: number) {
      if (at > 0) this.setData({ ...pickerParts(at), words: dayTime(at) })
    },
  },
  methods: {
    day(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.emit(event.detail.value, this.data.time)
    },
    hour(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.emit(this.data.date, event.detail.value)
    },
    emit(date: string, time: string) {
      const value = instantOf(date, time)
      if (!Number.isNaN(value)) this.triggerEvent('change', { value })
    },
  },
})
