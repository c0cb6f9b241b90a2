// glass-easel on the browser's DOM: element names, rpx in inline styles, and WeChat's events from mouse and touch.
import * as ge from 'glass-easel'
import { pressEffects } from './press'
import { trouble } from './trouble'

interface Point {
  identifier?: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}
type Listen = Parameters<ge.CurrentWindowBackendContext['onEvent']>[0]
type WithElement = Node & { __wxElement?: ge.Element }

const toVw = (text: string): string =>
  text.replace(
    /(-?\d*\.?\d+)rpx/gi,
    (_all, number: string) => `${Number((Number(number) / 7.5).toFixed(4))}vw`,
  )

const setAttribute = Element.prototype.setAttribute
// {{true}} arrives as '': a screen reader wants the word. Not so aria-disabled: {{undefined}} arrives as '' too
const states = ['aria-checked', 'aria-selected', 'aria-expanded', 'aria-busy', 'aria-hidden']
Element.prototype.setAttribute = function (name: string, value: string): void {
  const said = value === '' && states.includes(name) ? 'true' : value
  const text = name === 'style' && typeof value === 'string' ? toVw(value) : said
  if (name === 'aria-role') setAttribute.call(this, 'role', text)
  setAttribute.call(this, name, text)
}

const touchOf = ({ identifier = 0, pageX, pageY, clientX, clientY }: Point) => ({
  identifier,
  pageX,
  pageY,
  clientX,
  clientY,
  force: 1,
})

const LONG_PRESS = 350

export class Backend extends ge.CurrentWindowBackendContext {
  /** Of WeChat's elements, `tags` are here and `absent` are not: the latter say so where they are used. */
  constructor(tags: ReadonlySet<string>, absent: ReadonlySet<string>) {
    super()
    const named = (tag: string): string => {
      if (absent.has(tag)) trouble(new Error(`<${tag}> 在本地手机中还没有`))
      if (tag.startsWith('h-')) return tag.slice(2)
      return tags.has(tag) || absent.has(tag) ? `wx-${tag}` : tag
    }
    this.document = {
      createElement: (tag: string) => document.createElement(named(tag)) as never,
      createTextNode: (text: string) => document.createTextNode(text) as never,
      createDocumentFragment: () => document.createDocumentFragment() as never,
    }
  }

  override onEvent(listener: Listen): void {
    super.onEvent((target, type, detail, options) => {
      const original = (options as { originalEvent?: Event }).originalEvent
      return listener(target, type, detailOf(original, type, detail), {
        ...options,
        extraFields: touchFields(original, type),
      } as typeof options)
    })
    if (!('ontouchstart' in window)) mouseAsTouch(listener)
    longPress(listener)
    pressEffects()
  }
}

function detailOf(original: Event | undefined, type: string, detail: unknown): unknown {
  if (original instanceof CustomEvent) return original.detail
  return type.startsWith('touch') ? {} : detail
}

function touchFields(original: Event | undefined, type: string): object | undefined {
  if (!original) return undefined
  if ('changedTouches' in original) {
    const { touches, changedTouches } = original as TouchEvent
    return { touches: [...touches].map(touchOf), changedTouches: [...changedTouches].map(touchOf) }
  }
  if (!('clientX' in original)) return undefined
  const touch = touchOf(original as MouseEvent)
  return { touches: type === 'tap' ? [] : [touch], changedTouches: [touch] }
}

function emit(listener: Listen, at: EventTarget | null, point: Point, type: string): void {
  let node = at as WithElement | null
  while (node && !node.__wxElement) node = node.parentNode as WithElement | null
  if (!node?.__wxElement) return
  const touch = touchOf(point)
  listener(node.__wxElement, type, {}, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: type === 'touchend' ? [] : [touch], changedTouches: [touch] },
  } as never)
}

// A mouse is a finger: a drag stays with the element it began on.
function mouseAsTouch(listener: Listen): void {
  let down: EventTarget | null = null
  const on = (name: 'mousedown' | 'mousemove' | 'mouseup', type: string) =>
    document.addEventListener(
      name,
      (event) => {
        if (name === 'mousedown') down = event.target
        if (down) emit(listener, down, event, type)
        if (name === 'mouseup') down = null
      },
      true,
    )
  on('mousedown', 'touchstart')
  on('mousemove', 'touchmove')
  on('mouseup', 'touchend')
}

function longPress(listener: Listen): void {
  let timer = 0
  const begin = (event: Event, point: Point) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => emit(listener, event.target, point, 'longpress'), LONG_PRESS)
  }
  document.addEventListener('touchstart', (event) => begin(event, event.touches[0]!), {
    capture: true,
    passive: true,
  })
  document.addEventListener('mousedown', (event) => begin(event, event), true)
  for (const name of ['touchmove', 'touchend', 'touchcancel', 'mouseup', 'mousemove'])
    document.addEventListener(name, () => clearTimeout(timer), { capture: true, passive: true })
}
