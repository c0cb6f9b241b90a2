import type { Leg } from '../../domain/ticket/parts'
import { HOUR } from '../../domain/calendar/units'

const transports = ['汽车', '高铁', '飞机', '出租', '其他'].map((one) => ({ value: one, label: one }))
const MOST = 12

/** The next leg begins where the last one ends. */
const after = (last: Leg | undefined): Leg => ({
  from: last?.to ?? '',
  to: '',
  by: '',
  departAt: last?.departAt ? last.departAt + HOUR : 0,
})

Component({
  properties: {
    value: { type: Array, value: [] as Leg[] },
    /** Field path → message, as the schema names it: legs.0.to. */
    errors: { type: Object, value: {} as Record<string, string> },
  },
  data: { transports, most: MOST },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: keyof Leg }
      const legs = (this.data.value as Leg[]).map((leg, i) =>
        i === index ? { ...leg, [field]: event.detail.value } : leg,
      )
      this.triggerEvent('change', { value: legs })
    },
    add() {
      const legs = this.data.value as Leg[]
      if (legs.length < MOST) this.triggerEvent('change', { value: [...legs, after(legs[legs.length - 1])] })
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset.index as number
      this.triggerEvent('change', { value: (this.data.value as Leg[]).filter((_leg, i) => i !== gone) })
    },
  },
})
