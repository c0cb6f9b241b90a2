import { cachedSession, onSession, openSession, type Session } from '../services/session'

interface Entry {
  path: string
  label: string
  icon: string
  staffOnly?: boolean
}

const entries: readonly Entry[] = [
  { path: 'pages/home/index', label: '首页', icon: 'home' },
  { path: 'pages/tickets/index', label: '工单', icon: 'view-list' },
  { path: 'pages/workbench/index', label: '工作台', icon: 'work', staffOnly: true },
  { path: 'pages/equipment/index', label: '设备', icon: 'precise-monitor' },
  { path: 'pages/me/index', label: '我的', icon: 'user' },
]

/** What stands on the bar for a person; a hidden entry is a convenience, never authorisation. */
function entriesFor(session: Session | null) {
  const staff = session?.me.side === 'staff'
  return entries
    .filter((entry) => staff || !entry.staffOnly)
    .map((entry) => ({ ...entry, badge: badgeOf(entry.path, session) }))
}

function badgeOf(path: string, session: Session | null): string {
  const count =
    path === 'pages/workbench/index' ? session?.waiting : path === 'pages/me/index' ? session?.unread : 0
  if (!count) return ''
  return count > 99 ? '99+' : String(count)
}

// The listener's end, per bar: each tab page has a bar of its own.
const endings = new WeakMap<object, () => void>()

Component({
  data: { path: '', entries: entriesFor(cachedSession()) },
  lifetimes: {
    attached() {
      this.mark()
      // a first start on another tab than 首页: who this is is not known yet
      if (!cachedSession()) openSession().catch(() => null)
      endings.set(
        this,
        onSession((session) => this.setData({ entries: entriesFor(session) })),
      )
    },
    detached() {
      endings.get(this)?.()
    },
  },
  pageLifetimes: {
    show() {
      this.mark()
    },
  },
  methods: {
    /** Shows which tab this bar stands under. */
    mark() {
      const pages = getCurrentPages()
      this.setData({ path: pages[pages.length - 1]?.route ?? '', entries: entriesFor(cachedSession()) })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      wx.switchTab({ url: `/${event.currentTarget.dataset.path as string}` })
    },
  },
})
