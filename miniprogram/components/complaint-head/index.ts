import type { ComplaintView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

interface Line {
  icon: string
  words: string
}

Component({
  properties: {
    /** How far a complaint is, that it is the same problem again, and who above was told. */
    complaint: { type: null, value: null as ComplaintView | null },
    side: { type: String, value: 'staff' },
    now: { type: Number, value: 0 },
  },
  data: { lines: [] as Line[], badge: '', promise: '', earlier: [] as { id: string; no: string }[] },
  observers: {
    'complaint, side, now'(complaint: ComplaintView | null, side: string, given: number) {
      if (!complaint) return
      const now = given || doorTime()
      const { raised, quality, repeat, called } = complaint
      // before the call the answer block tells of the call only
      const waits = side === 'customer' && !called && complaint.steps.some((step) => step.current)
      this.setData({
        promise: waits ? `最晚 ${dayTime(complaint.planBy)} 给出处理方案` : '',
        badge: repeat?.words ?? '',
        earlier: repeat?.earlier ?? [],
        lines: [
          ...raised.map(({ words, at }) => ({ icon: 'user', words: `${words}(${shortTime(at, now)})` })),
          ...(quality ? [{ icon: 'verify', words: quality }] : []),
        ],
      })
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id as string })
    },
  },
})
