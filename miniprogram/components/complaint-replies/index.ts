import type { ReplyView } from '../../../typings/contract'
import { shortTime } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

interface Row {
  title: string
  explanation: string
  plan: string
  answer: string
  ok: boolean
}

Component({
  properties: {
    /** Explanation and plan of each round, oldest first, with the customer's answer. */
    replies: { type: Array, value: [] as ReplyView[] },
    side: { type: String, value: 'staff' },
    now: { type: Number, value: 0 },
  },
  data: { rows: [] as Row[] },
  observers: {
    'replies, side, now'(replies: ReplyView[], side: string, given: number) {
      const now = given || doorTime()
      this.setData({
        rows: replies.map(({ by, at, explanation, plan, answer }, i) => ({
          title: `第 ${i + 1} 次答复 · ${by} ${shortTime(at, now)}`,
          explanation,
          plan,
          answer: answer
            ? `${answer.by} ${answer.ok ? '接受了方案' : `不接受:${answer.note}`}(${shortTime(answer.at, now)})`
            : side === 'customer'
              ? '等您确认'
              : '等客户确认',
          ok: answer?.ok ?? false,
        })),
      })
    },
  },
})
