import { articles } from '../../domain/articles'
import { emptyInput, fieldsOf, type Field } from '../../domain/fields'
import { moveErrors } from '../../domain/inputs'
import type { Offered } from '../../domain/lifecycle'

Component({
  properties: {
    /** An offered move whose fields are words and yes/no: askInfo, decline, close, renewCode … */
    move: {
      type: Object,
      optionalTypes: [null as unknown as ObjectConstructor],
      value: null as unknown as Offered,
    },
    visible: { type: Boolean, value: false },
    /** Ready answers to start from: field path → phrases. */
    phrases: { type: Object, value: {} as Record<string, string[]> },
    loading: { type: Boolean, value: false },
    /** The door's refusal of this move, told in the sheet. */
    words: { type: String, value: '' },
  },
  data: {
    fields: [] as Field[],
    input: {} as Record<string, string | boolean>,
    errors: {} as Record<string, string>,
    cite: '',
    text: '',
  },
  observers: {
    'move, visible'(move: Offered | null, visible: boolean) {
      if (!move || !visible) return
      const fields = fieldsOf(move.move)
      const article = move.article ? articles[move.article] : null
      this.setData({ fields, errors: {}, cite: article?.cite ?? '', text: '' })
      if (Object.keys(this.data.input).join() !== Object.keys(emptyInput(fields)).join()) {
        this.setData({ input: emptyInput(fields) })
      }
    },
  },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string | boolean }>) {
      this.put(event.currentTarget.dataset.path as string, event.detail.value)
    },
    phrase(event: WechatMiniprogram.TouchEvent) {
      const { path, words } = event.currentTarget.dataset as { path: string; words: string }
      const before = String(this.data.input[path] ?? '')
      if (!before.includes(words)) this.put(path, before ? `${before};${words}` : words)
    },
    put(path: string, value: string | boolean) {
      this.setData({ [`input.${path}`]: value, [`errors.${path}`]: '' })
    },
    rule() {
      const { article } = this.data.move
      this.setData({ text: this.data.text || !article ? '' : articles[article].text })
    },
    submit() {
      const errors = moveErrors(this.data.move.move, this.data.input)
      this.setData({ errors })
      if (Object.keys(errors).length > 0 || this.data.loading) return
      this.triggerEvent('submit', { move: this.data.move, input: this.data.input })
    },
    close() {
      this.triggerEvent('close')
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
  },
})
