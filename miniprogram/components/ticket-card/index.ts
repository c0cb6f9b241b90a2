import type { Card } from '../../../typings/contract'
import { kinds } from '../../domain/company/kinds'
import { doorTime } from '../../services/door-time'
import { cardLine, cardSentence, hurry, type Side } from '../../services/face-words'

/** 「V850 立式加工中心 · 报警停机」 breaks only between its two parts, and then without the dot. */
const partsOf = (title: string): string[] => title.split(' · ')

Component({
  properties: {
    card: { type: Object, value: {} as Card },
    side: { type: String, value: 'customer' },
    /** Epoch ms; 0 takes the moment of showing. A list sets it once a minute. */
    now: { type: Number, value: 0 },
  },
  data: {
    icon: '',
    kind: '',
    parts: [] as string[],
    line: { holder: '', due: '' },
    late: '',
    overdue: false,
    colour: '',
    sentence: '',
  },
  observers: {
    'card, side, now'(card: Card, side: Side, given: number) {
      if (!card.face) return
      const now = given || doorTime()
      const kind = kinds[card.kind]
      const late = hurry(card.face, side, now)
      this.setData({
        icon: kind.icon,
        kind: kind.label,
        parts: partsOf(card.title),
        line: cardLine(card.face, side, now),
        late,
        overdue: late.includes('超时'),
        colour: `cat-${late.includes('超时') ? 'overdue' : card.face.category}`,
        sentence: cardSentence(card, kind.label, side, now),
      })
    },
  },
  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.card.id, card: this.data.card })
    },
  },
})
