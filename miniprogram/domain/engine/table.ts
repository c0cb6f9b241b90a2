// The shape of a table of moves, for any kind of record. `engine.ts` reads it; rooms fill it in.
import type { ArticleKey } from '../company/articles'
import type { Words } from '../company/settings'
import type { RefusalCode } from './refusals'

/** A person as written into a record: enough to be named, never a phone number of somebody else. */
export interface Name {
  pid: string
  name: string
  title: string
}

/** Who moves, and what that person is to this record. */
export interface Actor<Relation extends string = string> extends Name {
  relations: readonly Relation[]
  /** Relations that he has as a stand-in only. */
  acting?: readonly Relation[]
}

/** Something that happened, written in the same write as the change. Times are epoch milliseconds. */
export interface Happened {
  move: string
  /** The caller's idempotency key. */
  key: string
  at: number
  by: Name
  words: string
  /** Shown to the maker's people only. */
  internal?: boolean
  /** The stamp of what was read and answered to. */
  read?: string
}

/** What every record that the engine moves has: its revision, its history, and what is still to be told. */
export interface Doc {
  _id: string
  rev: number
  updatedAt: number
  events: Happened[]
  untold: { id: string }[]
}

/** A move under judgement, whatever it is about; `key` is '' while only what is possible is asked. */
export interface Judged<I, Relation extends string = string> {
  input: I
  actor: Actor<Relation>
  key: string
  now: number
}

/**
 * A named requirement: its words, its article and its way out; asked nowhere else. Its functions are methods, so
 * that a check of one part's draft may stand in a table of all drafts; which names a row may use is held where the
 * tables are put together (`subjects.ts`).
 */
export interface Check<D = never> {
  holds(at: D): boolean
  words(at: D): string
  code?: RefusalCode
  article?: ArticleKey
  wayOut?: Words
  /** The field under which the words belong. */
  field?: string
  /** The same where it depends on what was typed. */
  fieldOf?(at: D): string
  /** Judged only when the move is made, since it looks at what was typed. */
  onInput?: boolean
  /** Written although the move is refused, e.g. a wrong try that counts. */
  spends?(at: D): void
}

/** Yes or no of a draft; a method, as a check's functions are. */
type Asked<D> = { is(at: D): boolean }['is']

/** A row of a table of moves. Without `to` the state stays. */
export interface Move<
  D = never,
  State extends string = string,
  Relation extends string = string,
  Kind extends string = string,
> {
  label: string
  from: readonly State[]
  to?: State
  /** From these states it leads elsewhere than `to`. */
  turns?: Readonly<Partial<Record<string, State>>>
  by: readonly Relation[]
  /** Offered only while these hold; asked for otherwise it is a conflict. */
  when?: readonly string[]
  /** Gates: offered, but blocked with words, article and way out until these hold. */
  needs?: readonly string[]
  /**
   * What whoever agrees, refuses, signs or rates answers to, as he has read it: made of the record alone. The caller
   * names its stamp; when it has changed since, the move is refused and it is shown anew.
   */
  answersTo?(at: D): unknown
  article?: ArticleKey
  /** The one verb of the state for those who may do it; in these states only when they are named. */
  primary?: boolean | readonly State[]
  /** For the maker's people only, always or as it was typed. */
  internal?: boolean | Asked<D>
  /** Made as a part of something else; nobody is offered it. */
  inner?: boolean
  /** Who is told of it, by name. */
  tells?: readonly string[]
  /** Before it is judged, who wrote down what somebody else said puts him in the draft as the one who acts. */
  speaks?(at: D): void
  words(at: D): string
  /** What the customer's people read instead: nothing that was written for ourselves. */
  customerWords?(at: D): string
  /** Kinds of field that the words give away beside the deed; who may not see one reads the label. */
  holds?: readonly Kind[]
  does?(at: D): void
  /** Where the record goes instead: the first row whose check holds. */
  lifts?: readonly { when: string; to: string }[]
}
