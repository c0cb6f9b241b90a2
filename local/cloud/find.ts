// Documents that match a query, sorted and cut: by SQL where its answer is exact, by mingo otherwise.
import { Query } from 'mingo'
import type { Collection, Database, Found, Row } from './database'
import { badRequest } from './errors'
import { parse, type Doc } from './ejson'
import { mingoOptions } from './mingo-options'
import { pushDown } from './push-down'
import type { Transaction } from './transactions'

export interface FindOptions {
  order?: Record<string, number>
  offset?: number
  limit?: number
  transaction?: Transaction | null
}

/** Finds; inside a transaction its own writes and its snapshot count. */
export function find(
  db: Database,
  collection: Collection,
  query: Record<string, unknown>,
  { order = {}, offset = 0, limit = Infinity, transaction = null }: FindOptions = {},
): Found[] {
  const pushed = pushDown(collection, query)
  const sortable = Object.keys(order).every((field) => sqlSorts(collection, field))
  const overlaid = transaction !== null && transaction.touches(collection)
  const bySql = pushed.exact && sortable && !overlaid
  const rows = db.read(statement(collection, pushed.where, order, sortable, bySql && limit < Infinity), [
    ...pushed.values,
    ...(bySql && limit < Infinity ? [limit, offset] : []),
  ]) as Row[]
  if (bySql) {
    const found = rows.map(toFound)
    return limit < Infinity ? found : found.slice(offset)
  }
  const test = judge(query)
  const base = rows.filter((row) => !transaction?.holds(collection, row.key)).map(toFound)
  const own = transaction?.own(collection) ?? []
  const matching = [
    ...(pushed.exact ? base : base.filter((one) => test.test(one.doc))),
    ...own.filter((one) => test.test(one.doc)),
  ]
  if (!sortable || overlaid) sort(matching, order)
  return matching.slice(offset, limit === Infinity ? undefined : offset + limit)
}

/** The query as mingo judges it; an operator that nobody knows is refused with its name. */
function judge(query: Record<string, unknown>): Query {
  try {
    return new Query(query, mingoOptions)
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error))
  }
}

/** How many match. */
export function count(db: Database, collection: Collection, query: Record<string, unknown>): number {
  const pushed = pushDown(collection, query)
  if (!pushed.exact) return find(db, collection, query).length
  const sql = `SELECT count(*) AS n FROM ${collection.table}${whereOf(pushed.where)}`
  return (db.read(sql, pushed.values)[0] as { n: number }).n
}

const toFound = (row: Row): Found => ({ key: row.key, doc: parse(row.doc) })
const whereOf = (where: readonly string[]): string =>
  where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''

function statement(
  collection: Collection,
  where: readonly string[],
  order: Record<string, number>,
  sortable: boolean,
  cut: boolean,
): string {
  const by = sortable
    ? Object.entries(order).map(([field, way]) => `${column(field)} ${way < 0 ? 'DESC' : 'ASC'}`)
    : []
  const sorted = [...by, 'rid'].join(', ')
  return `SELECT key, doc FROM ${collection.table}${whereOf(where)} ORDER BY ${sorted}${cut ? ' LIMIT ? OFFSET ?' : ''}`
}

const column = (field: string): string => (field === '_id' ? 'key' : `"x:${field}"`)

function sqlSorts(collection: Collection, field: string): boolean {
  if (field === '_id') return true
  const flags = collection.flags[field]
  if (!flags || flags.many || flags.types.has('other')) return false
  return [...flags.types].filter((type) => type !== 'null').length <= 1
}

function sort(found: Found[], order: Record<string, number>): void {
  if (Object.keys(order).length === 0) return
  const sorted = new Query({}, mingoOptions)
    .find<Doc>(found.map((one) => one.doc))
    .sort(order)
    .all()
  const place = new Map(sorted.map((doc, i) => [doc._id, i]))
  found.sort((a, b) => place.get(a.doc._id)! - place.get(b.doc._id)!)
}
