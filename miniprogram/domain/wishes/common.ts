// What the wishes of a customer have in common: who has them, where they are heard, whether somebody is on the road.
import { visitOf, type Ticket } from '../ticket/ticket'

/** Whose wishes these are. */
export const customers = ['owner', 'colleague'] as const

/** Where a job is under way. */
export const open = [
  'submitted',
  'gm_review',
  'remote',
  'site_ready',
  'verified',
  'waiting_part',
  'visiting',
] as const

const early = ['planning', 'trip_pending', 'preparing', 'withdrawn', 'left', 'rated']

/** Nobody has set out for the visit that is on. */
export function isBeforeRoad(ticket: Ticket): boolean {
  const visit = ticket.state === 'visiting' ? visitOf(ticket) : null
  return !visit || early.includes(visit.state)
}
