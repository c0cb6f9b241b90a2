// One engine for every kind of record: decide() judges a move by the tables, offers() says what a person may do.
// Pure: who, when and what is known come in; the next record, its event and what to tell go out.
import type { ArticleKey } from '../company/articles'
import { inWords, type Settings } from '../company/settings'
import { clockTime } from '../calendar/format'
import { MINUTE } from '../calendar/units'
import { refusalWords, type Refusal } from './refusals'
import type { Actor, Check, Doc, Happened, Move } from './table'

/** A table of moves, and what its moves are about: parts of the record (visits, steps) or the record itself. */
export interface Cycle<R, P, D, M extends string> {
  moves: { readonly [name in M]?: Move<D> }
  /** Absent: the moves are about the record. */
  parts?: { of: (record: R) => readonly string[]; find: (record: R, id: string | null) => P | null }
  state: (record: R, part: P | null) => string
  enter: (record: R, part: P | null, state: string) => void
}

/** A move asked for: `key` is the caller's idempotency key, `doneAt` the phone's time when it was done offline. */
export interface Command<F extends Known, M extends string = string> {
  move: M
  /** Id of the visit or step that it is about; null for the record, or for the part that is on. */
  part: string | null
  key: string
  input: unknown
  actor: Actor
  now: number
  doneAt?: number | null
  /** The stamp of what the actor has read; undefined where no page was shown, as to the clock. */
  read?: string
  facts: F
}

/** What is known when a draft is made of a record. */
export interface Drawn<R, P, F> {
  record: R
  part: P | null
  before: R
  input: unknown
  actor: Actor
  key: string
  now: number
  facts: F
}

/** What somebody is told of a move; a method, as a check's functions are. */
type Telling<D> = { told(at: D): object | object[] }['told']

/** A kind of record: its tables, and what is different about it, each under a name. */
export interface Kind<R extends Doc, P, F extends Known, D, M extends string> {
  /** What it is called in a refusal: 工单. */
  label: string
  /** The words for whom it does not exist. */
  unknown: string
  /** The tables that may move a record, asked in this order. */
  cycles: (record: R) => readonly Cycle<R, P, D, M>[]
  checks: Readonly<Record<string, Check<D>>>
  tells: Readonly<Record<string, Telling<D>>>
  draft: (given: Drawn<R, P, F>) => D
  /** What lists and the clock need of it, written with each change. `now` is the instant of the change. */
  summarize: (record: R, now: number, facts: F) => void
  /** What its history keeps of a move beside the common fields. */
  event: (given: { before: R; record: R; part: P | null; as: string; command: Command<F, M> }) => object
  /** A relation that is so to some parts only, such as the crew of one visit; true for every part when absent. */
  isOn?: (relation: string, part: P | null, pid: string, record: R) => boolean
  /** Who acts, once it is known as what: a stand-in says whose place he takes. */
  actedBy?: (actor: Actor, as: string) => Actor
  /** What somebody reads who is nothing to it (any more); NOT_FOUND when absent or null. */
  stranger?: (record: R, pid: string) => Refusal | null
  /** When a move happened, where a phone without a network tells its own time; the command's now when absent. */
  happened?: (record: R, command: Command<F, M>) => number
  /** The facts as this record may know them. */
  factsFor?: (record: R, facts: F) => F
  /** Written before the move's own effect: files that were announced with it. */
  announced?: (given: Drawn<R, P, F> & { internal: boolean }) => void
  /** Offered at this part at all. */
  fits?: (record: R, part: P | null, move: M) => boolean
  /** Relations of the customer's side: what they bring is never internal. */
  outside?: readonly string[]
  /** A short text that stands for what was read; needed where a row answers to something. */
  stamp?: (content: unknown, facts: F) => string
  /** What happened last as far as it is this relation's to know; the last event when absent. */
  lastTold?: (record: R, as: string) => Pick<Happened, 'at' | 'by' | 'words'> | undefined
}

/** What every judgement knows: what the company has set. */
export interface Known {
  settings: Settings
}

/** What comes in so long after it was done is no reason to wake anybody. */
const isLate = (done: number, now: number, { lateMinutes }: Settings): boolean =>
  now - done > lateMinutes * MINUTE

export type Decision<R> =
  | { ok: true; record: R; event: Happened }
  | { ok: false; refusal: Refusal; /** written although refused */ spent?: R }

/** A move offered to a person; `blocked` says why not yet and the way out. */
export interface Offered<M extends string = string> {
  move: M
  part: string | null
  label: string
  primary: boolean
  article: ArticleKey | null
  /** The stamp of what it answers to, to be named with it; '' where it answers to nothing. */
  read: string
  blocked: { words: string; wayOut: string; article: ArticleKey | null } | null
}

export interface Engine<R extends Doc, F extends Known, M extends string = string> {
  /** Judges a move. The record given is not changed. */
  decide: (record: R, command: Command<F, M>) => Decision<R>
  /** What a person may do now, in the order of the tables; empty for whom the record does not exist. */
  offers: (record: R, actor: Actor, now: number, facts: F) => Offered<M>[]
  /** One move as a person may make it, [] when it is not his now; `trusted` gates are not judged. */
  offer: (record: R, move: M, part: string | null, who: Who<F>) => Offered<M>[]
  /** A named check as it stands without a move: what is still in the way. */
  stands: (record: R, check: string, now: number, facts: F) => { ok: boolean; words: string }
  summarize: (record: R, now: number, facts: F) => void
  label: string
  unknown: string
}

interface Who<F extends Known> {
  actor: Actor
  now: number
  facts: F
  trusted?: readonly string[]
}

const nobody: Actor = { pid: '', name: '', title: '', relations: [] }

/** The engine of a kind of record: every move of it is judged here and nowhere else. */
export function engineOf<R extends Doc, P, F extends Known, D, M extends string>(
  kind: Kind<R, P, F, D, M>,
): Engine<R, F, M> {
  const { checks } = kind
  const isOn = kind.isOn ?? (() => true)
  type Row = Move<D>
  interface Found {
    cycle: Cycle<R, P, D, M>
    row: Row
    part: P | null
    state: string
  }

  function find(record: R, move: M, id: string | null): Found | null {
    for (const cycle of kind.cycles(record)) {
      const row = cycle.moves[move]
      if (!row) continue
      const part = cycle.parts ? cycle.parts.find(record, id) : null
      if (cycle.parts && !part) return null
      return { cycle, row, part, state: cycle.state(record, part) }
    }
    return null
  }

  function drawFor(row: Row, drawn: Drawn<R, P, F>): D {
    const at = kind.draft(drawn)
    row.speaks?.(at)
    return at
  }

  const relationFor = (record: R, { row, part }: Found, { relations, pid }: Actor): string | undefined =>
    relations.find((relation) => row.by.includes(relation) && isOn(relation, part, pid, record))

  /** A stand-in acts as himself where what he is himself is enough, else in the place that he takes. */
  function asWhom(record: R, found: Found, command: Command<F, M>): string | undefined {
    const { row, part } = found
    const { actor, input, key, now, facts } = command
    const able = actor.relations.filter((one) => relationFor(record, found, { ...actor, relations: [one] }))
    const enough = (relation: string) => {
      const alone = { ...actor, relations: [relation] }
      const at = drawFor(row, { record, part, before: record, input, actor: alone, key, now, facts })
      return row.when?.every((name) => checks[name]!.holds(at)) ?? true
    }
    return able.find(enough) ?? able[0]
  }

  function decide(record: R, command: Command<F, M>): Decision<R> {
    const { actor, move } = command
    if (actor.relations.length === 0) {
      const told = kind.stranger?.(record, actor.pid) ?? null
      return { ok: false, refusal: told ?? { code: 'NOT_FOUND', words: kind.unknown } }
    }
    const found = find(record, move, command.part)
    const as =
      found && (actor.acting?.length ? asWhom(record, found, command) : relationFor(record, found, actor))
    if (!found || !as) return { ok: false, refusal: { code: 'NOT_ALLOWED', words: refusalWords.NOT_ALLOWED } }
    if (!found.row.from.includes(found.state)) return { ok: false, refusal: conflict(record, as) }
    return apply(record, command, as)
  }

  function apply(before: R, command: Command<F, M>, as: string): Decision<R> {
    const record = JSON.parse(JSON.stringify(before)) as R
    const { cycle, row, part, state } = find(record, command.move, command.part)!
    const facts = kind.factsFor?.(before, command.facts) ?? command.facts
    const { input, key } = command
    const actor = kind.actedBy?.(command.actor, as) ?? command.actor
    const now = kind.happened?.(before, command) ?? command.now
    const drawn = { record, part, before, input, actor, key, now, facts }
    const at = drawFor(row, drawn)
    if (row.when?.some((name) => !checks[name]!.holds(at)))
      return { ok: false, refusal: conflict(before, as) }
    const failed = row.needs?.find((name) => !checks[name]!.holds(at))
    if (failed !== undefined) return blockedBy(checks[failed]!, at, record, facts)
    const read = readOf(row, at, facts)
    if (read !== '' && command.read !== undefined && command.read !== read)
      return { ok: false, refusal: { code: 'CHANGED', words: refusalWords.CHANGED, wayOut: '查看最新' } }
    const { internal: asked = false } = row
    const internal = typeof asked === 'function' ? asked(at) : asked
    kind.announced?.({ ...drawn, internal: internal && !kind.outside?.includes(as) })
    row.does?.(at)
    const to = row.turns?.[state] ?? row.to
    if (to !== undefined) cycle.enter(record, part, to)
    const lift = row.lifts?.find(({ when }) => checks[when]!.holds(at))
    if (lift) wholeOf(record).enter(record, null, lift.to)
    record.rev = before.rev + 1
    record.updatedAt = Math.max(command.now, now)
    kind.summarize(record, record.updatedAt, facts)
    const event: Happened = {
      ...{ move: command.move, key, at: now, by: nameOnly(actor), words: row.words(at) },
      ...kind.event({ before, record, part, as, command }),
      ...(internal ? { internal: true } : {}),
      ...(row.customerWords ? { customerWords: row.customerWords(at) } : {}),
      ...(row.holds ? { holds: row.holds } : {}),
      ...(read ? { read } : {}),
    }
    record.events.push(event)
    record.untold.push(...toTell(at, row, record, isLate(now, command.now, facts.settings)))
    return { ok: true, record, event }
  }

  const readOf = (row: Row, at: D, facts: F): string =>
    row.answersTo && kind.stamp ? kind.stamp(row.answersTo(at), facts) : ''

  /** The table that moves the record itself. */
  const wholeOf = (record: R): Cycle<R, P, D, M> => kind.cycles(record).find(({ parts }) => !parts)!

  // ids come from record, rev and telling, so that telling twice tells once
  const toTell = (at: D, row: Row, { _id, rev }: R, late: boolean): { id: string }[] =>
    (row.tells ?? []).flatMap((name) =>
      [kind.tells[name]!(at)].flat().map((tell, i) => ({
        ...(late && 'urgent' in tell ? { ...tell, urgent: false } : tell),
        id: `${_id}-${rev}-${name}${i === 0 ? '' : i}`,
      })),
    )

  function blockedBy(check: Check<D>, at: D, record: R, facts: F): Decision<R> {
    const refusal = (): Refusal => {
      const words = check.words(at)
      const field = check.fieldOf?.(at) ?? check.field
      const { code = 'BLOCKED', article } = check
      const wayOut = check.wayOut === undefined ? undefined : inWords(check.wayOut, facts.settings)
      return { code, words, article, wayOut, fields: field === undefined ? undefined : { [field]: words } }
    }
    if (!check.spends) return { ok: false, refusal: refusal() }
    check.spends(at)
    record.rev += 1
    return { ok: false, refusal: refusal(), spent: record }
  }

  // What happened last, as far as it is this side's to know.
  function conflict(record: R, as: string): Refusal {
    const last = kind.lastTold ? kind.lastTold(record, as) : record.events[record.events.length - 1]
    const words = last
      ? `${kind.label}刚被 ${last.by.name} 更新(${clockTime(last.at)},${last.words}),请看最新内容再操作。您写的内容已保留`
      : refusalWords.CONFLICT
    return { code: 'CONFLICT', words, ...(last ? { wayOut: '查看最新' } : {}) }
  }

  function offers(record: R, actor: Actor, now: number, facts: F): Offered<M>[] {
    if (actor.relations.length === 0) return []
    const seen = new Set<M>()
    return kind.cycles(record).flatMap(({ moves, parts }) =>
      (Object.keys(moves) as M[]).flatMap((move) => {
        if (seen.has(move)) return []
        seen.add(move)
        const ids = parts ? parts.of(record) : [null]
        return ids.flatMap((id) => offer(record, move, id, { actor, now, facts }))
      }),
    )
  }

  function offer(record: R, move: M, id: string | null, who: Who<F>): Offered<M>[] {
    const { actor, now, facts, trusted = [] } = who
    const found = find(record, move, id)
    if (!found || found.row.inner || !found.row.from.includes(found.state)) return []
    const { row, part, state } = found
    if (!relationFor(record, found, actor) || kind.fits?.(record, part, move) === false) return []
    const at = drawFor(row, { record, part, before: record, input: {}, actor, key: '', now, facts })
    if (row.when?.some((name) => !checks[name]!.holds(at))) return []
    const failed = row.needs
      ?.filter((name) => !trusted.includes(name))
      .map((name) => checks[name]!)
      .find((check) => !check.onInput && !check.holds(at))
    const blocked = failed
      ? {
          words: failed.words(at),
          wayOut: inWords(failed.wayOut ?? '', facts.settings),
          article: failed.article ?? null,
        }
      : null
    const { label, article = null, primary = false } = row
    const verb = typeof primary === 'boolean' ? primary : primary.includes(state)
    const read = readOf(row, at, facts)
    return [{ move, part: id, label, primary: verb, article, read, blocked }]
  }

  function stands(record: R, name: string, now: number, facts: F): { ok: boolean; words: string } {
    const at = kind.draft({
      ...{ record, part: null, before: record, input: {}, actor: nobody, key: '', now, facts },
    })
    const check = checks[name]!
    return check.holds(at) ? { ok: true, words: '' } : { ok: false, words: check.words(at) }
  }

  const { summarize, label, unknown } = kind
  return { decide, offers, offer, stands, summarize, label, unknown }
}

const nameOnly = ({ pid, name, title }: Actor) => ({ pid, name, title })
