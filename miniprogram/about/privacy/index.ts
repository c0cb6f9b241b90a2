import { largeType } from '../../services/large'
import { dial, hotline } from '../../services/phone'
import { docs, type Doc, type DocKey } from './texts'

const tabs = (Object.keys(docs) as DocKey[]).map((key) => ({ key, title: docs[key].title }))

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
      this.setData({ chosen, doc: docs[chosen] })
    },
    dial() {
      dial()
    },
  },
})
