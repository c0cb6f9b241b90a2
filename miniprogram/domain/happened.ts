// When a move happened: a phone without a network tells its own time, and is believed within limits.
import type { Ticket } from './ticket'

/** Nobody is without a network for longer: such a phone's clock is wrong. */
export const OFFLINE_LONGEST = 7 * 24 * 3600_000

interface Told {
  now: number
  doneAt?: number | null
  actor: { pid: string }
}

/**
 * The instant of the act. Never after now, never before what it follows: the last change of state and the last act
 * of the same person. A note of somebody else meanwhile does not move it. An absurd time counts as the upload's.
 */
export function happened(ticket: Pick<Ticket, 'events'>, { now, doneAt, actor }: Told): number {
  if (!doneAt || doneAt > now || doneAt < now - OFFLINE_LONGEST) return now
  const before = ticket.events.filter((event) => event.from !== event.to || event.by.pid === actor.pid)
  const last = before[before.length - 1]?.at ?? 0
  return Math.min(now, Math.max(doneAt, last))
}
