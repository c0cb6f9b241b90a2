// Who I am and what waits for me, asked once a minute at most; the last answer is there without a network.
import type { Outputs } from '../../typings/contract'
import { call } from './call'
import { doorTime } from './door-time'
import { forgetAll } from './prepared'
import { drop, dropAll, keep, read } from './store'
import { hearTerms } from './terms'
import { MINUTE } from '../domain/calendar/units'

export type Session = Outputs['session.open']
type Listener = (session: Session) => void

const NAME = 'session'
const FRESH = MINUTE
const listeners = new Set<Listener>()
let session: Session | null = null
let openedAt = 0
let asking: Promise<Session> | null = null

/** The session, at most a minute old unless forced. Throws as `call` does. */
export function openSession(force = false): Promise<Session> {
  if (!force && session && Math.abs(doorTime() - openedAt) < FRESH) return Promise.resolve(session)
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}

/** Who this is: the last answer, on a phone that never had one the first; null when nobody answers. */
export function knownSession(): Promise<Session | null> {
  const known = cachedSession()
  return known ? Promise.resolve(known) : openSession().catch(() => null)
}

/** The last answer without asking; null on a phone that never had one. */
export function cachedSession(): Session | null {
  if (session) return session
  session = read<Session>(NAME)
  if (session) hearTerms(session)
  return session
}

/** After leaving a company or joining one: nothing of the other may be shown. */
export function forgetSession(): void {
  session = null
  openedAt = 0
  drop(NAME)
  forgetAll()
  dropAll('cache:')
}

/** Changes part of the kept answer, e.g. the unread count after reading. */
export function amendSession(part: Partial<Session>): void {
  const known = cachedSession()
  if (known) take({ ...known, ...part })
}

/** Tells each new session until the returned function is called. */
export function onSession(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function ask(): Promise<Session> {
  const answer = await call('session.open', {})
  openedAt = doorTime()
  take(answer)
  return answer
}

function take(next: Session): void {
  session = next
  hearTerms(next)
  keep(NAME, next)
  listeners.forEach((listener) => listener(next))
}
