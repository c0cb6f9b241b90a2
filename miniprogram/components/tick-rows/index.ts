interface Item {
  id: string
  label: string
}

Component({
  properties: {
    /** { id, label } each. */
    items: { type: Array, value: [] as Item[] },
    /** Ids of those that are ticked. */
    value: { type: Array, value: [] as string[] },
  },
  data: { rows: [] as (Item & { on: boolean })[] },
  observers: {
    'items, value'(items: Item[], value: string[]) {
      this.setData({ rows: items.map(({ id, label }) => ({ id, label, on: value.includes(id) })) })
    },
  },
  methods: {
    toggle(event: WechatMiniprogram.TouchEvent) {
      const id = event.currentTarget.dataset.id as string
      const rows = this.data.rows.filter((row) => (row.id === id ? !row.on : row.on))
      this.triggerEvent('change', { value: rows.map((row) => row.id) })
    },
  },
})
