Component({
  properties: {
    label: { type: String, value: '' },
    required: { type: Boolean, value: false },
    error: { type: String, value: '' },
    /** A quiet line under the label. */
    hint: { type: String, value: '' },
  },
})
