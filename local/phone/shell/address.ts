// The address keeps what is on the phones: #a=…&b=…&t=…&seed=7. `t` is the demo time when the link was made.
import type { Side, Stage } from './state'
import { MINUTE } from '../../units'

export interface Asked {
  a?: string
  b?: string
  t?: number
  seed: number
}

/** What the address asks for. */
export function readAddress(): Asked {
  const hash = new URLSearchParams(location.hash.slice(1))
  const t = Number(hash.get('t'))
  const people = Object.fromEntries(
    (['a', 'b'] as Side[]).flatMap((side) => (hash.get(side) ? [[side, hash.get(side)!]] : [])),
  )
  return { ...people, ...(t > 0 ? { t } : {}), seed: Number(hash.get('seed')) || 7 }
}

/** Writes it; the page is not loaded anew by that. Without `now` the link does not ask for a time. */
export function writeAddress({ state }: Stage, seed: number, now?: number): void {
  const hash = new URLSearchParams({ a: state.a, b: state.b })
  if (now !== undefined) hash.set('t', String(Math.floor(now / MINUTE) * MINUTE))
  hash.set('seed', String(seed))
  history.replaceState(null, '', `${location.pathname}${location.search}#${hash.toString()}`)
}
