import type { Problem } from '../../services/page'
import { dial } from '../../services/phone'

Component({
  properties: {
    /** { words, code, wayOut }; nothing is shown without it. */
    problem: { type: null, value: null as Problem | null },
    /** 「没加载出来」 or another heading. */
    title: { type: String, value: '' },
    /** Words of the button; '' shows none. */
    action: { type: String, value: '重试' },
    /** Offers the service line as well. */
    call: { type: Boolean, value: false },
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
    dial() {
      dial()
    },
  },
})
