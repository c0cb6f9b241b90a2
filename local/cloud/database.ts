// The durable store: one SQLite file (WAL, synchronous FULL), a table a collection, a column an indexed field.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'libsql'
import type { IndexDeclaration } from '../options'
import { duplicate, notExist } from './errors'
import { parse, stringify, type Doc } from './ejson'
import { indexValue, newFlags, type Flags } from './index-values'

type Db = InstanceType<typeof Sqlite>
type Statement = ReturnType<Db['prepare']>

export interface Collection {
  name: string
  table: string
  fields: readonly string[]
  flags: Record<string, Flags>
}

/** A row as stored: `doc` is its EJSON. */
export interface Row {
  key: string
  doc: string
}

/** A document as it was found, with the key it is stored under. */
export interface Found {
  key: string
  doc: Doc
}

/** Key under which a document's _id is unique; numbers and strings do not meet. */
export const keyOf = (id: unknown): string =>
  `${typeof id === 'number' ? 'n' : 's'}${typeof id === 'object' ? JSON.stringify(id) : String(id)}`

export class Database {
  private readonly db: Db
  private readonly statements = new Map<string, Statement>()
  private readonly collections = new Map<string, Collection>()

  constructor(
    folder: string,
    private readonly indexes: Readonly<Record<string, readonly IndexDeclaration[]>>,
    durable = true,
  ) {
    mkdirSync(folder, { recursive: true })
    this.db = new Sqlite(join(folder, 'cloud.db'))
    this.db.exec('PRAGMA journal_mode=WAL')
    this.db.exec(`PRAGMA synchronous=${durable ? 'FULL' : 'OFF'}`)
    this.db.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY)')
    const known = this.db.prepare('SELECT name FROM collections').all() as { name: string }[]
    for (const name of new Set([...known.map((row) => row.name), ...Object.keys(indexes)])) this.create(name)
  }

  /** Whether nothing has ever been written. */
  isEmpty(): boolean {
    return [...this.collections.values()].every(
      (one) => (this.all(`SELECT count(*) AS n FROM ${one.table}`)[0] as { n: number }).n === 0,
    )
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  /** The collection of a name; throws as CloudBase does when there is none. */
  collection(name: string): Collection {
    const found = this.collections.get(name)
    if (!found) throw notExist(name)
    return found
  }

  /** Makes a collection with its declared indexes, or opens it. */
  create(name: string): Collection {
    if (!/^[\w-]{1,64}$/.test(name)) throw notExist(name)
    const declared = this.indexes[name] ?? []
    const fields = [...new Set(declared.flatMap((index) => index.fields))].filter((field) => field !== '_id')
    const table = `"c_${name}"`
    this.db.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (rid INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, doc TEXT NOT NULL)`,
    )
    const collection: Collection = {
      name,
      table,
      fields,
      flags: Object.fromEntries(fields.map((field) => [field, newFlags()])),
    }
    this.prepareColumns(collection)
    for (const { fields: on, unique } of declared) {
      const columns = on.map((field) => (field === '_id' ? 'key' : `"x:${field}"`)).join(', ')
      const index = `"i_${name}_${on.join('_')}"`
      this.db.exec(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${index} ON ${table} (${columns})`)
    }
    this.run('INSERT OR IGNORE INTO collections VALUES (?)', [name])
    this.collections.set(name, collection)
    return collection
  }

  // A newly declared index has its column filled from what is there; flags are learnt from every document.
  private prepareColumns(collection: Collection): void {
    const { table, name, fields } = collection
    const have = (this.all(`SELECT name FROM pragma_table_info('c_${name}')`) as { name: string }[]).map(
      (c) => c.name,
    )
    const missing = fields.filter((field) => !have.includes(`x:${field}`))
    for (const field of missing) this.db.exec(`ALTER TABLE ${table} ADD COLUMN "x:${field}"`)
    if (fields.length === 0) return
    const rows = this.all(`SELECT key, doc FROM ${table}`) as Row[]
    for (const row of rows) {
      const values = this.indexValues(collection, parse(row.doc))
      if (missing.length === 0) continue
      const set = fields.map((field) => `"x:${field}" = ?`).join(', ')
      this.run(`UPDATE ${table} SET ${set} WHERE key = ?`, [...values, row.key])
    }
  }

  private indexValues(collection: Collection, doc: Doc): unknown[] {
    return collection.fields.map((field) => indexValue(collection.flags[field]!, doc, field))
  }

  /** Writes or (doc null) removes documents, all or none; durable when it returns. */
  write(changes: readonly { collection: Collection; key: string; doc: Doc | null; fresh?: boolean }[]): void {
    this.atomically(() => {
      for (const { collection, key, doc, fresh } of changes) this.put(collection, key, doc, fresh ?? false)
    })
  }

  private put(collection: Collection, key: string, doc: Doc | null, fresh: boolean): void {
    const { table, fields } = collection
    if (!doc) return void this.run(`DELETE FROM ${table} WHERE key = ?`, [key])
    const values = [key, stringify(doc), ...this.indexValues(collection, doc)]
    const columns = ['key', 'doc', ...fields.map((field) => `"x:${field}"`)]
    const update = columns.slice(1).map((column) => `${column} = excluded.${column}`)
    const marks = columns.map(() => '?').join(', ')
    const onConflict = fresh ? '' : ` ON CONFLICT(key) DO UPDATE SET ${update.join(', ')}`
    this.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})${onConflict}`, values)
  }

  private atomically(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.db.exec('COMMIT')
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw /UNIQUE/i.test(String(error)) ? duplicate() : error
    }
  }

  /** Whether the last read went through a whole collection; known only while somebody asks (`explain`). */
  scanned = false
  /** Asks SQLite how it goes about each read. */
  explain = false
  private readonly plans = new Map<string, boolean>()

  /** Rows of a query on a collection; notes a scan. */
  read(sql: string, values: readonly unknown[]): unknown[] {
    if (this.explain && this.scans(sql)) this.scanned = true
    return this.all(sql, values)
  }

  // SQLite says SEARCH where an index narrows the rows, SCAN where all are looked at.
  private scans(sql: string): boolean {
    const known = this.plans.get(sql)
    if (known !== undefined) return known
    const bare = sql.replace(/\?/g, '1')
    const plan = this.db.prepare(`EXPLAIN QUERY PLAN ${bare}`).all() as { detail: string }[]
    const scans = plan.some(({ detail }) => detail.startsWith('SCAN'))
    this.plans.set(sql, scans)
    return scans
  }

  /** Rows of a query. */
  all(sql: string, values: readonly unknown[] = []): unknown[] {
    return this.statement(sql).all(...(values as [object]))
  }

  private run(sql: string, values: readonly unknown[]): void {
    this.statement(sql).run(...(values as [object]))
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const made = this.db.prepare(sql)
    if (this.statements.size < 500) this.statements.set(sql, made)
    return made
  }

  close(): void {
    this.db.close()
  }
}
