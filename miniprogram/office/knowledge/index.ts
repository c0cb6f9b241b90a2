import type { KnowledgeRow, Outputs } from '../../../typings/contract'
import { cut, dayWords } from '../../domain/calendar/format'
import { knowledgeStates, type KnowledgeState } from '../../domain/knowledge/knowledge'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'

type View = Outputs['knowledge.list']

const order: readonly KnowledgeState[] = ['published', 'draft', 'withdrawn']
const rowOf = ({ id, question, answer, models, by, helped, updatedAt }: KnowledgeRow) => ({
  id,
  question,
  /** Its beginning; the whole stands on its own page. */
  answer: cut(answer.replace(/\s+/g, ' '), 44),
  about: [models, by, helped ? `帮到过 ${helped} 人` : '', dayWords(updatedAt)]
    .filter(Boolean)
    .join('\u00a0· '),
})

Component({
  data: {
    ...blank,
    ...idle,
    view: null as View | null,
    tab: 'published' as KnowledgeState,
    tabs: [] as { key: string; label: string }[],
    search: '',
    /** What the rows were searched for. */
    sought: '',
    rows: [] as ReturnType<typeof rowOf>[],
    next: null as string | null,
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
      const { tab: state, search } = this.data
      const sought = search.trim()
      const cache = sought ? {} : { cache: `knowledge-${state}` }
      await load(this, () => call('knowledge.list', { state, search: sought }), cache)
      if (this.data.view) this.tell(this.data.view, sought)
    },
    tell({ items, counts, next }: View, sought: string) {
      this.setData({
        sought,
        next,
        rows: items.map(rowOf),
        tabs: order.map((key) => ({ key, label: `${knowledgeStates[key]} ${counts[key]}` })),
      })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ tab: event.currentTarget.dataset.tab as KnowledgeState })
      void this.refresh()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ search: event.detail.value })
    },
    clear() {
      this.setData({ search: '' })
      void this.refresh()
    },
    async more() {
      const { tab: state, next, rows } = this.data
      if (!next) return
      const found = await act(this, () => call('knowledge.list', { state, after: next }))
      if (found) this.setData({ rows: [...rows, ...found.items.map(rowOf)], next: found.next })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(`/office/knowledge-edit/index?item=${event.currentTarget.dataset.id as string}`)
    },
    write() {
      openPath('/office/knowledge-edit/index')
    },
  },
})
