import type { Leg } from '../../domain/ticket/parts'
import { shortTime } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

Component({
  properties: {
    legs: { type: Array, value: [] as Leg[] },
    /** 原路线, 新路线; '' shows none. */
    title: { type: String, value: '' },
    /** Set apart from the one beside it. */
    fresh: { type: Boolean, value: false },
  },
  data: { rows: [] as { way: string; by: string; at: string }[] },
  observers: {
    legs(legs: Leg[]) {
      const now = doorTime()
      const rows = legs.map(({ from, to, by, departAt }) => ({
        way: `${from} → ${to}`,
        by,
        at: shortTime(departAt, now),
      }))
      this.setData({ rows })
    },
  },
})
