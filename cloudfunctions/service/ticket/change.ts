// One change of a ticket, by a person or by the clock.
import type { MoveName } from '../../../miniprogram/domain/subjects'
import type { Facts } from '../../../miniprogram/domain/ticket/table'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { change as changed, foreseen as foreseenOf } from '../record/change'
import { clockActor } from '../record/kept'
import { ticketKept } from './kept'
import { actorOf } from './seeing'

export interface Wanted {
  id: string
  key: string
  move: MoveName
  visit: string | null
  input: Record<string, unknown>
  now: number
  doneAt?: number | null
  read?: string
}
export interface Who {
  /** Null for the clock itself. */
  person: PersonRecord | null
  staff: PersonRecord[]
  facts: Facts
}

/** A ticket that was changed; `told` ends when everybody concerned has been told. */
export interface Changed<A> {
  ticket: TicketRecord
  told: Promise<void>
  answer: A
}

/** The ticket after the move, or as the same move left it before. Throws what the rules refuse. */
export async function change<A>(
  first: TicketRecord,
  { visit: part, ...wanted }: Wanted,
  { person, staff, facts }: Who,
  beside: (ticket: TicketRecord) => Promise<A>,
): Promise<Changed<A>> {
  const { record, ...rest } = await changed(
    ticketKept,
    first,
    { ...wanted, part },
    {
      actorOf: (ticket) => (person ? actorOf(person, ticket) : clockActor),
      staff,
      factsOf: () => facts,
    },
    beside,
  )
  return { ticket: record, ...rest }
}

/** The ticket as a move would leave it, before something beside it is written. Throws what the rules refuse. */
export const foreseen = (
  ticket: Ticket,
  { visit: part, ...wanted }: Wanted,
  { person, facts }: { person: PersonRecord; facts: Facts },
): Ticket => foreseenOf(ticketKept, ticket, { ...wanted, part }, actorOf(person, ticket), facts)
