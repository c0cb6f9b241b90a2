// input and textarea.
import { any, dom, domIfAny, element, flag, inner, number, original, text, type ElementThis } from './base'

const unlimited = 524288
const field = (self: ElementThis) => inner<HTMLInputElement>(self, '.wx-field')

const properties = {
  value: { type: null, value: '' },
  name: text,
  placeholder: text,
  placeholderStyle: text,
  placeholderClass: text,
  disabled: flag,
  maxlength: number(140),
  focus: flag,
  autoFocus: flag,
  cursor: number(-1),
  confirmType: text,
  cursorSpacing: number(0),
  adjustPosition: flag,
  holdKeyboard: flag,
  alwaysEmbed: flag,
  selectionStart: number(-1),
  selectionEnd: number(-1),
}

/** Writes the property into the real field, unless the person is ahead of it. */
function sync(this: ElementThis): void {
  const value = String(this.data.value ?? '')
  const real = field(this)
  if (real && real.value !== value) real.value = value
  this.setData({ empty: value === '', label: String(this.data.ariaLabel || this.data.placeholder || '') })
  ;(this.fit as (() => void) | undefined)?.call(this)
}

function limit(this: ElementThis, max: number): void {
  this.setData({ limit: max < 0 ? unlimited : max })
}

function focus(this: ElementThis, wanted: boolean): void {
  if (wanted) setTimeout(() => field(this)?.focus())
}

const methods = {
  onInput(this: ElementThis, event: unknown) {
    const { value, selectionStart } = original(event).target as HTMLInputElement
    this.setData({ value, empty: value === '' })
    this.triggerEvent(
      'input',
      { value, cursor: selectionStart ?? value.length, keyCode: 0 },
      { bubbles: true },
    )
    ;(this.fit as (() => void) | undefined)?.call(this)
  },
  onFocus(this: ElementThis) {
    this.triggerEvent('focus', { value: this.data.value, height: 0 })
  },
  onBlur(this: ElementThis) {
    this.triggerEvent('blur', { value: this.data.value, cursor: 0 })
  },
  onKey(this: ElementThis, event: unknown) {
    if ((original(event) as KeyboardEvent).key !== 'Enter') return
    if (field(this)?.tagName === 'INPUT') this.triggerEvent('confirm', { value: this.data.value })
  },
}

const observers = { value: sync, ariaLabel: sync, placeholder: sync, maxlength: limit, focus }
const attached = function (this: ElementThis): void {
  sync.call(this)
  limit.call(this, Number(this.data.maxlength))
  if (this.data.focus || this.data.autoFocus) focus.call(this, true)
}
const data = { empty: true, limit: 140, label: '' }

const modes: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
}

function kind(this: ElementThis): void {
  const type = String(this.data.type)
  this.setData({ kind: this.data.password ? 'password' : 'text', mode: modes[type] ?? 'text' })
}

export const input = element({
  externalClasses: ['placeholder-class'],
  properties: { ...properties, type: { type: String, value: 'text' }, password: flag },
  data: { ...data, kind: 'text', mode: 'text' },
  observers: { ...observers, type: kind, password: kind },
  lifetimes: {
    attached(this: ElementThis) {
      attached.call(this)
      kind.call(this)
    },
  },
  methods,
})

export const textarea = element({
  externalClasses: ['placeholder-class'],
  properties: {
    ...properties,
    autoHeight: flag,
    fixed: flag,
    showConfirmBar: flag,
    disableDefaultPadding: flag,
    showCount: any,
  },
  data,
  observers: {
    ...observers,
    autoHeight(this: ElementThis, on: boolean) {
      domIfAny(this)?.classList.toggle('wx-auto-height', on)
    },
  },
  lifetimes: {
    attached(this: ElementThis) {
      attached.call(this)
      dom(this).classList.toggle('wx-auto-height', Boolean(this.data.autoHeight))
      setTimeout(() => (this.fit as () => void)())
    },
  },
  methods: {
    ...methods,
    fit(this: ElementThis) {
      const real = field(this)
      if (!real || !this.data.autoHeight) return
      real.style.height = 'auto'
      real.style.height = `${real.scrollHeight}px`
      this.triggerEvent('linechange', { height: real.scrollHeight, lineCount: 1 })
    },
  },
})
