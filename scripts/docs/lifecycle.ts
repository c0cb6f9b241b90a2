// docs/lifecycle.md from the tables that the server enforces and the phone shows.
import { defaults, inWords } from '../../miniprogram/domain/company/settings'
import type { Move } from '../../miniprogram/domain/engine/table'
import { checks, lifecycles, visit } from '../../miniprogram/domain/subjects'
import { relations, type Relation } from '../../miniprogram/domain/ticket/people'
import type { StateRow } from '../../miniprogram/domain/ticket/table'
import { row, table } from './markdown'

/** The whole page: a diagram and two tables a lifecycle. */
export function lifecyclePage(): string {
  return [
    '# Lifecycles',
    '',
    'Made by `npm run docs` from `miniprogram/domain/subjects.ts` and the rooms that it lists: do not edit. A ticket in `visiting` shows the state of its running visit.',
    ...Object.values(lifecycles).flatMap(section),
    ...section(visit),
  ].join('\n')
}

interface Cycle {
  title: string
  start: string
  states: Readonly<Record<string, StateRow<never>>>
  moves: Readonly<Record<string, Move<never, string, Relation>>>
}

function section(cycle: Cycle): string[] {
  const moves = Object.entries(cycle.moves)
  const states = Object.entries(cycle.states)
  return [
    `\n## ${cycle.title}\n`,
    '```mermaid\nstateDiagram-v2',
    `  [*] --> ${cycle.start}`,
    ...moves.flatMap(([, move]) =>
      move.from.map((from) => `  ${from} --> ${move.to ?? from}: ${move.label}`),
    ),
    '```\n',
    table(
      ['state', 'customer reads', 'staff read', 'category', 'holder', 'next', 'article'],
      states.map(([code, s]) =>
        row(
          code,
          s.customer,
          s.staff,
          s.category,
          s.holder ?? '—',
          inWords(s.next, defaults),
          s.article ?? '—',
        ),
      ),
    ),
    '',
    table(
      ['move', 'label', 'from', 'to', 'by', 'needs', 'article', 'tells'],
      moves.map(([name, move]) =>
        row(
          name,
          move.label,
          move.from.join(', '),
          target(move),
          by(move),
          needs(move),
          move.article ?? '—',
          (move.tells ?? []).join(', '),
        ),
      ),
    ),
  ]
}

const by = (move: { by: readonly (keyof typeof relations)[] }) =>
  move.by.map((name) => relations[name]).join(', ')
const needs = (move: { when?: readonly string[]; needs?: readonly string[] }) =>
  [...(move.when ?? []), ...(move.needs ?? [])].filter((name) => name in checks).join(', ') || '—'
const target = (move: { to?: string; lifts?: readonly { when: string; to: string }[] }) =>
  [move.to ?? 'stays', ...(move.lifts ?? []).map((lift) => `ticket → ${lift.to} when ${lift.when}`)].join(
    '; ',
  )
