/** A thing asked for and how it stands. */
interface Row {
  id: string
  title: string
  /** Quiet lines under the title. */
  lines: string[]
  words: string
  category: string
}

Component({
  properties: {
    rows: { type: Array, value: [] as Row[] },
  },
})
