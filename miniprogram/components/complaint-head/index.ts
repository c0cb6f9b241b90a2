import type { ComplaintView } from '../../../typings/contract'
import { shortTime } from '../../domain/format'

interface Line {
  icon: string
  words: string
}

Component({
  properties: {
    /** How far a complaint is, that it is the same problem again, and who above was told. */
    complaint: {
      type: Object,
      optionalTypes: [null as unknown as ObjectConstructor],
      value: null as unknown as ComplaintView,
    },
    now: { type: Number, value: 0 },
  },
  data: { lines: [] as Line[], badge: '', earlier: [] as { id: string; no: string }[] },
  observers: {
    'complaint, now'(complaint: ComplaintView | null, given: number) {
      if (!complaint) return
      const now = given || Date.now()
      const { raised, quality, repeat } = complaint
      this.setData({
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
