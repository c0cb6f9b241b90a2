interface Option {
  value: string | number
  label: string
}
type Value = string | number | (string | number)[] | null

Component({
  properties: {
    options: { type: Array, value: [] as Option[] },
    /** The chosen value; an array of them when `multiple`. */
    value: { type: null, value: '' as Value },
    multiple: { type: Boolean, value: false },
    /** Chips in a line; 0 lets their words decide. */
    columns: { type: Number, value: 0 },
  },
  data: { chips: [] as (Option & { on: boolean })[] },
  observers: {
    'options, value, multiple'(options: Option[], value: Value, multiple: boolean) {
      const chosen = multiple ? (Array.isArray(value) ? value : []) : [value]
      this.setData({ chips: options.map((option) => ({ ...option, on: chosen.includes(option.value) })) })
    },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const chip = this.data.chips[event.currentTarget.dataset.index as number]
      if (chip)
        this.triggerEvent('change', { value: this.data.multiple ? this.toggled(chip.value) : chip.value })
    },
    toggled(value: string | number): (string | number)[] {
      return this.data.chips
        .filter((chip) => (chip.value === value ? !chip.on : chip.on))
        .map((chip) => chip.value)
    },
  },
})
