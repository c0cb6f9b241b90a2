import { instantOf, pickerParts } from '../../domain/calendar/days'
import { dayWords } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

Component({
  properties: {
    /** Epoch ms; 0 when nothing is chosen. */
    value: { type: Number, value: 0 },
    /** What the time is of, for those who cannot see it: 到达. */
    label: { type: String, value: '' },
  },
  data: { date: '', time: '', day: '' },
  observers: {
    value(at: number) {
      const parts = at ? pickerParts(at) : { date: '', time: '' }
      this.setData({ ...parts, day: at ? dayWords(at) : '' })
    },
  },
  methods: {
    pick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const parts = { ...pickerParts(this.data.value || doorTime()) }
      parts[event.currentTarget.dataset.part as 'date' | 'time'] = event.detail.value
      this.triggerEvent('change', { value: instantOf(parts.date, parts.time) })
    },
  },
})
