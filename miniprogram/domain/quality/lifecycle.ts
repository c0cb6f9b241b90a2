// The engine of the 8D: judges a move by the table, writes the summary for lists and clock. Pure.
import type { ArticleKey } from '../company/articles'
import type { Person } from '../ticket/people'
import { refusalWords, type Refusal } from '../engine/refusals'
import { clockTime } from '../calendar/format'
import { closingChecks, d8Checks, type D8CheckName } from './checks'
import type { D8MoveName } from './inputs'
import { d8Moves } from './moves'
import type { D8, D8Event, D8Relation } from './record'
import { stepKeys, type StepKey } from './steps'
import type { D8Actor, D8Check, D8Draft, D8Facts, D8Move } from './table'

export interface D8Command {
  move: D8MoveName
  key: string
  input: unknown
  actor: D8Actor
  now: number
  facts: D8Facts
}
export type D8Decision = { ok: true; d8: D8; event: D8Event } | { ok: false; refusal: Refusal }

/** A move offered; `step` where it is one of a step, `blocked` says why not yet. */
export interface D8Offered {
  move: D8MoveName
  step: StepKey | null
  label: string
  blocked: { words: string; wayOut: string; article: ArticleKey | null } | null
}

/** What still locks the closing, each with whether it holds. */
export interface D8Lock {
  ok: boolean
  words: string
  wayOut: string
  article: ArticleKey
}

/** What a person is to a record; [] when it does not exist for him. */
export function d8RelationsTo(person: Pick<Person, 'pid' | 'side' | 'roles'>, d8: D8): D8Relation[] {
  if (person.side !== 'staff' || d8.hiddenFrom.includes(person.pid)) return []
  const found: D8Relation[] = []
  if (person.roles.includes('quality')) found.push('lead')
  if (person.roles.includes('technical')) found.push('technical')
  if (person.roles.includes('manager') || person.roles.includes('workshop')) found.push('team')
  if (d8.steps.some((step) => step.owner?.pid === person.pid)) found.push('owner')
  if (person.roles.includes('generalManager')) found.push('reader')
  return found
}

type Row = D8Move<D8MoveName, D8CheckName>
const rowOf = (move: D8MoveName): Row => d8Moves[move] as unknown as Row
const checkOf = (name: D8CheckName): D8Check => d8Checks[name]

/** Judges a move. The record given is not changed. */
export function decideD8(d8: D8, command: D8Command): D8Decision {
  const { actor, move, input } = command
  if (actor.relations.length === 0) return refuse('NOT_FOUND')
  const row = rowOf(move)
  if (!mayOn(d8, row, actor, (input as { step?: StepKey }).step ?? null)) return refuse('NOT_ALLOWED')
  if (!row.from.includes(d8.state)) return { ok: false, refusal: conflict(d8) }
  const copy = JSON.parse(JSON.stringify(d8)) as D8
  const at = { d8: copy, input, actor, now: command.now, facts: command.facts } as D8Draft
  const failed = (row.needs ?? []).map(checkOf).find((check) => !check.holds(at))
  if (failed) return { ok: false, refusal: refusalOf(failed, at) }
  row.does(at)
  copy.rev = d8.rev + 1
  copy.updatedAt = command.now
  summarizeD8(copy)
  const { pid, name, title } = actor
  const event = { move, key: command.key, at: command.now, by: { pid, name, title }, words: row.words(at) }
  copy.events.push(event)
  const told = (row.tells?.(at) ?? []).map((tell, i) => ({ ...tell, id: `${copy._id}-${copy.rev}-${i}` }))
  copy.untold.push(...told)
  return { ok: true, d8: copy, event }
}

// An owner is so to his own step only.
function mayOn(d8: D8, row: Row, { relations, pid }: D8Actor, step: StepKey | null): boolean {
  return row.by.some((relation) => {
    if (!relations.includes(relation)) return false
    return relation !== 'owner' || d8.steps.some((one) => one.key === step && one.owner?.pid === pid)
  })
}

function refusalOf(check: D8Check, at: D8Draft): Refusal {
  const words = check.words(at)
  return {
    code: check.code ?? 'BLOCKED',
    words,
    article: check.article,
    wayOut: check.wayOut,
    fields: check.field ? { [check.field(at)]: words } : undefined,
  }
}

const ofStep: readonly D8MoveName[] = ['save', 'finish', 'redo', 'assign']

/** What a person may do now, in the order of the table. */
export function d8MovesFor(d8: D8, actor: D8Actor, now: number, facts: D8Facts): D8Offered[] {
  return (Object.keys(d8Moves) as D8MoveName[]).flatMap((move) => {
    const row = rowOf(move)
    if (row.inner || !row.from.includes(d8.state)) return []
    const steps: (StepKey | null)[] = ofStep.includes(move) ? [...stepKeys] : [null]
    return steps
      .filter((step) => mayOn(d8, row, actor, step) && fits(d8, move, step))
      .map((step) => offered(d8, row, move, step, actor, now, facts))
  })
}

// What is done can only be taken back, what is not can only be worked on; D8 is done by closing.
function fits(d8: D8, move: D8MoveName, step: StepKey | null): boolean {
  if (step === null) return true
  const done = d8.steps.some((one) => one.key === step && one.done !== null)
  if (move === 'redo') return done
  return !done && (step !== 'D8' || move === 'assign')
}

function offered(
  d8: D8,
  row: Row,
  move: D8MoveName,
  step: StepKey | null,
  actor: D8Actor,
  now: number,
  facts: D8Facts,
): D8Offered {
  const at = { d8, input: { step }, actor, now, facts } as unknown as D8Draft
  const failed = (row.needs ?? []).map(checkOf).find((check) => !check.onInput && !check.holds(at))
  const blocked = failed
    ? { words: failed.words(at), wayOut: failed.wayOut ?? '', article: failed.article ?? null }
    : null
  return { move, step, label: row.label, blocked }
}

/** What stands between this record and its closing. */
export function d8Locks(d8: D8, now: number, facts: D8Facts): D8Lock[] {
  const actor = { pid: '', name: '', title: '', relations: [] }
  const at = { d8, input: {}, actor, now, facts } as unknown as D8Draft
  return closingChecks.map((name) => {
    const check = d8Checks[name]
    const ok = check.holds(at)
    return {
      ok,
      words: ok ? okWords[name](at) : check.words(at),
      wayOut: ok ? '' : check.wayOut,
      article: check.article,
    }
  })
}

const okWords: Readonly<Record<(typeof closingChecks)[number], (at: D8Draft) => string>> = {
  causesFound: () => '发生原因、流出原因都已写明',
  stepsDone: () => 'D0–D7 都已完成',
  tasksDone: ({ d8 }) => (d8.tasks.length === 0 ? '没有待更新的手册' : `${d8.tasks.length} 本手册都已更新`),
  effectShown: ({ facts }) => facts.effect.words,
}

/** Writes what lists, the workbench and the clock need. */
export function summarizeD8(d8: D8): void {
  const over = d8.state === 'closed' || d8.state === 'dismissed'
  const open = over ? [] : d8.steps.filter((step) => step.done === null)
  const tasks = over ? [] : d8.tasks.filter((task) => task.done === null)
  const due = earliest([...open.map((one) => one.due), ...tasks.map((one) => one.due)])
  d8.tab = over ? 'closed' : 'open'
  d8.step = open[0]?.key ?? null
  d8.due = due
  d8.rank = `${String(due ?? d8.closedAt ?? d8.updatedAt).padStart(14, '0')}-${d8._id}`
  d8.ownerPids = [...new Set(open.flatMap((one) => (one.owner ? [one.owner.pid] : [])))]
  d8.openTasks = tasks.length
  d8.alarmAt = earliest([...open, ...tasks].map((one) => (one.rung === one.due ? null : one.due)))
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((one): one is number => one !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** The alarms that are due at an instant, as moves of the clock. */
export function dueD8Alarms(
  d8: D8,
  now: number,
): { move: 'stepLate' | 'taskLate'; input: object; id: string }[] {
  const late = (one: { due: number | null; done: unknown; rung: number | null }) =>
    one.done === null && one.due !== null && one.due <= now && one.rung !== one.due
  return [
    ...d8.steps
      .filter(late)
      .map(({ key, due }) => ({ move: 'stepLate' as const, input: { step: key }, id: `${key}-${due}` })),
    ...d8.tasks
      .filter(late)
      .map(({ id, due }) => ({ move: 'taskLate' as const, input: { task: id }, id: `${id}-${due}` })),
  ]
}

function conflict(d8: D8): Refusal {
  const last = d8.events[d8.events.length - 1]
  const words = last
    ? `8D 刚被 ${last.by.name} 更新(${clockTime(last.at)},${last.words}),请看最新内容再操作。您写的内容已保留`
    : refusalWords.CONFLICT
  return { code: 'CONFLICT', words, wayOut: '查看最新' }
}

function refuse(code: 'NOT_FOUND' | 'NOT_ALLOWED'): D8Decision {
  return {
    ok: false,
    refusal: { code, words: code === 'NOT_FOUND' ? '没有这份 8D 或无权查看' : refusalWords[code] },
  }
}
