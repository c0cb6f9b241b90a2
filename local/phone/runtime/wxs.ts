// What wxs code finds around it: getRegExp, getDate, component descriptors, listeners with an owner instance.
import type * as ge from 'glass-easel'
import { hostOf } from './dom'

type Caller = Record<string, unknown> & { _$?: ge.GeneralComponent }
type Listener = ((...given: unknown[]) => unknown) & { name: string }

const states = new WeakMap<object, object>()

/** A component as wxs may handle it. */
function descriptor(given: unknown): unknown {
  if (!given) return null
  const caller = given as Caller
  const component = (caller._$ ?? given) as ge.GeneralComponent | ge.NativeNode
  const dom = hostOf(component)
  const within = () => ('getShadowRoot' in component ? component.getShadowRoot() : null)
  return {
    selectComponent: (selector: string) => descriptor(within()?.querySelector(selector)),
    selectAllComponents: (selector: string) => (within()?.querySelectorAll(selector) ?? []).map(descriptor),
    setStyle: (style: string | Record<string, string>) => {
      if (typeof style === 'string') dom.setAttribute('style', style)
      else Object.assign(dom.style, style)
    },
    addClass: (name: string) => dom.classList.add(name),
    removeClass: (name: string) => dom.classList.remove(name),
    hasClass: (name: string) => dom.classList.contains(name),
    getDataset: () => component.dataset,
    callMethod: (name: string, detail: unknown) => (caller[name] as Listener | undefined)?.(detail),
    triggerEvent: (name: string, detail: unknown) => component.triggerEvent(name, detail),
    requestAnimationFrame: (work: FrameRequestCallback) => requestAnimationFrame(work),
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (id: number) => clearTimeout(id),
    getState: () => {
      const state = states.get(component) ?? {}
      states.set(component, state)
      return state
    },
    getBoundingClientRect: () => dom.getBoundingClientRect(),
    getComputedStyle: (names: string[]) => {
      const style = getComputedStyle(dom)
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
    },
  }
}

Object.assign(globalThis, {
  __wxs: {
    getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
    getDate: (...given: [] | [number]) => (given.length === 0 ? new Date() : new Date(given[0])),
    // change:prop listeners run after the change
    change: (work: unknown) =>
      typeof work !== 'function'
        ? work
        : (now: unknown, before: unknown, owner: unknown, instance: unknown) =>
            queueMicrotask(() => (work as Listener)(now, before, descriptor(owner), descriptor(instance))),
    // a wxs handler gets its owner as the second argument, a page's method gets the event alone
    listener: (caller: Caller, event: ge.ShadowedEvent<unknown>, listener: Listener) => {
      const own = listener.length < 2 || caller[listener.name] === listener
      if (own) return listener.call(caller, event)
      const given = Object.assign(Object.create(event) as object, {
        instance: descriptor(event.currentTarget),
      })
      return listener.call(caller, given, descriptor(caller))
    },
  },
})
