import type { Outputs } from '../../../typings/contract'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { sizeWords } from '../../services/outbox-rows'

type Manuals = Outputs['manual.list']

Component({
  data: {
    ...blank,
    id: '',
    view: null as Manuals | null,
    /** Key of the manual that is unfolded. */
    shown: '',
    /** Key of a manual → 1.2 KB. */
    sizes: {} as Record<string, string>,
    large: '',
  },
  observers: {
    view(view: Manuals | null) {
      const sizes = (view?.items ?? []).map(({ key, bytes }) => [key, sizeWords(bytes)])
      this.setData({ sizes: Object.fromEntries(sizes) as Record<string, string> })
    },
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('manual.list', { ticketId: id }), { cache: `manual-${id}` })
    },
    unfold(event: WechatMiniprogram.TouchEvent) {
      const key = event.currentTarget.dataset.key as string
      this.setData({ shown: this.data.shown === key ? '' : key })
    },
  },
})
