// Every wx API answers both ways: callbacks when they are given, a promise otherwise.
import type { Callbacks } from '../runtime/types'

/** What an API says when it fails: thrown, or the answer to who gave callbacks. */
export interface Failure {
  errMsg: string
  errCode?: number
}

/** Runs an API; its result gets an errMsg, its error becomes 「name:fail …」. */
export function reply<R extends object>(
  name: string,
  options: Callbacks<never> | undefined,
  work: () => R | Promise<R>,
): Promise<R | Failure> {
  const given = (options ?? {}) as Callbacks<unknown>
  const asked = Boolean(given.success ?? given.fail ?? given.complete)
  const run = async () => ({ errMsg: `${name}:ok`, ...(await work()) })
  return run().then(
    (result) => {
      given.success?.(result)
      given.complete?.(result)
      return result
    },
    (error: unknown) => {
      const failed = failure(name, error)
      given.fail?.(failed)
      given.complete?.(failed)
      if (asked) return failed
      throw failed
    },
  )
}

function failure(name: string, error: unknown): Failure {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return error as Failure
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}

/** Text for markup made by hand. */
export const escaped = (value: unknown): string =>
  String(value ?? '').replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** A layer over the page; gives its element. */
export function layer(kind: string, html: string): HTMLElement {
  const made = document.createElement('div')
  made.className = `wx-layer ${kind}`
  made.innerHTML = html
  ignoreGhosts(made)
  document.body.append(made)
  return made
}

// The finger that opened a layer is still there: only a press that began on it counts; a key makes no press at all.
function ignoreGhosts(made: HTMLElement): void {
  let pressed = false
  made.addEventListener('pointerdown', () => (pressed = true), true)
  made.addEventListener(
    'click',
    (event) => {
      if (!pressed && event.detail > 0) event.stopImmediatePropagation()
    },
    true,
  )
}
