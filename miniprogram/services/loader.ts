// How every page gets what it shows: cached first, then the answer, or the trouble in place; what this phone has
// not sent yet lies on top. The cache is this person's storage: it survives a restart and goes with the session.
import { clockTime } from '../domain/calendar/format'
import { UnreachableError } from './call'
import { doorTime } from './door-time'
import type { PageLike, Problem } from './page'
import { codeOf, problemOf } from './problem'
import { asShown } from './queued'
import { drop, keep, read } from './store'
import { termWords } from './terms'

export type Phase = 'loading' | 'ready' | 'error' | 'missing' | 'denied'

/** What `load` sets on a page, `view` = the answer and `terms` = what is set, in words. Spread `blank` into a page's data. */
export interface Loaded {
  phase: Phase
  problem: Problem | null
  offline: boolean
  /** 10:42 of the content shown when there is no network, else ''. */
  cachedAt: string
  /** The content shown is being asked for anew. */
  updating: boolean
}

export const blank: Loaded = {
  phase: 'loading',
  problem: null,
  offline: false,
  cachedAt: '',
  updating: false,
}

interface Kept<T> {
  at: number
  value: T
}

const missing = ['NOT_FOUND', 'EQUIPMENT_NOT_FOUND']
const denied = ['NO_PERMISSION', 'NOT_JOINED', 'UNKNOWN_CALLER']
const latest = new WeakMap<object, number>()

/** Loads into the page; null when there was no answer or a later load has overtaken this one. Never throws. */
export async function load<T>(
  page: PageLike,
  fetch: () => Promise<T>,
  options: { cache?: string } = {},
): Promise<T | null> {
  const turn = (latest.get(page) ?? 0) + 1
  latest.set(page, turn)
  const name = options.cache ? `cache:${options.cache}` : ''
  const kept = name ? read<Kept<T>>(name) : null
  begin(page, kept)
  try {
    const view = await fetch()
    if (name) keep(name, { at: doorTime(), value: view })
    if (latest.get(page) !== turn) return null
    page.setData({ ...blank, phase: 'ready', view: asShown(view), terms: termWords(view) })
    return view
  } catch (error) {
    if (latest.get(page) === turn) fail(page, error, name, kept)
    return null
  }
}

/** Keeps an answer where `load` finds it under this cache's name; false when this phone is full. */
export const keepAnswer = (cache: string, value: unknown): boolean =>
  keep(`cache:${cache}`, { at: doorTime(), value })

function begin<T>(page: PageLike, kept: Kept<T> | null): void {
  const shown = (page.data as { phase?: Phase }).phase === 'ready'
  if (shown) page.setData({ updating: true })
  else if (kept)
    page.setData({
      ...{ ...blank, phase: 'ready', updating: true },
      ...{ view: asShown(kept.value), terms: termWords(kept.value) },
    })
  else page.setData({ ...blank })
}

function fail<T>(page: PageLike, error: unknown, name: string, kept: Kept<T> | null): void {
  const code = codeOf(error)
  const shown = (page.data as { phase?: Phase }).phase === 'ready'
  if (missing.includes(code) || denied.includes(code)) {
    if (name) drop(name)
    page.setData({
      ...blank,
      phase: missing.includes(code) ? 'missing' : 'denied',
      problem: problemOf(error, false),
      view: null,
    })
    return
  }
  const offline = error instanceof UnreachableError && error.offline
  const cachedAt = kept ? clockTime(kept.at) : ''
  const { view = null } = page.data as { view?: unknown }
  // with content shown the banner says it: no second word about the same
  page.setData({
    ...(shown ? { view: asShown(view) } : {}),
    phase: shown ? 'ready' : 'error',
    problem: shown && offline ? null : problemOf(error, false),
    offline,
    cachedAt,
    updating: false,
  })
}
