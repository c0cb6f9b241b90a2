// A typed collection with the few verbs that the product uses. Every answer of the SDK is checked for its refusal.
import { command, db } from './db'
import { opened } from './gate'
import { build, safeField, type Filter } from './filter'
import type { CollectionName } from './schema'

export interface FindOptions {
  /** Sort field and way. */
  order?: readonly [string, 'asc' | 'desc']
  limit: number
  /** Fields to leave out of lists. */
  without?: readonly string[]
  only?: readonly string[]
}

interface Written {
  updated?: number
  code?: string
  message?: string
}

const most = 1000
export class DuplicateError extends Error {}

/** Verbs on one collection of documents with an _id. */
export function table<T extends { _id: string }>(name: CollectionName) {
  const collection = () => db().collection(name)
  return {
    /** The document of an id, null when there is none. */
    async get(id: string): Promise<T | null> {
      const { data } = checked(await collection().doc(id).get())
      return ((data as T[])[0] ?? null) as T | null
    },
    /** Documents that match, at most `limit` (≤ 1000). */
    async find(filter: Filter, { order, limit, only, without }: FindOptions): Promise<T[]> {
      let query = collection().where(build(filter)).limit(Math.min(limit, most))
      if (order) query = query.orderBy(safeField(order[0]), order[1])
      if (only) query = query.field(Object.fromEntries(only.map((field) => [safeField(field), true])))
      if (without) query = query.field(Object.fromEntries(without.map((field) => [safeField(field), false])))
      const { data } = checked(await query.get())
      return data as T[]
    },
    async count(filter: Filter): Promise<number> {
      const answer = checked(await collection().where(build(filter)).count())
      return answer.total ?? 0
    },
    /** Writes a new document; throws DuplicateError when its id or a unique field is taken. */
    async insert(doc: T): Promise<void> {
      await opened()
      try {
        checked(await collection().add(doc))
      } catch (error) {
        if (isDuplicate(error)) throw new DuplicateError(name)
        throw error
      }
    },
    /** Writes a document whether it is there or not; the last writer wins. */
    async put(doc: T): Promise<void> {
      await opened()
      const { _id, ...fields } = doc
      checked(await collection().doc(_id).set(fields))
    },
    /** Compare-and-set on { _id, rev }: true when this call changed it. */
    async swap(doc: T & { rev: number }, rev: number): Promise<boolean> {
      await opened()
      const { _id, ...fields } = doc
      const set = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, command().set(value)]),
      )
      const answer: Written = checked(await collection().where(build({ _id, rev })).update(set))
      return answer.updated === 1
    },
    /** Removes documents by their ids. */
    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return
      await opened()
      checked(
        await collection()
          .where(build({ _id: { in: ids } }))
          .remove(),
      )
    },
    /** Sets plain fields where the filter holds; the number of documents changed. */
    async set(filter: Filter, fields: Record<string, unknown>): Promise<number> {
      await opened()
      const set = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [safeField(key), command().set(value)]),
      )
      const answer: Written = checked(await collection().where(build(filter)).update(set))
      return answer.updated ?? 0
    },
    /** Adds to number fields and sets others in one write; makes nothing. */
    async add(
      filter: Filter,
      amounts: Record<string, number>,
      fields: Record<string, unknown> = {},
    ): Promise<number> {
      await opened()
      const change = {
        ...Object.fromEntries(
          Object.entries(amounts).map(([key, value]) => [safeField(key), command().inc(value)]),
        ),
        ...Object.fromEntries(
          Object.entries(fields).map(([key, value]) => [safeField(key), command().set(value)]),
        ),
      }
      const answer: Written = checked(await collection().where(build(filter)).update(change))
      return answer.updated ?? 0
    },
  }
}

function checked<A>(answer: A): A {
  const { code, message } = answer as { code?: string; message?: string }
  if (code) throw Object.assign(new Error(message), { code })
  return answer
}

function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000|-502001/.test(message ?? '')
}
