// The shape of a lifecycle table; lifecycle.ts is the engine that reads it.
import type { ArticleKey } from './articles'
import type { Category, Tab } from './categories'
import type { CheckName } from './checks'
import type { MoveInput, MoveName } from './inputs'
import type { Relation } from './people'
import type { TellName } from './tells'
import type { Name, Ticket, TicketState, Visit } from './ticket'
import type { Due } from './working-time'

/** Who is responsible while a state lasts. */
export type HolderRule = 'coordinator' | 'manager' | 'generalManager' | 'contact' | 'crew'

/** A row of a state table: the words each side reads, who holds it, until when, what comes next. */
export interface StateRow {
  customer: string
  staff: string
  /** ≤ 5 Han, for pushes. */
  phrase: string
  category: Category
  tab: Tab
  holder: HolderRule | null
  next: string
  article?: ArticleKey
  due?: (ticket: Ticket, visit: Visit | null, now: number) => Due | null
}

/** Who moves, and what that person is to this ticket. */
export interface Actor extends Name {
  relations: readonly Relation[]
}

/** What a judgement needs to know beside the ticket; read by the server before it asks. */
export interface Facts {
  duty: Record<'coordinator' | 'manager' | 'generalManager', Name | null>
  engineer: Name | null
  /** At least 32 random bytes. */
  random: readonly number[]
  hash: (text: string) => string
}

/** A move under judgement. `ticket` and `visit` are a draft that effects write on. */
export interface Draft<M extends MoveName = MoveName> {
  ticket: Ticket
  visit: Visit | null
  input: MoveInput<M>
  actor: Actor
  now: number
  facts: Facts
}

/** A row of a move table. */
export interface Move<S extends string, M extends MoveName> {
  label: string
  from: readonly S[]
  to: S
  by: readonly Relation[]
  needs?: readonly CheckName[]
  article?: ArticleKey
  /** The one verb of the state for those who may do it. */
  primary?: boolean
  internal?: boolean
  tells?: readonly TellName[]
  words: (at: Draft<M>) => string
  does?: (at: Draft<M>) => void
  /** A visit's move may carry its ticket along: the first row whose check holds. */
  lifts?: readonly { when: CheckName; to: TicketState }[]
}
export type Moves<S extends string> = { readonly [M in MoveName]?: Move<S, M> }

/** A lifecycle, written once: states and moves. */
export interface Lifecycle<S extends string> {
  title: string
  start: S
  states: Readonly<Record<S, StateRow>>
  moves: Moves<S>
}

/** Gives a table its types; nothing else. */
export const lifecycle = <S extends string>(table: Lifecycle<S>): Lifecycle<S> => table
