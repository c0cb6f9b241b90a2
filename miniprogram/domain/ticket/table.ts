// The shape of a lifecycle table; lifecycle.ts is the engine that reads it.
import type { ArticleKey } from '../company/articles'
import type { Category, Tab } from '../company/categories'
import type { CheckName } from '../door/checks'
import type { MoveInput, MoveName } from '../door/inputs'
import type { Relation, Role } from './people'
import type { RefusalCode } from '../engine/refusals'
import type { TellName } from '../door/tells'
import type { Name, Receiver, RoleOnDuty, Tell, Ticket, Visit } from './ticket'
import type { Kind as Seeable } from '../sight/kinds'
import type { Due } from '../calendar/working-time'

/** Who is responsible while a state lasts. */
export type HolderRule =
  'coordinator' | 'manager' | 'generalManager' | 'technical' | 'contact' | 'crew' | 'answerer' | 'handler'

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
  /** The same for our people, where it speaks to the customer. */
  staffNext?: string
  article?: ArticleKey
  /** `since` is when the state was entered. */
  due?: (ticket: Ticket, visit: Visit | null, since: number) => Due | null
}

/** Who moves, and what that person is to this ticket. */
export interface Actor extends Name {
  relations: readonly Relation[]
}

/** One of the maker's people as a judgement knows him. */
export interface Staffer extends Name {
  roles: readonly Role[]
}

/** Why somebody is not free: another job or an absence, from and until when. */
export interface Away {
  pid: string
  from: number
  to: number
  words: string
}

/** What a judgement needs to know beside the ticket; read by the server before it asks. */
export interface Facts {
  duty: Record<RoleOnDuty, Name | null>
  staff: readonly Staffer[]
  /** Other jobs and absences; read only for a move that sends somebody. */
  away?: readonly Away[]
  /** The ticket that a merge takes in. */
  other: Ticket | null
  /** Id of the item of knowledge that has just been written of the ticket. */
  kept?: string
  /** At least 32 random bytes. */
  random: readonly number[]
  hash: (text: string) => string
}

/** A move under judgement. `ticket` and `visit` are a draft that effects write on. */
export interface Draft<M extends MoveName = MoveName> {
  ticket: Ticket
  visit: Visit | null
  /** The ticket as it was, for tellings that say only what is new. */
  before: Ticket
  input: MoveInput<M>
  actor: Actor
  /** The caller's idempotency key, '' while only what is possible is asked. */
  key: string
  now: number
  facts: Facts
}

/** A named requirement: its words, its article and its way out; asked nowhere else. */
export interface Check {
  holds: (at: Draft) => boolean
  words: (at: Draft) => string
  code?: RefusalCode
  article?: ArticleKey
  wayOut?: string
  /** The field under which the words belong. */
  field?: string
  /** Judged only when the move is made, since it looks at what was typed. */
  onInput?: boolean
  /** Written although the move is refused. */
  spends?: (at: Draft) => void
}
export type Checks = Record<string, Check>

/** What somebody is told; the engine gives it its id. */
export type Told = Omit<Tell, 'id'>
export type Telling = (at: Draft) => Told | Told[]
export type Tellings = Record<string, Telling>
export type { Receiver }

/** The input of a move whose name a check or a telling knows. */
export const inputOf = <M extends MoveName>(at: Draft): MoveInput<M> => at.input as MoveInput<M>

/** A row of a move table. Without `to` the state stays. */
export interface Move<S extends string, M extends MoveName> {
  label: string
  from: readonly S[]
  to?: S
  /** From these states it leads elsewhere than `to`. */
  turns?: Readonly<Partial<Record<string, S>>>
  by: readonly Relation[]
  /** Offered only while these hold; asked for otherwise it is a conflict. */
  when?: readonly CheckName[]
  /** Gates: offered, but blocked with words, article and way out until these hold. */
  needs?: readonly CheckName[]
  article?: ArticleKey
  /** The one verb of the state for those who may do it; in these states only when they are named. */
  primary?: boolean | readonly S[]
  /** For the maker's people only, always or as it was typed. */
  internal?: boolean | ((at: Draft<M>) => boolean)
  /** Made as a part of something else; nobody is offered it. */
  inner?: boolean
  tells?: readonly TellName[]
  words: (at: Draft<M>) => string
  /** What the customer's people read instead: nothing that was written for ourselves. */
  customerWords?: (at: Draft<M>) => string
  /** What the words give away beside the deed; who may not see that reads the label. */
  holds?: readonly Seeable[]
  does?: (at: Draft<M>) => void
  /** Where the ticket goes instead: the first row whose check holds. */
  lifts?: readonly { when: CheckName; to: Ticket['state'] }[]
}
export type Moves<S extends string> = { readonly [M in MoveName]?: Move<S, M> }

/** A lifecycle, written once: states and moves. */
export interface Lifecycle<S extends string> {
  title: string
  start: S
  states: Readonly<Record<S, StateRow>>
  moves: Moves<S>
}
