// The one optimistic loop: read, judge, write by compare-and-set; read and judged again when somebody was faster.
// `change.ts` stands on it with an engine's moves; a record without moves is rewritten by it as it is.
import { Refused, type RefusalCode } from '../../../miniprogram/domain/engine/refusals'

const TRIES = 5

export interface Round<R, A> {
  read: () => Promise<R | null>
  /** The answer when the record is so already; null when it is not. */
  known: (record: R) => Promise<A> | null
  /** Judges and writes; null when somebody else was faster. Throws what the rules refuse. */
  write: (record: R) => Promise<A | null>
  /** Said when somebody was faster each time; CONFLICT when absent. */
  beaten?: RefusalCode
}

/** What `write` or `known` answered; null when the record is not there. */
export async function inRounds<R, A>(
  first: R | null,
  { read, known, write, beaten = 'CONFLICT' }: Round<R, A>,
): Promise<A | null> {
  let record = first
  for (let round = 0; record; round++) {
    const before = known(record)
    if (before) return before
    if (round === TRIES) throw new Refused(beaten)
    const written = await write(record)
    if (written) return written
    await backOff(round)
    record = await read()
  }
  return null
}

// A few milliseconds that differ between callers, so that the same two do not meet again.
const backOff = (round: number): Promise<void> =>
  new Promise((done) => setTimeout(done, round * 10 + Math.random() * 20))

interface Table<R> {
  get: (id: string) => Promise<R | null>
  swap: (doc: R, rev: number) => Promise<boolean>
}

/**
 * A record that no engine moves, as `next` makes it: null from `next` means that it is so already. Gives the record
 * as it is then, null when there is none. `first` is what was read of it already.
 */
export async function rewrite<R extends { _id: string; rev: number }>(
  table: Table<R>,
  first: R | null,
  next: (record: R) => R | null,
  beaten?: RefusalCode,
): Promise<R | null> {
  return inRounds<R, R>(first, {
    read: () => (first ? table.get(first._id) : Promise.resolve(null)),
    known: (record) => (next(record) ? null : Promise.resolve(record)),
    write: async (record) => {
      const written = { ...record, ...next(record), rev: record.rev + 1 }
      return (await table.swap(written, record.rev)) ? written : null
    },
    beaten,
  })
}
