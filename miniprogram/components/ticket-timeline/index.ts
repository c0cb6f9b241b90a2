import type { TimelineRow } from '../../../typings/contract'
import { shortTime } from '../../domain/format'

const FIRST = 5

Component({
  properties: {
    /** Newest first. */
    rows: { type: Array, value: [] as TimelineRow[] },
  },
  data: { shown: [] as (TimelineRow & { time: string })[], hidden: 0, all: false },
  observers: {
    rows() {
      this.tell()
    },
  },
  methods: {
    tell() {
      const rows = this.data.rows as TimelineRow[]
      const now = Date.now()
      const shown = (this.data.all ? rows : rows.slice(0, FIRST)).map((row) => ({
        ...row,
        time: shortTime(row.at, now),
      }))
      this.setData({ shown, hidden: rows.length - shown.length })
    },
    unfold() {
      this.setData({ all: true })
      this.tell()
    },
  },
})
