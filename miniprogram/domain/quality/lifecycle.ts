// The 8D as the door and the clock ask of it: the engine with the tables of this room.
import type { ArticleKey } from '../company/articles'
import { inWords } from '../company/settings'
import { engineOf, type Offered } from '../engine/engine'
import type { Refusal } from '../engine/refusals'
import type { Person } from '../ticket/people'
import { closingChecks, d8Checks, stepChecks } from './checks'
import type { D8MoveName } from './inputs'
import { d8Moves } from './moves'
import type { D8, D8Event, D8Relation, D8State, D8Step } from './record'
import { stepMoves } from './step-moves'
import type { StepKey } from './steps'
import { summarizeD8 } from './summary'
import type { D8Actor, D8Draft, D8Facts, StepDraft } from './table'
import { d8Tells, stepTells } from './tells'

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
export interface D8Offered extends Pick<Offered<D8MoveName>, 'move' | 'label' | 'blocked'> {
  step: StepKey | null
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

const stepBy = ({ steps }: D8, key: string | null): D8Step | null =>
  steps.find((one) => one.key === key) ?? null

/** What is done can only be taken back, what is not can only be worked on; D8 is done by closing. */
function fits(_d8: D8, step: D8Step | null, move: D8MoveName): boolean {
  if (!step) return true
  if (move === 'redo') return step.done !== null
  return step.done === null && (step.key !== 'D8' || move === 'assign')
}

export const eightds = engineOf<D8, D8Step, D8Facts, D8Draft | StepDraft, D8MoveName>({
  label: '8D ',
  unknown: '没有这份 8D 或无权查看',
  checks: { ...d8Checks, ...stepChecks },
  tells: { ...d8Tells, ...stepTells },
  cycles: () => [
    {
      moves: stepMoves,
      parts: { of: ({ steps }) => steps.map(({ key }) => key), find: stepBy },
      state: ({ state }) => state,
      enter: (d8, _step, state) => void (d8.state = state as D8State),
    },
    {
      moves: d8Moves,
      state: ({ state }) => state,
      enter: (d8, _step, state) => void (d8.state = state as D8State),
    },
  ],
  draft: ({ record: d8, part: step, input, actor, key, now, facts }) => ({
    ...{ d8, input, key, now, facts, actor: actor as D8Actor },
    ...(step ? { step } : {}),
  }),
  summarize: summarizeD8,
  event: () => ({}),
  // an owner is so to his own step only
  isOn: (relation, step, pid) => relation !== 'owner' || step?.owner?.pid === pid,
  fits,
})

/** Judges a move. The record given is not changed. */
export function decideD8(d8: D8, command: D8Command): D8Decision {
  const { step = null } = command.input as { step?: string }
  const judged = eightds.decide(d8, { ...command, part: step })
  if (!judged.ok) return { ok: false, refusal: judged.refusal }
  return { ok: true, d8: judged.record, event: judged.event }
}

/** What a person may do now, in the order of the tables. */
export const d8MovesFor = (d8: D8, actor: D8Actor, now: number, facts: D8Facts): D8Offered[] =>
  eightds.offers(d8, actor, now, facts).map(({ move, part, label, blocked }) => ({
    ...{ move, label, blocked },
    step: part as StepKey | null,
  }))

/** What stands between this record and its closing. */
export const d8Locks = (d8: D8, now: number, facts: D8Facts): D8Lock[] =>
  closingChecks.map((name) => {
    const { ok, words } = eightds.stands(d8, name, now, facts)
    const { wayOut, article } = d8Checks[name]
    return ok
      ? { ok, words: okWords[name](d8, facts), wayOut: '', article }
      : { ok, words, wayOut: inWords(wayOut, facts.settings), article }
  })

const okWords: Readonly<Record<(typeof closingChecks)[number], (d8: D8, facts: D8Facts) => string>> = {
  causesFound: () => '发生原因、流出原因都已写明',
  stepsDone: () => 'D0–D7 都已完成',
  tasksDone: (d8) => (d8.tasks.length === 0 ? '没有待更新的手册' : `${d8.tasks.length} 本手册都已更新`),
  effectShown: (_d8, facts) => facts.effect.words,
}

/** The alarms that are due at an instant, as moves of the clock. */
export function dueD8Alarms(
  d8: D8,
  now: number,
): {
  move: 'stepLate' | 'taskLate'
  part: StepKey | null
  input: { step: StepKey } | { task: string }
  id: string
}[] {
  const late = (one: { due: number | null; done: unknown; rung: number | null }) =>
    one.done === null && one.due !== null && one.due <= now && one.rung !== one.due
  return [
    ...d8.steps.filter(late).map(({ key, due }) => ({
      move: 'stepLate' as const,
      part: key,
      input: { step: key },
      id: `${key}-${due}`,
    })),
    ...d8.tasks.filter(late).map(({ id, due }) => ({
      move: 'taskLate' as const,
      part: null,
      input: { task: id },
      id: `${id}-${due}`,
    })),
  ]
}
