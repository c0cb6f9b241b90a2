import { clockTime } from '../../domain/calendar/format'
import { isOnline, onNetwork } from '../../services/network'
import { onOutboxChange, outboxItems, outboxProgress } from '../../services/outbox'
import { waitingWords } from '../../services/outbox-rows'
import { openPath, outboxPage } from '../../services/routes'
import { lastAnswer } from '../../services/synced'

const endings = new WeakMap<object, () => void>()
const clocks = new WeakMap<object, ReturnType<typeof setTimeout>>()
/** How long 「全部已上传」 stays. */
const GLAD = 5000

Component({
  properties: {
    /** 10:42 of the content shown, '' when it is not a kept one. */
    cachedAt: { type: String, value: '' },
    /** Shows a form's words instead of a list's. */
    form: { type: Boolean, value: false },
    /** Set by a page whose load failed without a network. */
    offline: { type: Boolean, value: false },
    /** This is the outbox itself: no way there is shown. */
    here: { type: Boolean, value: false },
  },
  data: {
    down: false,
    /** 3 项待上传(照片 2、我已到达 1) */
    waiting: '',
    stopped: false,
    /** 正在上传 1/3 */
    progress: '',
    /** Something has gone up since the outbox was last empty. */
    going: false,
    synced: '',
    glad: false,
  },
  lifetimes: {
    attached() {
      const ends = [onNetwork(() => this.tell()), onOutboxChange(() => this.tell())]
      endings.set(this, () => ends.forEach((end) => end()))
      this.tell()
    },
    detached() {
      endings.get(this)?.()
      stopClock(this)
    },
  },
  methods: {
    tell() {
      const items = outboxItems()
      const progress = outboxProgress()
      const down = !isOnline()
      const going = this.data.going || progress !== null
      if (going && items.length === 0) this.rejoice()
      this.setData({
        going: going && items.length > 0,
        down,
        waiting: waitingWords(items),
        stopped: items.some((item) => item.state === 'refused'),
        progress: !down && progress ? `${Math.min(progress.done + 1, progress.total)}/${progress.total}` : '',
        synced: lastAnswer() ? clockTime(lastAnswer()) : '',
      })
    },
    rejoice() {
      this.setData({ glad: true })
      stopClock(this)
      clocks.set(
        this,
        setTimeout(() => this.setData({ glad: false }), GLAD),
      )
    },
    look() {
      openPath(outboxPage)
    },
  },
})

function stopClock(banner: object): void {
  const clock = clocks.get(banner)
  if (clock !== undefined) clearTimeout(clock)
}
