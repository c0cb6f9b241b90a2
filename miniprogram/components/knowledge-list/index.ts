import type { KnowledgeCard } from '../../../typings/contract'

Component({
  properties: {
    /** What was answered before, best first. */
    items: { type: Array, value: [] as KnowledgeCard[] },
    /** The verb under an open answer: 这条解决了我的问题, 引用到答复. */
    verb: { type: String, value: '' },
  },
  data: { open: '' },
  methods: {
    toggle(event: WechatMiniprogram.TouchEvent) {
      const id = event.currentTarget.dataset.id as string
      this.setData({ open: this.data.open === id ? '' : id })
    },
    take(event: WechatMiniprogram.TouchEvent) {
      const item = this.data.items.find((one: KnowledgeCard) => one.id === event.currentTarget.dataset.id)
      if (item) this.triggerEvent('take', { item })
    },
  },
})
