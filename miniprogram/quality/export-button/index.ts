// 导出 Excel under what it exports, with what came of it; emits `export`.
Component({
  properties: {
    exporting: { type: String, value: '' },
    exported: { type: String, value: '' },
    problem: { type: Object, optionalTypes: [null as unknown as ObjectConstructor], value: null },
  },
  methods: {
    press() {
      if (!this.data.exporting) this.triggerEvent('export')
    },
  },
})
