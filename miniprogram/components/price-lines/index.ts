import { yuan } from '../../domain/calendar/format'
import { total, type PriceLine } from '../../domain/ticket/parts'

Component({
  properties: {
    /** Lines with a price, whole yuan. */
    lines: { type: Array, value: [] as PriceLine[] },
    /** Says so instead of a sum: 本项免费(三包期内). */
    free: { type: String, value: '' },
    /** A quiet line under the sum: 含税,完工后开票. */
    note: { type: String, value: '' },
  },
  data: { rows: [] as { name: string; amount: string }[], sum: '' },
  observers: {
    lines(lines: PriceLine[]) {
      const rows = lines.map(({ name, amount }) => ({ name, amount: yuan(amount) }))
      this.setData({ rows, sum: yuan(total(lines)) })
    },
  },
})
