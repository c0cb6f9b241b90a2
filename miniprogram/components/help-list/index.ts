import type { Help } from '../../domain/ticket/ticket'
import { dayTime } from '../../domain/calendar/format'
import { helpStanding } from '../../domain/visit/words'

interface Row {
  id: string
  title: string
  by: string
  words: string
  standing: string
  category: string
  open: boolean
  taken: boolean
}

const rowOf = (help: Help): Row => {
  const { words, category } = helpStanding(help)
  const { id, kind, urgent, by, at, takenBy, answeredAt } = help
  return {
    id,
    title: `${urgent ? '紧急 · ' : ''}${kind}`,
    by: `${by.name} · ${dayTime(at)}`,
    words: help.words,
    standing: words,
    category,
    open: answeredAt === null,
    taken: takenBy !== null,
  }
}

Component({
  properties: {
    helps: { type: Array, value: [] as Help[] },
    /** The reader may take and answer. */
    mayTake: { type: Boolean, value: false },
    mayAnswer: { type: Boolean, value: false },
    loading: { type: Boolean, value: false },
    /** The door's refusal of an answer, told under it. */
    words: { type: String, value: '' },
  },
  data: { rows: [] as Row[], answering: '', answer: '' },
  observers: {
    helps(helps: Help[]) {
      const rows = helps.map(rowOf).reverse()
      const still = rows.some((row) => row.id === this.data.answering && row.open)
      this.setData({ rows, ...(still ? {} : { answering: '', answer: '' }) })
    },
  },
  methods: {
    take(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('take', { help: event.currentTarget.dataset.id as string })
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      this.setData({ answering: event.currentTarget.dataset.id as string, answer: '' })
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ answer: event.detail.value })
    },
    send() {
      const { answering, answer, loading } = this.data
      if (!loading && answer.trim()) this.triggerEvent('answer', { help: answering, answer })
    },
  },
})
