import type { InboxRow, Outputs } from '../../../typings/contract'
import { clockTime, dayWords } from '../../domain/calendar/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'
import { amendSession } from '../../services/session'

type View = Outputs['inbox.list']
type Row = InboxRow & { time: string; note: string }
interface Day {
  day: string
  rows: Row[]
}

const notes: Record<InboxRow['push'], string> = {
  sent: '',
  waiting: '',
  retry: '微信没有收下,正在重新推送',
  quiet: '夜间不打扰,早上再推送到微信',
  'no-credit': '未能推送到微信,已在此提醒',
  failed: '未能推送到微信,已在此提醒',
}

function byDay(items: readonly InboxRow[]): Day[] {
  const days: Day[] = []
  for (const item of items) {
    const day = dayWords(item.at)
    const row = { ...item, time: clockTime(item.at), note: notes[item.push] }
    const last = days[days.length - 1]
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

Component({
  data: { ...blank, ...idle, view: null as View | null, days: [] as Day[], large: '' },
  methods: {
    onLoad() {
      this.setData({ large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, () => call('inbox.list', {}), { cache: 'inbox' })
      this.tell(this.data.view)
    },
    tell(view: View | null) {
      this.setData({ days: byDay(view?.items ?? []) })
      if (view) amendSession({ unread: view.unread })
    },
    async more() {
      const { view } = this.data
      if (!view?.next) return
      const page = await act(this, () => call('inbox.list', { after: view.next! }))
      if (!page) return
      const next = { ...page, items: [...view.items, ...page.items] }
      this.setData({ view: next })
      this.tell(next)
    },
    async open(event: WechatMiniprogram.TouchEvent) {
      const { id, page } = event.currentTarget.dataset as { id: string; page: string }
      openPath(page)
      await this.read([id])
    },
    all() {
      void this.read((this.data.view?.items ?? []).filter((row) => !row.read).map((row) => row.id))
    },
    async read(ids: string[]) {
      if (ids.length === 0) return
      const done = await act(this, () => call('inbox.read', { ids: ids.slice(0, 50) }))
      const { view } = this.data
      if (!done || !view) return
      const items = view.items.map((row) => (ids.includes(row.id) ? { ...row, read: true } : row))
      this.setData({ view: { ...view, items, unread: done.unread } })
      this.tell({ ...view, items, unread: done.unread })
    },
  },
})
