// One change of a record of any kind: decide, write by compare-and-set, tell; read and decided again when somebody
// was faster.
import type { Known } from '../../../miniprogram/domain/engine/engine'
import type { Decision } from '../../../miniprogram/domain/engine/engine'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Actor, Doc } from '../../../miniprogram/domain/engine/table'
import type { PersonRecord } from '../../store/records'
import type { Kept, Stored } from './kept'
import { tellAll } from './tell'

const TRIES = 5

export interface Wanted<M extends string> {
  id: string
  key: string
  move: M
  /** The visit or step that it is about. */
  part: string | null
  input: unknown
  now: number
  doneAt?: number | null
  /** The stamp of what the person has read; undefined where no page was shown. */
  read?: string
}

export interface Who<R, F> {
  actorOf: (record: R) => Actor
  /** The maker's people who are at work. */
  staff: readonly PersonRecord[]
  factsOf: (record: R) => F | Promise<F>
}

/** A record that was changed; `told` ends when everybody concerned has been told. */
export interface Changed<R, A> {
  record: Stored<R>
  told: Promise<void>
  answer: A
}

/** What is made beside the write, so that it costs no wait of its own: the caller's answer. */
type Beside<R, A> = (record: Stored<R>) => Promise<A>

/** The record after the move, or as the same move left it before. Throws what the rules refuse. */
export async function change<R extends Doc, F extends Known, M extends string, T extends { id: string }, A>(
  kept: Kept<R, F, M, T>,
  first: Stored<R>,
  wanted: Wanted<M>,
  who: Who<R, F>,
  beside: Beside<R, A>,
): Promise<Changed<R, A>> {
  const done = (record: Stored<R>) => {
    const { pid } = who.actorOf(record)
    return record.events.some((event) => event.key === wanted.key && event.by.pid === pid)
  }
  const asBefore = async (record: Stored<R>) =>
    finished(kept, { record, told: Promise.resolve(), answer: await beside(record) })
  let record: Stored<R> | null = first
  for (let i = 0; i < TRIES && record; i++) {
    if (done(record)) return asBefore(record)
    const changed = await attempt(kept, record, wanted, who, beside)
    if (changed) return finished(kept, changed)
    await backOff(i)
    record = await kept.table.get(wanted.id)
  }
  if (!record) throw new Refused('NOT_FOUND', { words: kept.engine.unknown })
  if (done(record)) return asBefore(record)
  throw new Refused('CONFLICT')
}

async function finished<R extends Doc, F extends Known, M extends string, T extends { id: string }, A>(
  kept: Kept<R, F, M, T>,
  changed: Changed<R, A>,
): Promise<Changed<R, A>> {
  await kept.after?.(changed.record)
  return changed
}

// A few milliseconds that differ between callers, so that the same two do not meet again.
const backOff = (round: number): Promise<void> =>
  new Promise((done) => setTimeout(done, round * 10 + Math.random() * 20))

/** One round: null when somebody else was faster. */
async function attempt<R extends Doc, F extends Known, M extends string, T extends { id: string }, A>(
  kept: Kept<R, F, M, T>,
  before: Stored<R>,
  wanted: Wanted<M>,
  who: Who<R, F>,
  beside: Beside<R, A>,
): Promise<Changed<R, A> | null> {
  const { move, part, key, input, now, read, doneAt = null } = wanted
  const facts = await who.factsOf(before)
  const command = { move, part, key, input, now, read, doneAt, facts, actor: who.actorOf(before) }
  const decision = kept.engine.decide(before, command)
  if (!decision.ok) return refused(kept, before, decision)
  const fresh = kept.untold(decision.record).slice(before.untold.length)
  const untoldSince = fresh.length > 0 ? (before.untoldSince ?? now) : before.untoldSince
  const record: Stored<R> = { ...decision.record, untoldSince }
  const [won, others, answer] = await Promise.all([
    kept.table.swap(record, before.rev),
    kept.others?.(record, fresh, who.staff) ?? [],
    beside(record),
  ])
  if (!won) return null
  return { record, told: tellAll(kept, record, fresh, [...others, ...who.staff], now), answer }
}

// A refusal that counts (a wrong code) is written before it is said.
async function refused<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  before: Stored<R>,
  { spent, refusal }: Extract<Decision<R>, { ok: false }>,
): Promise<null> {
  if (spent && !(await kept.table.swap({ ...spent, untoldSince: before.untoldSince }, before.rev)))
    return null
  const { code, ...more } = refusal
  throw new Refused(code, more)
}
