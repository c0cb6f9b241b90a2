import type { SaidView } from '../../../typings/contract'
import { shortTime } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

interface Row extends SaidView {
  /** First letter of the name, for the mark. */
  initial: string
  time: string
  own: boolean
  key: string
}

Component({
  properties: {
    /** The question and its answers, oldest first. */
    said: { type: Array, value: [] as SaidView[] },
    /** Who reads: the words of his own side stand on the right. */
    side: { type: String, value: 'customer' },
    now: { type: Number, value: 0 },
  },
  data: { rows: [] as Row[] },
  observers: {
    'said, side, now'(said: SaidView[], side: string, now: number) {
      const rows = said.map((one, i) => ({
        ...one,
        initial: one.who.slice(0, 1),
        time: shortTime(one.at, now || doorTime()),
        own: one.side === side,
        key: `${i}-${one.at}`,
      }))
      this.setData({ rows })
    },
  },
})
