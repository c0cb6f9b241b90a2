// One change of a record of any kind: decide, write by compare-and-set, tell; read and decided again when somebody
// was faster. `foreseen` decides by the same tables and writes nothing.
import type { Command, Decision, Known } from '../../../miniprogram/domain/engine/engine'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Actor, Doc } from '../../../miniprogram/domain/engine/table'
import type { PersonRecord } from '../../store/records'
import type { Kept, Stored } from './kept'
import { inRounds } from './rounds'
import { tellAll } from './tell'

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
  const asBefore = async (record: Stored<R>) => ({
    record,
    told: Promise.resolve(),
    answer: await beside(record),
  })
  const changed = await inRounds<Stored<R>, Changed<R, A>>(first, {
    read: () => kept.table.get(wanted.id),
    known: (record) => (done(record) ? asBefore(record) : null),
    write: (record) => attempt(kept, record, wanted, who, beside),
  })
  if (!changed) throw new Refused('NOT_FOUND', { words: kept.engine.unknown })
  await kept.after?.(changed.record)
  return changed
}

/**
 * The record as a move would leave it, for what has to be known before something else is written; nothing is. Throws
 * what the rules refuse.
 */
export function foreseen<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  { engine }: Kept<R, F, M, T>,
  record: R,
  wanted: Wanted<M>,
  actor: Actor,
  facts: F,
): R {
  const decision = engine.decide(record, commandOf(wanted, actor, facts))
  if (decision.ok) return decision.record
  throw refusalOf(decision)
}

const commandOf = <F extends Known, M extends string>(
  { move, part, key, input, now, read, doneAt = null }: Wanted<M>,
  actor: Actor,
  facts: F,
): Command<F, M> => ({ move, part, key, input, now, read, doneAt, facts, actor })

type No<R> = Extract<Decision<R>, { ok: false }>

function refusalOf<R>({ refusal: { code, ...more } }: No<R>): Refused {
  return new Refused(code, more)
}

/** One round: null when somebody else was faster. */
async function attempt<R extends Doc, F extends Known, M extends string, T extends { id: string }, A>(
  kept: Kept<R, F, M, T>,
  before: Stored<R>,
  wanted: Wanted<M>,
  who: Who<R, F>,
  beside: Beside<R, A>,
): Promise<Changed<R, A> | null> {
  const { now } = wanted
  const command = commandOf(wanted, who.actorOf(before), await who.factsOf(before))
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
  decision: No<R>,
): Promise<null> {
  const { spent } = decision
  if (spent && !(await kept.table.swap({ ...spent, untoldSince: before.untoldSince }, before.rev)))
    return null
  throw refusalOf(decision)
}
