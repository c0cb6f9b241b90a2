// A switch that a glove can hit: 44 px high and wide, whatever is drawn inside.
Component({
  properties: {
    value: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  methods: {
    turn() {
      this.triggerEvent('change', { value: !this.data.value })
    },
  },
})
