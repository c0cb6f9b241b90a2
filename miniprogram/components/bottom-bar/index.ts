Component({
  options: { multipleSlots: true },
  properties: {
    label: { type: String, value: '' },
    /** One small line above the button: what is missing, what will happen. */
    note: { type: String, value: '' },
    /** Not yet possible: grey, but still tappable, so that the page can say why. */
    disabled: { type: Boolean, value: false },
    loading: { type: Boolean, value: false },
    /** A second, quieter verb at the left; emits `second`. */
    secondary: { type: String, value: '' },
  },
  methods: {
    press() {
      if (!this.data.loading) this.triggerEvent('press', { blocked: this.data.disabled })
    },
    second() {
      if (!this.data.loading) this.triggerEvent('second')
    },
  },
})
