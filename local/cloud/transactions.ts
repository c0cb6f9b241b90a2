// Transactions: the first writer of a document wins, the other is told of the conflict; 30 s at most.
import { randomUUID } from 'node:crypto'
import type { Collection, Database, Found } from './database'
import { conflict, ended } from './errors'
import type { Doc } from './ejson'

const longest = 30_000

export class Transaction {
  readonly id = randomUUID()
  readonly begun = Date.now()
  readonly changes = new Map<string, { collection: Collection; key: string; doc: Doc | null }>()

  touches(collection: Collection): boolean {
    return [...this.changes.values()].some((change) => change.collection.name === collection.name)
  }
  holds(collection: Collection, key: string): boolean {
    return this.changes.has(place(collection, key))
  }
  own(collection: Collection): Found[] {
    return [...this.changes.values()].flatMap(({ collection: { name }, key, doc }) =>
      doc && name === collection.name ? [{ key, doc }] : [],
    )
  }
}

const place = (collection: Collection, key: string): string => `${collection.name}\0${key}`

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  /** Who has written a document and not yet ended. */
  private readonly locks = new Map<string, Transaction>()
  /** When a document was last written, so that an older snapshot does not overwrite it. */
  private readonly writtenAt = new Map<string, number>()
  private tick = 0
  private readonly snapshots = new Map<string, number>()

  constructor(private readonly db: Database) {}

  begin(): Transaction {
    const transaction = new Transaction()
    this.open.set(transaction.id, transaction)
    return transaction
  }

  /** The open transaction of an id, null without one; throws when it has ended. Its first use is its snapshot. */
  of(id: unknown): Transaction | null {
    if (typeof id !== 'string' || id === '') return null
    const found = this.open.get(id)
    if (!found) throw ended()
    if (Date.now() - found.begun > longest) {
      this.end(found)
      throw ended()
    }
    if (!this.snapshots.has(found.id)) this.snapshots.set(found.id, this.tick)
    return found
  }

  /** Writes at once, or into the transaction. */
  write(
    changes: { collection: Collection; key: string; doc: Doc | null; fresh?: boolean }[],
    transaction: Transaction | null,
  ): void {
    if (!transaction) {
      this.db.write(changes)
      this.note(changes)
      return
    }
    for (const { collection, key } of changes) this.lock(place(collection, key), transaction)
    for (const change of changes) transaction.changes.set(place(change.collection, change.key), change)
  }

  private lock(at: string, transaction: Transaction): void {
    const holder = this.locks.get(at)
    const newer = (this.writtenAt.get(at) ?? -1) > this.snapshots.get(transaction.id)!
    if ((holder && holder !== transaction) || newer) {
      this.end(transaction)
      throw conflict()
    }
    this.locks.set(at, transaction)
  }

  commit(transaction: Transaction): void {
    const changes = [...transaction.changes.values()]
    try {
      if (changes.length > 0) this.db.write(changes)
      this.note(changes)
    } finally {
      this.end(transaction)
    }
  }

  private note(changes: { collection: Collection; key: string }[]): void {
    this.tick += 1
    if (this.open.size === 0) return this.writtenAt.clear()
    for (const { collection, key } of changes) this.writtenAt.set(place(collection, key), this.tick)
  }

  end(transaction: Transaction): void {
    this.open.delete(transaction.id)
    this.snapshots.delete(transaction.id)
    for (const [at, holder] of this.locks) if (holder === transaction) this.locks.delete(at)
  }
}
