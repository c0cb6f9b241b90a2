import type { Outputs } from '../../../typings/contract'
import type { ArticleCase, ArticleRow } from '../../../typings/quality-views'
import { articles, type ArticleKey } from '../../domain/company/articles'
import { shortTime } from '../../domain/calendar/format'
import { monthOf } from '../../domain/calendar/periods'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { exportSheet, noExport } from '../../services/export'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'

type View = Outputs['stats.articles']

const kinds = {
  late: '超时',
  waived: '放行',
  broken: '未守',
} as const
type Kind = keyof typeof kinds
const order = ['broken', 'late', 'waived'] as const

const sum = (rows: readonly ArticleRow[], kind: Kind): number => rows.reduce((all, row) => all + row[kind], 0)

/** 12 处没有照条款走:未守 2,超时 7,放行 3 */
function answerOf(rows: readonly ArticleRow[]): string {
  const parts = order.map((kind) => [kinds[kind], sum(rows, kind)] as const).filter(([, n]) => n > 0)
  const all = parts.reduce((total, [, n]) => total + n, 0)
  return all === 0
    ? '这个月每一条都守住了'
    : `${all} 处没有照条款走:${parts.map(([word, n]) => `${word}\u00a0${n}`).join(',')}`
}

/** The first clauses of an article, some thirty letters of them. */
function aboutOf(text: string): string {
  const clauses = text.split(/(?<=[,。;])/)
  let words = ''
  for (const clause of clauses)
    if (words === '' || words.length + clause.length <= 34) words += clause
    else break
  // a first clause alone may say too little
  if (words.length < 16) words = text.slice(0, 34)
  return words.length < text.length ? `${words.slice(0, -1)}…` : words
}

const rowOf = (row: ArticleRow, most: number) => {
  const total = row.late + row.waived + row.broken
  return {
    article: row.article,
    title: row.title,
    about: aboutOf(articles[row.article as ArticleKey]?.text ?? ''),
    total,
    parts: order
      .filter((kind) => row[kind] > 0)
      .map((kind) => ({ kind, words: `${kinds[kind]} ${row[kind]}`, width: (row[kind] / most) * 100 })),
  }
}

const caseOf = (one: ArticleCase, now: number) => ({
  ...one,
  key: `${one.ticketId}-${one.at}-${one.kind}-${one.words}`,
  word: kinds[one.kind],
  when: shortTime(one.at, now),
  released: one.by ? `${one.kind === 'waived' ? '放行' : '经手'}:${one.by}` : '没有人放行',
})

Component({
  data: {
    ...blank,
    ...idle,
    ...noExport,
    view: null as View | null,
    month: '',
    answer: '',
    rows: [] as ReturnType<typeof rowOf>[],
    /** The article that is unfolded, with its cases. */
    shown: '',
    cases: null as ReturnType<typeof caseOf>[] | null,
    next: null as string | null,
    large: '',
  },
  methods: {
    onLoad() {
      this.setData({ large: largeType(), month: monthOf(doorTime()) })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { month } = this.data
      await load(this, () => call('stats.articles', { month, article: '' }), { cache: `articles-${month}` })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ rows }: View) {
      const found = rows.filter((row) => row.late + row.waived + row.broken > 0)
      const most = Math.max(1, ...found.map((row) => row.late + row.waived + row.broken))
      this.setData({ answer: answerOf(rows), rows: found.map((row) => rowOf(row, most)) })
    },
    turn(event: WechatMiniprogram.CustomEvent<{ month: string }>) {
      this.setData({ ...noExport, month: event.detail.month, phase: 'loading', shown: '', cases: null })
      void this.refresh()
    },
    unfold(event: WechatMiniprogram.TouchEvent) {
      const article = event.currentTarget.dataset.article as string
      const shown = this.data.shown === article ? '' : article
      this.setData({ shown, cases: null, next: null, problem: null })
      if (shown) void this.more()
    },
    /** The cases of the unfolded article, page by page. */
    async more() {
      const { month, shown: article, next, cases } = this.data
      const page = await act(this, () =>
        call('stats.articles', next ? { month, article, after: next } : { month, article }),
      )
      if (!page || article !== this.data.shown) return
      const now = doorTime()
      this.setData({
        cases: [...(cases ?? []), ...page.items.map((one) => caseOf(one, now))],
        next: page.next,
      })
    },
    /** Every case of the month, whichever article is unfolded. */
    async exportAll() {
      await exportSheet(this, { what: 'articles', filter: { month: this.data.month, article: '' } })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(ticketPage(event.currentTarget.dataset.id as string, 'staff'))
    },
  },
})
