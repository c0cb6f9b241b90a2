// form, label, button and what one chooses with: switch, checkbox, radio, slider, picker.
import { any, dom, domIfAny, element, flag, inner, number, original, text, type ElementThis } from './base'

interface WithCaller extends Element {
  __wxElement?: { getMethodCaller(): ElementThis }
}

const callerOf = (node: Element): ElementThis | undefined =>
  (node as WithCaller).__wxElement?.getMethodCaller()
const fields = 'wx-input,wx-textarea,wx-switch,wx-slider,wx-picker,wx-checkbox-group,wx-radio-group'

export const form = element({
  properties: { reportSubmit: flag },
  lifetimes: {
    attached(this: ElementThis) {
      this._$.addListener(
        '__submit' as never,
        (() => this.triggerEvent('submit', { value: valuesOf(this) })) as never,
      )
      this._$.addListener('__reset' as never, (() => this.triggerEvent('reset', {})) as never)
    },
  },
})

function valuesOf(self: ElementThis): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const node of dom(self).querySelectorAll(fields)) {
    const data = callerOf(node)?.data
    if (data?.name) values[String(data.name)] = 'checked' in data ? data.checked : data.value
  }
  return values
}

export const label = element({
  properties: { for: text },
  lifetimes: {
    attached(this: ElementThis) {
      dom(this).addEventListener('click', (event) => {
        const target = event.target as Element
        if (target.closest('input')) return
        const named = this.data.for ? document.getElementById(String(this.data.for)) : null
        ;(named ?? dom(this)).querySelector<HTMLInputElement>('.wx-tick,.wx-switch')?.click()
      })
    },
  },
})

export const button = element({
  properties: {
    type: text,
    size: text,
    plain: flag,
    disabled: flag,
    loading: flag,
    formType: text,
    openType: text,
    hoverClass: text,
    hoverStopPropagation: flag,
    hoverStartTime: number(20),
    hoverStayTime: number(70),
    name: text,
    lang: text,
    sessionFrom: text,
    sendMessageTitle: text,
    sendMessagePath: text,
    sendMessageImg: text,
    appParameter: text,
    showMessageCard: flag,
    phoneNumberNoQuotaToast: flag,
    createliveactivity: any,
  },
  observers: {
    disabled(this: ElementThis, off: boolean) {
      domIfAny(this)?.toggleAttribute('disabled', off)
      domIfAny(this)?.setAttribute('aria-disabled', String(off))
    },
    'type, size'(this: ElementThis, type: string, size: string) {
      domIfAny(this)?.setAttribute('type', type)
      domIfAny(this)?.setAttribute('size', size)
    },
  },
  lifetimes: {
    attached(this: ElementThis) {
      const node = dom(this)
      if (!node.hasAttribute('role')) node.setAttribute('role', 'button')
      node.tabIndex = 0
      node.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') node.click()
      })
      this._$.addListener('tap' as never, (() => pressed(this)) as never)
    },
  },
})

function pressed(self: ElementThis): void {
  if (self.data.disabled) return
  if (self.data.formType)
    self.triggerEvent(`__${String(self.data.formType)}`, {}, { bubbles: true, composed: true })
  const { openType } = self.data
  if (openType === 'share') dom(self).dispatchEvent(new CustomEvent('wx-share', { bubbles: true }))
  if (openType === 'agreePrivacyAuthorization') self.triggerEvent('agreeprivacyauthorization', {})
}

function checkedInput(this: ElementThis): void {
  const real = inner<HTMLInputElement>(this, 'input')
  if (real) real.checked = Boolean(this.data.checked)
}

export const switch_ = element({
  properties: { checked: flag, name: text, color: text, disabled: flag, type: text },
  observers: { checked: checkedInput },
  lifetimes: { attached: checkedInput },
  methods: {
    onChange(this: ElementThis, event: unknown) {
      const { checked } = original(event).target as HTMLInputElement
      this.setData({ checked })
      this.triggerEvent('change', { value: checked })
    },
  },
})

const choice = (group: string) =>
  element({
    properties: { value: text, checked: flag, disabled: flag, color: text, name: text },
    observers: { checked: checkedInput },
    lifetimes: { attached: checkedInput },
    methods: {
      onChange(this: ElementThis, event: unknown) {
        this.setData({ checked: (original(event).target as HTMLInputElement).checked })
        const node = dom(this).closest(group)
        const caller = node ? callerOf(node) : undefined
        if (caller) (caller.chosen as (by: Element) => void)(dom(this))
      },
    },
  })

export const checkbox = choice('wx-checkbox-group')
export const radio = choice('wx-radio-group')

export const checkboxGroup = element({
  properties: { name: text },
  data: { value: [] },
  methods: {
    chosen(this: ElementThis) {
      const all = [...dom(this).querySelectorAll('wx-checkbox')].map((node) => callerOf(node)!)
      const value = all.filter((one) => one.data.checked).map((one) => one.data.value)
      this.setData({ value })
      this.triggerEvent('change', { value })
    },
  },
})

export const radioGroup = element({
  properties: { name: text },
  data: { value: '' },
  methods: {
    chosen(this: ElementThis, by: Element) {
      for (const node of dom(this).querySelectorAll('wx-radio'))
        if (node !== by) callerOf(node)!.setData({ checked: false })
      const value = callerOf(by)!.data.value
      this.setData({ value })
      this.triggerEvent('change', { value })
    },
  },
})

export const slider = element({
  properties: {
    value: number(0),
    min: number(0),
    max: number(100),
    step: number(1),
    disabled: flag,
    name: text,
    showValue: flag,
    activeColor: text,
    backgroundColor: text,
    blockSize: number(28),
  },
  observers: {
    value(this: ElementThis, value: number) {
      const real = inner<HTMLInputElement>(this, 'input')
      if (real) real.value = String(value)
    },
  },
  methods: {
    onInput(this: ElementThis, event: unknown) {
      this.triggerEvent('changing', { value: Number((original(event).target as HTMLInputElement).value) })
    },
    onChange(this: ElementThis, event: unknown) {
      const value = Number((original(event).target as HTMLInputElement).value)
      this.setData({ value })
      this.triggerEvent('change', { value })
    },
  },
})

export const progress = element({
  properties: { percent: number(0), showInfo: flag, activeColor: text, strokeWidth: number(6), active: flag },
})
