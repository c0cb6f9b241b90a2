// The shape of a ticket's tables: states, moves of the ticket and of a visit inside it, checks, tellings.
// `engine/table.ts` has what every kind of record shares.
import type * as v from 'valibot'
import type { ArchiveKind } from '../archive/parts'
import type { ArticleKey } from '../company/articles'
import type { Category, Tab } from '../company/categories'
import type { Settings, Words } from '../company/settings'
import type * as engine from '../engine/table'
import type { Relation, Role } from './people'
import type { Name, RoleOnDuty, Tell, Ticket, TicketState } from './ticket'
import type { Visit, VisitState } from '../visit/parts'
import type { Kind as Seeable } from '../sight/kinds'
import type { Due } from '../calendar/working-time'

/** Who is responsible while a state lasts. */
export type HolderRule =
  'coordinator' | 'manager' | 'generalManager' | 'technical' | 'contact' | 'crew' | 'answerer' | 'handler'

/** A row of a state table: the words each side reads, who holds it, until when, what comes next. */
export interface StateRow<V extends Visit | null = Visit | null> {
  customer: string
  staff: string
  /** ≤ 5 Han, for pushes. */
  phrase: string
  category: Category
  tab: Tab
  holder: HolderRule | null
  next: Words
  /** The same for our people, where it speaks to the customer. */
  staffNext?: Words
  article?: ArticleKey
  /** `since` is when the state was entered; `visit` is the running or last one. */
  due?(ticket: Ticket, visit: V, since: number, settings: Settings): Due | null
}

export type Actor = engine.Actor<Relation>

/** One of the maker's people as a judgement knows him. */
export interface Staffer extends Name {
  roles: readonly Role[]
  /** Not there today. */
  away?: boolean
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
  /** What counts for the ticket: its own version for what was promised with it, the newest for all else. */
  settings: Settings
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

/** A move of a ticket under judgement. `ticket` and `visit` are drafts that effects write on. */
export interface Draft<I = unknown> extends engine.Judged<I, Relation> {
  ticket: Ticket
  /** The last visit, running or over. */
  visit: Visit | null
  /** The ticket as it was, for tellings that say only what is new. */
  before: Ticket
  /** Who wrote it down while `actor` is the one who said it; absent where somebody acts himself. */
  recorder?: Name
  facts: Facts
}
/** A move of a visit: there is one. */
export interface VisitDraft<I = unknown> extends Draft<I> {
  visit: Visit
}

/** What somebody is told; the engine gives it its id. */
export type Told = Omit<Tell, 'id'>

type Table<Row> = Readonly<Record<string, Row>>
export type Checks = Table<engine.Check<Draft>>
/** Checks that only moves of a visit may name. */
export type VisitChecks = Table<engine.Check<VisitDraft>>
export type Tellings = Table<(at: Draft) => Told | Told[]>
export type VisitTellings = Table<(at: VisitDraft) => Told | Told[]>

/** Schemas of a room's moves by their names. */
export type Schemas = Readonly<Record<string, v.GenericSchema>>
/** What a move is given, once its schema has checked it. */
export type Input<S extends v.GenericSchema> = v.InferOutput<S>

/** Which part of the archive what happened belongs to, and how the office writes down what only a customer may say. */
export interface Filed {
  archive: ArchiveKind
  /**
   * Of a move that only the customer's people make: true when its twin is made of it (`recorded.ts`), the name of the
   * move that is its twin by hand, or why nobody may say it for them.
   */
  recorded?: true | { by: string } | { never: string }
  /** A twin by hand: the customer is told of it and may object. */
  records?: true
}

type Rows<I extends Schemas, D extends 'ticket' | 'visit', S extends string> = {
  readonly [M in keyof I]?: engine.Move<
    D extends 'visit' ? VisitDraft<Input<I[M]>> : Draft<Input<I[M]>>,
    S,
    Relation,
    Seeable
  > &
    Filed
}
/** Moves of a ticket, typed by the schemas of what they take. */
export type Moves<I extends Schemas> = Rows<I, 'ticket', TicketState>
/** Moves of a visit inside a ticket. */
export type VisitMoves<I extends Schemas> = Rows<I, 'visit', VisitState>

/** The input of a move whose schema a check or a telling knows. */
export const inputOf = <S extends v.GenericSchema>(at: Draft, _schema: S): Input<S> => at.input as Input<S>

/** A lifecycle of any kind of ticket: states and moves. */
export interface Lifecycle {
  title: string
  start: TicketState
  states: { readonly [S in TicketState]?: StateRow }
  moves: Table<engine.Move<Draft, string, Relation, Seeable> & Filed>
}
