import {
  articles,
  articlesNote,
  chapters,
  customerArticles,
  type ArticleKey,
} from '../../domain/company/articles'
import { largeType } from '../../services/large'
import { cachedSession } from '../../services/session'

interface Row {
  key: ArticleKey
  anchor: string
  cite: string
  text: string
  on: boolean
}
interface Chapter {
  title: string
  heading: string
  rows: Row[]
}

const anchorOf = (key: string) => `a-${key.replace('.', '-')}`

function rowsOf(keys: readonly ArticleKey[], chosen: string, allowed: readonly string[]): Row[] {
  return keys
    .filter((key) => allowed.includes(key))
    .map((key) => ({ key, anchor: anchorOf(key), ...articles[key], on: key === chosen }))
}

/** The chapters that a reader sees, each title once. */
function chaptersFor(allowed: readonly string[], chosen: string): Chapter[] {
  return chapters
    .map(({ title, keys, heading }, i) => ({
      title: chapters[i - 1]?.title === title ? '' : title,
      heading: heading ?? '',
      rows: rowsOf(keys, chosen, allowed),
    }))
    .filter(({ rows }) => rows.length > 0)
}

Component({
  data: {
    large: '',
    chapters: [] as Chapter[],
    chosen: null as Row | null,
    note: articlesNote,
    staff: false,
  },
  methods: {
    onLoad(query: { a?: string }) {
      const staff = cachedSession()?.me.side === 'staff'
      const chosen = query.a && query.a in articles ? query.a : ''
      const allowed = staff ? Object.keys(articles) : [...customerArticles, chosen]
      const shown = chaptersFor(allowed, chosen)
      const row = shown.flatMap(({ rows }) => rows).find(({ on }) => on) ?? null
      this.setData({ large: largeType(), staff, chapters: shown, chosen: row })
    },
    onReady() {
      if (this.data.chosen) this.goTo()
    },
    goTo() {
      wx.pageScrollTo({
        selector: `#${this.data.chosen!.anchor}`,
        offsetTop: -24,
        duration: 0,
        fail: () => {},
      })
    },
    top() {
      wx.pageScrollTo({ scrollTop: 0, duration: 200 })
    },
  },
})
