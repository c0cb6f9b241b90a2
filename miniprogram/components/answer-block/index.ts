import type { Face, TicketView } from '../../../typings/contract'
import { categories } from '../../domain/company/categories'
import { doorTime } from '../../services/door-time'
import { escalatedWords, heroOf, type Hero, type Side } from '../../services/face-words'
import { MINUTE } from '../../domain/calendar/units'

type Escalated = NonNullable<TicketView['escalated']>
const endings = new WeakMap<object, () => void>()

Component({
  properties: {
    face: { type: Object, value: {} },
    side: { type: String, value: 'customer' },
    /** Epoch ms; 0 takes the moment of showing. */
    now: { type: Number, value: 0 },
    /** The ticket's number, shown small beside the badge. */
    no: { type: String, value: '' },
    /** Whom it was reported to when it got late: { to, at, answerBy }. */
    escalated: { type: null, value: null as Escalated | null },
  },
  data: { hero: null as Hero | null, colour: '', icon: '', reported: '' },
  observers: {
    'face, side, now, escalated'() {
      this.tell()
    },
  },
  lifetimes: {
    attached() {
      const timer = setInterval(() => this.tell(), MINUTE)
      endings.set(this, () => clearInterval(timer))
    },
    detached() {
      endings.get(this)?.()
    },
  },
  methods: {
    /** The times are words, told anew once a minute. */
    tell() {
      const face = this.data.face as Face
      if (!face.words) return
      const now = this.data.now || doorTime()
      const side = this.data.side as Side
      const hero = heroOf(face, side, now)
      const icon = hero.overdue ? 'error-triangle-filled' : categories[face.category].icon
      const reported = escalatedWords(this.data.escalated, face, side, now)
      this.setData({ hero, icon, reported, colour: `cat-${hero.overdue ? 'overdue' : face.category}` })
    },
  },
})
