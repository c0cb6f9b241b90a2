import { isOnline, onNetwork } from '../../services/network'
import { onOutboxChange, outboxItems, type OutboxItem } from '../../services/outbox'

const endings = new WeakMap<object, () => void>()

/** How many entries and files still wait to be sent. */
const waiting = (items: OutboxItem[]) =>
  items.reduce((sum, item) => sum + item.files.length + (item.state === 'files' ? 0 : 1), 0)

Component({
  properties: {
    /** 10:42 of the content shown, '' when it is not a kept one. */
    cachedAt: { type: String, value: '' },
    /** Shows a form's words instead of a list's. */
    form: { type: Boolean, value: false },
    /** Set by a page whose load failed without a network. */
    offline: { type: Boolean, value: false },
  },
  data: { down: false, waiting: 0 },
  lifetimes: {
    attached() {
      this.setData({ down: !isOnline(), waiting: waiting(outboxItems()) })
      const ends = [
        onNetwork((online) => this.setData({ down: !online })),
        onOutboxChange((items) => this.setData({ waiting: waiting(items) })),
      ]
      endings.set(this, () => ends.forEach((end) => end()))
    },
    detached() {
      endings.get(this)?.()
    },
  },
})
