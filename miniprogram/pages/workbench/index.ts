import type { Card, Outputs } from '../../../typings/contract'
import { shortTime } from '../../domain/calendar/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { allSentAt, onOutboxChange, outboxItems } from '../../services/outbox'
import { allSentWords, waitingWords } from '../../services/outbox-rows'
import { openPath, outboxPage } from '../../services/routes'
import { markTab } from '../../services/tab'
import { queuePage } from '../../services/queue-pages'

type View = Outputs['work.open']
/** Nine tiles in three columns, four in two: no line is left with one alone. */
const columnsOf = (count: number): number => (count === 4 ? 2 : Math.min(count, 3))
const quietWords = ({ queues }: View): string => {
  const labels = queues.filter((one) => one.count === 0 && !one.link).map((one) => one.label)
  return labels.length === 0 ? '' : `没有待办:${labels.join('、')}`
}
const endings = new WeakMap<object, () => void>()

Component({
  data: {
    ...blank,
    ...idle,
    view: null as View | null,
    today: '',
    next: '',
    /** The queues in which nothing lies, in one line. */
    quiet: '',
    columns: 3,
    first: null as { queue: string; card: Card } | null,
    open: '',
    more: {} as Record<string, Card[]>,
    after: {} as Record<string, string | null>,
    now: 0,
    outbox: '',
    large: '',
  },
  lifetimes: {
    attached() {
      endings.set(
        this,
        onOutboxChange(() => this.kept()),
      )
    },
    detached() {
      endings.get(this)?.()
    },
  },
  methods: {
    onShow() {
      markTab(this)
      this.setData({ large: largeType() })
      this.kept()
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      await load(this, () => call('work.open', {}), { cache: 'workbench' })
      const { view } = this.data
      if (view) this.tell(view)
    },
    /** What is on this phone only. */
    kept() {
      this.setData({ outbox: waitingWords(outboxItems()) || allSentWords(allSentAt()) })
    },
    look() {
      openPath(outboxPage)
    },
    tell(view: View) {
      const now = doorTime()
      const rows = view.desks.flatMap((desk) => desk.rows)
      const waiting = view.queues.reduce((sum, queue) => sum + queue.count, rows.length)
      const late = rows.filter((row) => row.overdue).length
      const overdue = view.queues.reduce((sum, queue) => sum + queue.overdue, late)
      const next = view.nextDue ? shortTime(view.nextDue, now) : ''
      const queue = view.queues.find((one) => one.items.length > 0)
      this.setData({
        now,
        next,
        quiet: quietWords(view),
        columns: columnsOf(view.entries.length),
        today: waiting === 0 ? '' : `${waiting} 件待处理${overdue ? `,${overdue} 件已超时` : ''}`,
        first: queue ? { queue: queue.key, card: queue.items[0]! } : null,
        more: {},
        after: {},
      })
    },
    open(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      openPath(
        queuePage(event.currentTarget.dataset.queue as string, event.detail.card.id, event.detail.card.kind),
      )
    },
    /** What may be begun here, beside the queues. */
    enter(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.page as string)
    },
    jump() {
      wx.pageScrollTo({ selector: '#entries', offsetTop: -16, duration: 200, fail: () => {} })
    },
    begin() {
      const { first } = this.data
      if (first) openPath(queuePage(first.queue, first.card.id, first.card.kind))
    },
    link(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.page as string)
    },
    /** The rest of a queue, page by page. */
    async rest(event: WechatMiniprogram.TouchEvent) {
      const queue = event.currentTarget.dataset.queue as string
      const known = this.data.more[queue] ?? []
      const after = this.data.after[queue] ?? undefined
      const page = await act(this, () => call('work.queue', after ? { queue, after } : { queue }))
      if (!page) return
      this.setData({ [`more.${queue}`]: [...known, ...page.items], [`after.${queue}`]: page.next })
    },
  },
})
