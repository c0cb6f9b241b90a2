import { doorTime } from '../../services/door-time'
import { freeBytes } from '../../services/files'
import { largeType } from '../../services/large'
import { isOnline, onNetwork } from '../../services/network'
import {
  allSentAt,
  discard,
  onOutboxChange,
  outboxItems,
  outboxProgress,
  retryOutbox,
} from '../../services/outbox'
import { attach, textOf } from '../../services/outbox-notes'
import { allSentWords, outboxView, sizeWords, type OutboxRow, type Stopped } from '../../services/outbox-rows'
import { dial } from '../../services/phone'

const endings = new WeakMap<object, () => void>()

Component({
  data: {
    stopped: [] as Stopped[],
    rows: [] as OutboxRow[],
    empty: '',
    free: '',
    online: true,
    progress: '',
    busy: false,
    copied: '',
    large: '',
  },
  lifetimes: {
    attached() {
      const ends = [onOutboxChange(() => this.tell()), onNetwork(() => this.tell())]
      endings.set(this, () => ends.forEach((end) => end()))
    },
    detached() {
      endings.get(this)?.()
    },
  },
  methods: {
    onShow() {
      this.setData({ large: largeType() })
      this.tell()
      void this.measure()
    },
    tell() {
      const items = outboxItems()
      const online = isOnline()
      const progress = outboxProgress()
      this.setData({
        ...outboxView(items, doorTime(), online),
        online,
        empty: items.length === 0 ? allSentWords(allSentAt()) : '',
        progress: progress ? `正在上传 ${progress.done + 1}/${progress.total}` : '',
      })
    },
    async measure() {
      const free = await freeBytes()
      this.setData({ free: free === null ? '' : sizeWords(free) })
    },
    async retry() {
      this.setData({ busy: true })
      await retryOutbox()
      this.setData({ busy: false })
      void this.measure()
    },
    chosen(event: WechatMiniprogram.TouchEvent): { lane: string; keys: string[] } {
      const lane = event.currentTarget.dataset.lane as string
      const rows = this.data.stopped.find((one) => one.lane === lane)?.rows ?? []
      return { lane, keys: rows.map(({ key }) => key) }
    },
    async attach(event: WechatMiniprogram.TouchEvent) {
      if (this.data.busy) return
      this.setData({ busy: true })
      await attach(this.chosen(event).lane)
      this.setData({ busy: false })
    },
    copy(event: WechatMiniprogram.TouchEvent) {
      const { lane, keys } = this.chosen(event)
      wx.setClipboardData({ data: textOf(keys), success: () => this.setData({ copied: lane }) })
    },
    dial() {
      dial()
    },
    giveUp(event: WechatMiniprogram.TouchEvent) {
      const { keys } = this.chosen(event)
      const items = outboxItems().filter(({ key }) => keys.includes(key))
      const files = items.reduce((sum, item) => sum + item.files.length, 0)
      wx.showModal({
        title: '放弃这些记录?',
        content: `${items.length} 条记录${files ? `和 ${files} 个照片或录音` : ''}会从手机里删除,不能恢复。`,
        confirmText: '放弃',
        cancelText: '保留',
        success: ({ confirm }) => {
          if (confirm) void discard(keys)
        },
      })
    },
  },
})
