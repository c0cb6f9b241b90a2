import { numberTyped } from '../../domain/form/text'
import { yuan } from '../../domain/calendar/format'
import { total, type PriceLine } from '../../domain/ticket/parts'

const MOST = 20

Component({
  properties: {
    value: { type: Array, value: [] as PriceLine[] },
    /** Names to begin a line with. */
    names: { type: Array, value: [] as string[] },
    /** Field path → message; `path` is the field's own name: costs.0.amount. */
    errors: { type: Object, value: {} as Record<string, string> },
    path: { type: String, value: 'costs' },
  },
  data: { sum: '', most: MOST },
  observers: {
    value(lines: PriceLine[]) {
      this.setData({ sum: yuan(total(lines)) })
    },
  },
  methods: {
    typed(event: WechatMiniprogram.Input) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: keyof PriceLine }
      const typed = event.detail.value
      const value = field === 'amount' ? numberTyped(typed) || 0 : typed
      const lines = (this.data.value as PriceLine[]).map((line, i) =>
        i === index ? { ...line, [field]: value } : line,
      )
      this.triggerEvent('change', { value: lines })
    },
    add(event: WechatMiniprogram.TouchEvent) {
      const name = (event.currentTarget.dataset.name as string | undefined) ?? ''
      this.triggerEvent('change', { value: [...(this.data.value as PriceLine[]), { name, amount: 0 }] })
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.triggerEvent('change', { value: (this.data.value as PriceLine[]).filter((_l, i) => i !== gone) })
    },
  },
})
