// The shape of the 8D's table; lifecycle.ts reads it.
import type { ArticleKey } from '../company/articles'
import type { Name } from '../ticket/parts'
import type { Role } from '../ticket/people'
import type { Effect } from './effect'
import type { D8MoveInput, D8MoveName } from './inputs'
import type { D8, D8Relation, D8State, D8Tell, LinkedTicket } from './record'

/** What a judgement needs beside the record; read by the server before it asks. */
export interface D8Facts {
  /** Those who may own a step. */
  staff: readonly (Name & { roles: readonly Role[] })[]
  effect: Effect
  /** The ticket that a link names, as far as this person may know of it. */
  ticket: LinkedTicket | null
}

export interface D8Actor extends Name {
  relations: readonly D8Relation[]
}

/** A move under judgement; `d8` is a draft that effects write on. */
export interface D8Draft<M extends D8MoveName = D8MoveName> {
  d8: D8
  input: D8MoveInput<M>
  actor: D8Actor
  now: number
  facts: D8Facts
}

export interface D8Check {
  holds: (at: D8Draft) => boolean
  words: (at: D8Draft) => string
  article?: ArticleKey
  wayOut?: string
  /** Judged only with what was typed; `field` is where its words stand. */
  onInput?: true
  field?: (at: D8Draft) => string
  code?: 'CONFLICT'
}

export interface D8Move<M extends D8MoveName, C extends string> {
  label: string
  from: readonly D8State[]
  by: readonly D8Relation[]
  needs?: readonly C[]
  /** By the clock only. */
  inner?: true
  article: ArticleKey
  words: (at: D8Draft<M>) => string
  does: (at: D8Draft<M>) => void
  tells?: (at: D8Draft<M>) => Omit<D8Tell, 'id'>[]
}

/** What a move was given, for a check that belongs to that move. */
export const inputOf = <M extends D8MoveName>(at: D8Draft): D8MoveInput<M> =>
  at.input as unknown as D8MoveInput<M>
