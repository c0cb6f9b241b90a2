// When a move happened: a phone without a network tells its own time, and is believed within limits.
import { lengthOf } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { Ticket } from './ticket'

interface Told {
  now: number
  doneAt?: number | null
  actor: { pid: string }
  settings: Settings
}

/** The phone's time where it can be believed, else the upload's. */
export const believed = ({ now, doneAt, settings }: Omit<Told, 'actor'>): number =>
  doneAt != null && doneAt <= now && doneAt >= now - lengthOf(settings, 'offlineDays') ? doneAt : now

/**
 * The instant of the act. Never before what it follows: for what was done offline that is the last change of state
 * and the last act of the same person, so that a note of somebody else meanwhile does not move it. An absurd time
 * counts as the upload's. Where two machines' clocks differ it stands later than `now`, never before what is known.
 */
export function happened({ events }: Pick<Ticket, 'events'>, { now, doneAt, actor, settings }: Told): number {
  // nobody is without a network for longer: such a phone's clock is wrong
  const longest = lengthOf(settings, 'offlineDays')
  const offline = doneAt != null && doneAt <= now && doneAt >= now - longest
  const before = events.filter((event) => !offline || event.from !== event.to || event.by.pid === actor.pid)
  return Math.max(before[before.length - 1]?.at ?? 0, offline ? doneAt : now)
}
