// A month and the ways to its neighbours; none after the current one.
import { monthAfter, monthOf, monthWords } from '../../domain/calendar/periods'
import { doorTime } from '../../services/door-time'

Component({
  properties: {
    /** 2026-11 */
    month: { type: String, value: '' },
  },
  data: { words: '', last: false },
  observers: {
    month(month: string) {
      if (month) this.setData({ words: monthWords(month), last: month >= monthOf(doorTime()) })
    },
  },
  methods: {
    before() {
      this.turn(-1)
    },
    after() {
      if (!this.data.last) this.turn(1)
    },
    turn(by: number) {
      this.triggerEvent('change', { month: monthAfter(this.data.month, by) })
    },
  },
})
