import type { Outputs } from '../../../typings/contract'
import { archiveKinds, type ArchiveKind } from '../../domain/archive/parts'
import { isTicketNumber } from '../../domain/archive/archive'
import { dayWords, isoDay } from '../../domain/calendar/format'
import type { Inputs } from '../../domain/door/inputs'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { exportSheet, noExport } from '../../services/export'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'

type List = Outputs['archive.list']
type Found = Outputs['archive.companies']['items'][number]
type Filter = Omit<Inputs['archive.list'], 'after'>

/** Whose archive is open; '' is everybody's. */
interface Scope {
  companyId: string
  serial: string
  title: string
  about: string
}
const everybody: Scope = { companyId: '', serial: '', title: '', about: '' }
const kinds = ['全部类别', ...Object.values(archiveKinds)]
const kindAt = (index: number): ArchiveKind | '' =>
  (Object.keys(archiveKinds) as ArchiveKind[])[index - 1] ?? ''

Component({
  data: {
    ...blank,
    ...idle,
    ...noExport,
    view: null as List | null,
    scope: everybody,
    /** Customers that fit what was typed, while one is chosen. */
    found: null as Found[] | null,
    typed: '',
    search: '',
    kinds,
    kind: 0,
    from: '',
    to: '',
    today: '',
    reached: '',
    large: '',
  },
  methods: {
    onLoad(query: { companyId?: string; serial?: string }) {
      const { companyId = '', serial = '' } = query
      this.setData({
        scope: { ...everybody, companyId, serial },
        today: isoDay(doorTime()),
        large: largeType(),
      })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    onReachBottom() {
      void this.more()
    },
    /** What the screen shows, and so what is exported. */
    filter(): Filter {
      const { scope, kind, from, to, search } = this.data
      const asked = { companyId: scope.companyId, serial: scope.serial, kind: kindAt(kind), from, to, search }
      return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) as Filter
    },
    async refresh() {
      const filter = this.filter()
      const cache = `archive-${JSON.stringify(filter)}`
      const view = await load(this, () => call('archive.list', filter), { cache })
      if (view) this.tell(view)
    },
    tell({ companyName, machine, reached }: List) {
      const { scope } = this.data
      const title = machine ? [machine.model, machine.nickname].filter(Boolean).join(' · ') : companyName
      const about = machine ? [companyName, machine.serial].filter(Boolean).join(' · ') : '全部设备'
      const named =
        scope.companyId || scope.serial ? { ...scope, title: title || scope.title, about } : everybody
      this.setData({ scope: named, reached: reached === null ? '' : dayOf(reached) })
    },
    async more() {
      const { view } = this.data
      if (!view?.next) return
      const after = view.next
      await act(this, async () => {
        const page = await call('archive.list', { ...this.filter(), after })
        if (this.data.view?.next !== after) return
        this.setData({
          view: { ...page, items: [...view.items, ...page.items] },
          reached: page.reached === null ? '' : dayOf(page.reached),
        })
      })
    },
    type(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value.trim() })
    },
    /** In one archive words are looked for; before, whose it is. A whole number is found anywhere. */
    async seek() {
      const { typed, scope } = this.data
      const inside = scope.companyId !== '' || scope.serial !== '' || isTicketNumber(typed)
      if (!inside && typed !== '') {
        const answer = await act(this, () => call('archive.companies', { search: typed }))
        if (answer) this.setData({ found: answer.items })
        return
      }
      this.apply({ search: typed })
    },
    clear() {
      this.apply({ typed: '', search: '' })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { company, serial = '' } = event.currentTarget.dataset as { company: Found; serial?: string }
      this.apply({
        scope: { ...everybody, companyId: company.id, serial, title: company.name },
        typed: '',
        search: '',
      })
    },
    everyone() {
      this.apply({ scope: everybody, typed: '', search: '' })
    },
    pickKind(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.apply({ kind: Number(event.detail.value) })
    },
    pickFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.apply({ from: event.detail.value })
    },
    pickTo(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.apply({ to: event.detail.value })
    },
    unfilter() {
      this.apply({ kind: 0, from: '', to: '', typed: '', search: '' })
    },
    apply(change: Record<string, unknown>) {
      this.setData({ ...noExport, ...change, found: null, problem: null, phase: 'loading', view: null })
      void this.refresh()
    },
    open(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
      openPath(ticketPage(event.detail.ticketId, 'staff'))
    },
    async exportAll() {
      await exportSheet(this, { what: 'archive', filter: this.filter() })
    },
  },
})

const dayOf = (at: number): string => `${isoDay(at).slice(0, 4)}年${dayWords(at)}`
