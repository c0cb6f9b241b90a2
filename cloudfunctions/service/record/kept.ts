// A kind of record as the service keeps it: its engine, its collection, and what is different about it.
import type { Engine, Known } from '../../../miniprogram/domain/engine/engine'
import type { Actor, Doc } from '../../../miniprogram/domain/engine/table'
import type { TemplateKey } from '../../../miniprogram/domain/company/templates'
import type { PersonRecord } from '../../store/records'
import type { Filter } from '../../store/filter'
import type { FindOptions } from '../../store/table'

/** As it lies in the database: with the time since when something of it is untold. */
export type Stored<R> = R & { untoldSince: number | null }

/** A telling as a message for one person. */
export interface Letter {
  template: TemplateKey
  /** The fields of the subscribe message, each within WeChat's limits. */
  fields: Record<string, string>
  title: string
  words: string
  page: string
  /** Sent even at night. */
  urgent?: boolean
  /** Told only where WeChat will bring it. */
  ifCredit?: boolean
  /** The visit whose survey it asks for; none when absent. */
  survey?: string | null
}

/** A move that the clock has to make. */
export interface Due<M extends string> {
  move: M
  part: string | null
  input: Record<string, unknown>
  /** The same for the same deadline, so that it is made once. */
  key: string
}

export interface Kept<R extends Doc, F extends Known, M extends string, T extends { id: string }> {
  engine: Engine<R, F, M>
  table: {
    get: (id: string) => Promise<Stored<R> | null>
    find: (filter: Filter, options: FindOptions) => Promise<Stored<R>[]>
    set: (filter: Filter, fields: Record<string, unknown>) => Promise<number>
    swap: (doc: Stored<R>, rev: number) => Promise<boolean>
  }
  untold: (record: R) => readonly T[]
  /** Who hears of it, of these people. */
  receivers: (record: R, tell: T, people: readonly PersonRecord[], now: number) => PersonRecord[]
  letter: (record: R, tell: T, now: number) => Letter
  /** People beside the maker's who are concerned, read only when one of them is. */
  others?: (
    record: R,
    tells: readonly T[],
    staff: readonly PersonRecord[],
  ) => Promise<readonly PersonRecord[]>
  /** Messages wait for the clock, which sends them within a minute and never at night. */
  waits?: boolean
  /** After the write: what other records learn from it. Safe to repeat. */
  after?: (record: R) => Promise<void>
  /** What the clock has to do at an instant. */
  due: (record: R, now: number, facts: F) => Due<M>[]
}

/** The clock as it acts on any record. */
export const clockActor: Actor<'timer'> = { pid: 'clock', name: '系统', title: '', relations: ['timer'] }
