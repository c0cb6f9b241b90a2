// picker: date, time and selector, shown with the browser's own controls.
import { any, dom, element, flag, text, type ElementThis } from './base'

export const picker = element({
  properties: {
    mode: { type: String, value: 'selector' },
    range: { type: Array, value: [] },
    rangeKey: text,
    value: any,
    start: text,
    end: text,
    fields: text,
    disabled: flag,
    name: text,
    headerText: text,
  },
  lifetimes: {
    attached(this: ElementThis) {
      this._$.addListener('tap' as never, (() => open(this)) as never)
    },
  },
})

function open(self: ElementThis): void {
  const { mode, disabled } = self.data
  if (disabled) return
  const control = mode === 'selector' ? selector(self) : calendar(self)
  control.className = 'wx-picker-control'
  // A finger's tap is followed by mouse events that take the focus away: only a touch elsewhere closes it.
  const elsewhere = ({ target }: Event) => {
    if (target !== control) close()
  }
  const close = () => {
    document.removeEventListener('pointerdown', elsewhere, true)
    control.remove()
  }
  control.addEventListener('change', () => {
    const value = mode === 'selector' ? Number(control.value) : control.value
    self.setData({ value })
    self.triggerEvent('change', { value })
    close()
  })
  document.addEventListener('pointerdown', elsewhere, true)
  dom(self).append(control)
  control.focus()
  if ('showPicker' in control) control.showPicker()
}

function calendar({ data }: ElementThis): HTMLInputElement {
  const input = document.createElement('input')
  input.type = data.mode === 'time' ? 'time' : data.fields === 'month' ? 'month' : 'date'
  input.value = String(data.value ?? '')
  input.min = String(data.start ?? '')
  input.max = String(data.end ?? '')
  return input
}

function selector({ data }: ElementThis): HTMLSelectElement {
  const select = document.createElement('select')
  const rows = data.range as (string | Record<string, string>)[]
  rows.forEach((row, i) => {
    const words = typeof row === 'string' ? row : (row[String(data.rangeKey)] ?? '')
    select.append(new Option(words, String(i), false, i === Number(data.value)))
  })
  return select
}
