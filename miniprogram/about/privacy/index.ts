import { largeType } from '../../services/large'
import { dial, hotline } from '../../services/phone'
import { termWords, type TermWords } from '../../services/terms'
import { docs, type Doc, type DocKey } from './texts'

const tabs = (Object.keys(docs) as DocKey[]).map((key) => ({ key, title: docs[key].title }))

/** The text with what is set in its places: {verifyDays}. */
const filled = (doc: Doc, terms: TermWords): Doc => ({
  ...doc,
  parts: doc.parts.map(({ heading, lines }) => ({
    heading,
    lines: lines.map((line) => line.replace('{verifyDays}', terms.verifyDays)),
  })),
})

Component({
  data: { large: '', tabs, chosen: 'privacy' as DocKey, doc: docs.privacy as Doc, hotline: '' },
  methods: {
    onLoad(query: { doc?: string }) {
      this.setData({ large: largeType(), hotline: hotline() })
      this.show(query.doc === 'terms' ? 'terms' : 'privacy')
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.show(event.currentTarget.dataset.key as DocKey)
    },
    show(chosen: DocKey) {
      this.setData({ chosen, doc: filled(docs[chosen], termWords()) })
    },
    dial() {
      dial()
    },
  },
})
