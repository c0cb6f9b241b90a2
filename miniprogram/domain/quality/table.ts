// The shape of the 8D's tables: moves of the record and of one step in it, checks, tellings.
import type * as v from 'valibot'
import type { Settings } from '../company/settings'
import type { Actor, Check, Judged, Move, Name } from '../engine/table'
import type { Role } from '../ticket/people'
import type { Effect } from './effect'
import type { D8, D8Relation, D8State, D8Step, D8Tell, LinkedTicket } from './record'

/** What a judgement needs beside the record; read by the server before it asks. */
export interface D8Facts {
  /** Those who may own a step. */
  staff: readonly (Name & { roles: readonly Role[] })[]
  effect: Effect
  /** What counts for the record: its own version for what was promised with it, the newest for all else. */
  settings: Settings
  /** The ticket that a link names, as far as this person may know of it. */
  ticket: LinkedTicket | null
}

export type D8Actor = Actor<D8Relation>

/** A move of an 8D under judgement; `d8` is a draft that effects write on. */
export interface D8Draft<I = unknown> extends Judged<I, D8Relation> {
  d8: D8
  facts: D8Facts
}
/** A move of one step. */
export interface StepDraft<I = unknown> extends D8Draft<I> {
  step: D8Step
}

type Told = Omit<D8Tell, 'id'>
export type D8Checks = Readonly<Record<string, Check<D8Draft>>>
export type StepChecks = Readonly<Record<string, Check<StepDraft>>>
export type D8Tellings = Readonly<Record<string, (at: D8Draft) => Told[]>>
export type StepTellings = Readonly<Record<string, (at: StepDraft) => Told[]>>

type Schemas = Readonly<Record<string, v.GenericSchema>>
export type Input<S extends v.GenericSchema> = v.InferOutput<S>
/** Moves of the record, typed by the schemas of what they take. */
export type D8Moves<I extends Schemas> = {
  readonly [M in keyof I]?: Move<D8Draft<Input<I[M]>>, D8State, D8Relation>
}
/** Moves of a step. */
export type StepMoves<I extends Schemas> = {
  readonly [M in keyof I]?: Move<StepDraft<Input<I[M]>>, D8State, D8Relation>
}

/** What a move was given, for a check that knows its schema. */
export const inputOf = <S extends v.GenericSchema>(at: D8Draft, _schema: S): Input<S> => at.input as Input<S>
