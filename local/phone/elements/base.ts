// What the built-in elements share: property shorthands, their DOM, their events.
import type * as ge from 'glass-easel'
import { hostOf, nodeOf } from '../runtime/dom'

/** `this` inside an element's definition. */
export interface ElementThis {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void
  _$: ge.GeneralComponent
  [key: string]: unknown
}
type Method = (this: ElementThis, ...given: never[]) => unknown

export interface ElementDefinition {
  properties?: Record<string, unknown>
  data?: Record<string, unknown>
  observers?: Record<string, Method>
  lifetimes?: Record<string, Method>
  methods?: Record<string, Method>
  externalClasses?: string[]
}

export const text = { type: String, value: '' }
export const flag = { type: Boolean, value: false }
export const any = { type: null, value: null }
export const number = (value = 0) => ({ type: Number, value })

/** The element's own node in the document. */
export const dom = (self: ElementThis): HTMLElement => hostOf(self._$)
/** The same before it is there: null. */
export const domIfAny = (self: ElementThis): HTMLElement | null => nodeOf(self._$)
export const inner = <T extends Element>(self: ElementThis, selector: string): T | null =>
  domIfAny(self)?.querySelector<T>(selector) ?? null

/** The browser's event behind glass-easel's. */
export const original = (event: unknown): Event => (event as { getOriginalEvent(): Event }).getOriginalEvent()

/** Definition with what every element has: aria attributes on its own node. */
export function element(definition: ElementDefinition): ElementDefinition {
  return {
    ...definition,
    properties: { ariaLabel: text, ariaRole: text, ariaDisabled: any, ...definition.properties },
    observers: {
      ...definition.observers,
      ariaLabel(this: ElementThis, value: string) {
        if (value) domIfAny(this)?.setAttribute('aria-label', value)
      },
      ariaRole(this: ElementThis, value: string) {
        if (value) domIfAny(this)?.setAttribute('role', value)
      },
    },
  }
}
