// docs/lifecycle.md from the tables that the server enforces and the phone shows.
import { checks } from '../../miniprogram/domain/door/checks'
import { relations } from '../../miniprogram/domain/ticket/people'
import { complaint } from '../../miniprogram/domain/complaint/complaint'
import { inquiry } from '../../miniprogram/domain/inquiry/inquiry'
import { installation } from '../../miniprogram/domain/installation/installation'
import { repair } from '../../miniprogram/domain/repair/repair'
import type { Lifecycle, Move, StateRow } from '../../miniprogram/domain/ticket/table'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { visit } from '../../miniprogram/domain/visit/visit'
import { row, table } from './markdown'

/** The whole page: a diagram and two tables a lifecycle. */
export function lifecyclePage(): string {
  return [
    '# Lifecycles',
    '',
    'Made by `npm run docs` from `miniprogram/domain/repair.ts`, `installation.ts`, `inquiry.ts`, `complaint.ts` and `visit.ts` (the moves stand in `domain/moves/`, by subject): do not edit. A ticket in `visiting` shows the state of its running visit.',
    ...section(repair),
    ...section(installation),
    ...section(inquiry),
    ...section(complaint),
    ...section(visit),
  ].join('\n')
}

function section<S extends string>(cycle: Lifecycle<S>): string[] {
  const moves = Object.entries<Row<S>>(cycle.moves)
  const states = Object.entries(cycle.states) as [string, StateRow][]
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

type Row<S extends string> = Omit<Move<S, MoveName>, 'words' | 'does'>

const by = (move: { by: readonly (keyof typeof relations)[] }) =>
  move.by.map((name) => relations[name]).join(', ')
const needs = (move: { when?: readonly string[]; needs?: readonly string[] }) =>
  [...(move.when ?? []), ...(move.needs ?? [])].filter((name) => name in checks).join(', ') || '—'
const target = (move: { to?: string; lifts?: readonly { when: string; to: string }[] }) =>
  [move.to ?? 'stays', ...(move.lifts ?? []).map((lift) => `ticket → ${lift.to} when ${lift.when}`)].join(
    '; ',
  )
