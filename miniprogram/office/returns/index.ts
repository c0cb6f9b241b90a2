import type { Outputs, ReturnRow } from '../../../typings/contract'
import { dayWords } from '../../domain/calendar/format'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'

type Row = ReturnRow & { when: string }
const rowsOf = (items: readonly ReturnRow[]): Row[] =>
  items.map((item) => ({
    ...item,
    when: `${item.due ? '应在' : ''} ${dayWords(item.dueAt)} ${item.due ? '前回访' : '回访'}`.trim(),
  }))

Component({
  data: {
    ...blank,
    ...idle,
    view: null as Outputs['return.list'] | null,
    due: [] as Row[],
    coming: [] as Row[],
    after: null as string | null,
    large: '',
  },
  methods: {
    onLoad() {
      this.setData({ large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, () => call('return.list', {}), { cache: 'returns' })
      if (this.data.view) this.show(this.data.view.items, this.data.view.next)
    },
    show(items: readonly ReturnRow[], after: string | null) {
      const rows = rowsOf(items)
      this.setData({
        due: rows.filter((row) => row.due),
        coming: rows.filter((row) => !row.due),
        after,
      })
    },
    async more() {
      const { after, due, coming } = this.data
      const page = await act(this, () => call('return.list', after ? { after } : {}))
      if (page) this.show([...due, ...coming, ...page.items], page.next)
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(`/office/machine-visit/index?id=${event.currentTarget.dataset.id as string}`)
    },
  },
})
