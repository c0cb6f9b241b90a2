import type { TimelineRow } from '../../../typings/contract'
import { clockTime, isoDay, shortTime } from '../../domain/calendar/format'
import { MINUTE } from '../../domain/calendar/units'
import { doorTime } from '../../services/door-time'

const FIRST = 5

/** 今天 10:05, or for what was recorded without a network 今天 10:05(离线记录,11:20 上传). */
function timeOf({ at, uploadedAt }: TimelineRow, now: number): string {
  const time = shortTime(at, now)
  if (!uploadedAt || uploadedAt - at < MINUTE) return time
  return `${time}(离线记录,${sameDay(at, uploadedAt) ? clockTime(uploadedAt) : shortTime(uploadedAt, now)} 上传)`
}
const sameDay = (a: number, b: number): boolean => isoDay(a) === isoDay(b)

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
      const now = doorTime()
      const shown = (this.data.all ? rows : rows.slice(0, FIRST)).map((row) => ({
        ...row,
        time: timeOf(row, now),
      }))
      this.setData({ shown, hidden: rows.length - shown.length })
    },
    unfold() {
      this.setData({ all: true })
      this.tell()
    },
  },
})
