// Who plays on this phone, and how its network is: from the address, then from the shell.
const query = new URLSearchParams(location.search)

export type Network = 'online' | 'weak' | 'offline'

export const settings = {
  openid: query.get('openid') ?? '',
  firstPath: query.get('path') ?? '',
  network: (query.get('network') ?? 'online') as Network,
  fontScale: Number(query.get('font') ?? '1') || 1,
  /** px under the page that belong to the phone's own bar. */
  safeBottom: Number(query.get('safe') ?? '0') || 0,
  /** Makes the losses of the weak network the same again. */
  seed: Number(query.get('seed') ?? '7') || 7,
  /** Whether a shell is around this phone. */
  framed: window.parent !== window,
}

document.documentElement.style.setProperty('--wx-safe-bottom', `${settings.safeBottom}px`)

let offset = Number(query.get('offset') ?? '0') || 0
const RealDate = Date

class LocalDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + offset)
    else super(...(given as [number]))
  }
  static override now(): number {
    return RealDate.now() + offset
  }
}
// The phone tells the local time, as the functions do.
globalThis.Date = new Proxy(RealDate, {
  construct: (_target, given: unknown[]) =>
    given.length === 0 ? new LocalDate() : Reflect.construct(RealDate, given),
  get: (target, name) => (name === 'now' ? LocalDate.now : Reflect.get(target, name)),
})

/** Moves this phone's clock. */
export function setOffset(ms: number): void {
  offset = ms
}
