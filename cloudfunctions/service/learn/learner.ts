// What a learner is: the sweep hands it what changed.
import type { TicketRecord } from '../../store/records'

/** Writes what it needs of these tickets under ids that come from the tickets, so that it may run twice. */
export type Learner = (changed: readonly TicketRecord[], now: number) => Promise<void>
