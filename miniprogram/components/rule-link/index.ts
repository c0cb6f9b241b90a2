import { articles, type ArticleKey } from '../../domain/company/articles'
import { openPath } from '../../services/routes'

Component({
  properties: {
    /** A key of articles: 18.1. */
    article: { type: String, value: '' },
    /** Words before the citation. */
    lead: { type: String, value: '依据' },
  },
  data: { cite: '', text: '', open: false },
  observers: {
    article(key: string) {
      const article = key in articles ? articles[key as ArticleKey] : null
      this.setData({ cite: article?.cite ?? '', text: article?.text ?? '' })
    },
  },
  methods: {
    show() {
      this.setData({ open: true })
    },
    hide() {
      this.setData({ open: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ open: event.detail.visible })
    },
    whole() {
      this.setData({ open: false })
      openPath(`/about/rules/index?a=${this.data.article}`)
    },
  },
})
