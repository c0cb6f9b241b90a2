import { decoded } from '../../domain/form/serial'
import type { Outputs } from '../../../typings/contract'
import { archiveKinds, type ArchiveKind } from '../../domain/archive/parts'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'

type List = Outputs['archive.list']

/** What a customer looks for in the life of his machine. */
const shown = ['visit', 'record', 'part', 'receipt', 'cost', 'survey', 'complaint', 'ledger'] as const
const kinds = ['全部', ...shown.map((kind) => archiveKinds[kind])]

Component({
  data: { ...blank, ...idle, view: null as List | null, serial: '', kinds, kind: 0, large: '' },
  methods: {
    onLoad(query: { serial?: string }) {
      this.setData({ serial: decoded(query.serial ?? ''), large: largeType() })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    onReachBottom() {
      void this.more()
    },
    filter(): { serial: string; kind?: ArchiveKind } {
      const kind = shown[this.data.kind - 1]
      return { serial: this.data.serial, ...(kind ? { kind } : {}) }
    },
    async refresh() {
      const filter = this.filter()
      await load(this, () => call('archive.list', filter), { cache: `device-${JSON.stringify(filter)}` })
    },
    async more() {
      const { view } = this.data
      if (!view?.next) return
      const after = view.next
      await act(this, async () => {
        const page = await call('archive.list', { ...this.filter(), after })
        if (this.data.view?.next === after)
          this.setData({ view: { ...page, items: [...view.items, ...page.items] } })
      })
    },
    pick(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ kind: Number(event.detail.value), phase: 'loading', view: null })
      void this.refresh()
    },
    open(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
      openPath(ticketPage(event.detail.ticketId, 'customer'))
    },
    repair() {
      openPath(`/customer/submit/index?serial=${encodeURIComponent(this.data.serial)}`)
    },
  },
})
