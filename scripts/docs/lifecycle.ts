// docs/lifecycle.md from the tables that the server enforces and the phone shows.
import { checks } from '../../miniprogram/domain/checks'
import { relations } from '../../miniprogram/domain/people'
import { repair } from '../../miniprogram/domain/repair'
import type { Lifecycle, Move, StateRow } from '../../miniprogram/domain/table'
import type { MoveName } from '../../miniprogram/domain/inputs'
import { visit } from '../../miniprogram/domain/visit'
import { row, table } from './markdown'

/** The whole page: a diagram and two tables a lifecycle. */
export function lifecyclePage(): string {
  return [
    '# Lifecycles',
    '',
    'Made by `npm run docs` from `miniprogram/domain/repair.ts` and `visit.ts`: do not edit. A ticket in `visiting` shows the state of its running visit.',
    ...section(repair),
    ...section(visit),
  ].join('\n')
}

function section<S extends string>(cycle: Lifecycle<S>): string[] {
  const moves = Object.entries(cycle.moves) as [string, Move<S, MoveName>][]
  const states = Object.entries(cycle.states) as [string, StateRow][]
  return [
    `\n## ${cycle.title}\n`,
    '```mermaid\nstateDiagram-v2',
    `  [*] --> ${cycle.start}`,
    ...moves.flatMap(([, move]) => move.from.map((from) => `  ${from} --> ${move.to}: ${move.label}`)),
    '```\n',
    table(
      ['state', 'customer reads', 'staff read', 'category', 'holder', 'next', 'article'],
      states.map(([code, s]) =>
        row(code, s.customer, s.staff, s.category, s.holder ?? '—', s.next, s.article ?? '—'),
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
const needs = (move: { needs?: readonly string[] }) =>
  (move.needs ?? []).filter((name) => name in checks).join(', ') || '—'
const target = (move: { to: string; lifts?: readonly { when: string; to: string }[] }) =>
  [move.to, ...(move.lifts ?? []).map((lift) => `ticket → ${lift.to} when ${lift.when}`)].join('; ')
