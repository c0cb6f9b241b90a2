import type { Face } from '../../../typings/contract'
import { categories } from '../../domain/categories'
import { heroOf, type Hero, type Side } from '../../services/face-words'

const MINUTE = 60_000
const endings = new WeakMap<object, () => void>()

Component({
  properties: {
    face: { type: Object, value: {} },
    side: { type: String, value: 'customer' },
    /** Epoch ms; 0 takes the moment of showing. */
    now: { type: Number, value: 0 },
    /** The ticket's number, shown small beside the badge. */
    no: { type: String, value: '' },
  },
  data: { hero: null as Hero | null, colour: '', icon: '' },
  observers: {
    'face, side, now'() {
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
      const hero = heroOf(face, this.data.side as Side, this.data.now || Date.now())
      const icon = hero.overdue ? 'error-triangle-filled' : categories[face.category].icon
      this.setData({ hero, icon, colour: `cat-${hero.overdue ? 'overdue' : face.category}` })
    },
  },
})
