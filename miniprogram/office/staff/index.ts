import type { Outputs, StaffRow } from '../../../typings/contract'
import { dateWords, dayWords, isoDay } from '../../domain/calendar/format'
import { roles } from '../../domain/ticket/people'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'

type View = Outputs['staff.list']

/** 11月25日(周三) of a local date. */
const day = (date: string): string => dateWords(date)

/** Where somebody is, in a line: away now, away soon, or not with us any more. */
function awayOf({ active, absences }: StaffRow, today: string): string {
  if (!active) return '已停用'
  const next = absences.find((one) => one.to >= today)
  if (!next) return ''
  const until = next.from === next.to ? '' : ` 至 ${day(next.to)}`
  return next.from <= today
    ? `不在:${next.reason},到 ${day(next.to)}`
    : `${day(next.from)}${until} 不在:${next.reason}`
}

const rowOf = (one: StaffRow, today: string) => ({
  pid: one.pid,
  name: one.name,
  initial: one.name.slice(0, 1),
  active: one.active,
  about: [one.roles.map((role) => roles[role]).join('、'), one.staffNo, one.base].filter(Boolean).join(' · '),
  skills: one.skills,
  away: awayOf(one, today),
})

Component({
  data: {
    ...blank,
    view: null as View | null,
    rows: [] as ReturnType<typeof rowOf>[],
    invited: [] as { code: string; words: string }[],
    large: '',
  },
  methods: {
    onShow() {
      this.setData({ large: largeType() })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      await load(this, () => call('staff.list', {}), { cache: 'staff' })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ items, invitations }: View) {
      const today = isoDay(doorTime())
      const sorted = [...items].sort((a, b) => Number(b.active) - Number(a.active))
      this.setData({
        rows: sorted.map((one) => rowOf(one, today)),
        invited: invitations.map(({ code, name, role, until }) => ({
          code,
          words: `${name} · ${roles[role]} · ${dayWords(until)} 前有效`,
        })),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(`/office/person/index?pid=${event.currentTarget.dataset.pid as string}`)
    },
    invite() {
      openPath('/office/person/index')
    },
    copy(event: WechatMiniprogram.TouchEvent) {
      wx.setClipboardData({ data: event.currentTarget.dataset.code as string })
    },
  },
})
