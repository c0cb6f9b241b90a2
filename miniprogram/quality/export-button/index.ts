import type { Problem } from '../../services/page'

// 导出 Excel under what it exports, with what came of it; emits `export`.
Component({
  properties: {
    exporting: { type: String, value: '' },
    exported: { type: String, value: '' },
    problem: { type: null, value: null as Problem | null },
  },
  methods: {
    press() {
      if (!this.data.exporting) this.triggerEvent('export')
    },
  },
})
