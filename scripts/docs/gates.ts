// docs/gates.md: the gates of the rules with what holds them, and every named check, from the tables themselves.
import { articles } from '../../miniprogram/domain/company/articles'
import { defaults, inWords, type Words } from '../../miniprogram/domain/company/settings'
import type { Check, Move } from '../../miniprogram/domain/engine/table'
import { lifecycles, checks, visit } from '../../miniprogram/domain/subjects'
import { faceRow } from '../../miniprogram/domain/door/lifecycle'
import { gates, type Gate } from './gate-list'
import { clockOf, messageOf, wordsOf } from './gate-words'
import { row, table } from './markdown'

const moves = [
  ...new Map(
    [...Object.values(lifecycles), visit].flatMap((cycle): [string, Move][] => Object.entries(cycle.moves)),
  ),
]
const now = (words: Words): string => inWords(words, defaults)
const labelOf = (name: string): string => moves.find(([move]) => move === name)?.[1].label ?? name

/** A line a check, state or field that holds a gate. */
export interface Line {
  by: string
  blocks: string
  words: string
  wayOut: string
}

const guarded = (name: string): string =>
  moves
    .filter(([, move]) => [...(move.needs ?? []), ...(move.when ?? [])].some((need) => need === name))
    .map(([, move]) => move.label)
    .join('、')

/** Everything that holds a gate. A field's words are its way out, a state's is what comes next. */
export function linesOf({ checks: named = [], states = [], fields = [] }: Gate): Line[] {
  return [
    ...named.map((name) => {
      const check: Check = checks[name]
      const words = wordsOf(check)
      return {
        by: name,
        blocks: guarded(name),
        words,
        wayOut: now(check.wayOut ?? (check.onInput ? words : '')),
      }
    }),
    ...fields.map(([move, field]) => {
      const words = messageOf(move, field)
      return { by: `${move}.${field}`, blocks: labelOf(move), words, wayOut: words }
    }),
    ...states.map((code) => {
      const { staff, next } = faceRow(code)
      return {
        by: `state ${code}`,
        blocks: `时限 ${clockOf(faceRow(code))}`,
        words: staff,
        wayOut: now(next),
      }
    }),
  ]
}

const gateRows = (gate: Gate): string[] =>
  linesOf(gate).map((line, i) =>
    row(
      i === 0 ? gate.title : '',
      articles[gate.article].cite,
      line.by,
      line.blocks,
      line.words,
      line.wayOut === line.words ? 'what is said' : line.wayOut,
    ),
  )

function checkRows(): string[] {
  return (Object.entries(checks) as [string, Check][]).flatMap(([name, check]) => {
    const blocked = moves.filter(([, move]) => (move.needs ?? []).some((need) => need === name))
    if (blocked.length === 0) return []
    const cite = check.article ? articles[check.article].cite : '—'
    const judged = check.onInput ? 'on what is typed' : 'shown beforehand'
    const labels = blocked.map(([, move]) => move.label).join('、')
    return [row(name, labels, cite, wordsOf(check), now(check.wayOut ?? '—'), judged)]
  })
}

/** The whole page. */
export function gatesPage(): string {
  return [
    '# Gates',
    '',
    'Made by `npm run docs` from the named checks, the states and the schemas in `miniprogram/domain/`; which of them hold which gate stands in `scripts/docs/gate-list.ts`: do not edit.',
    '',
    '## The gates of the rules',
    '',
    'A state holds a gate by its clock: who is late is warned, then reported. 预定外请求 has no way of its own: the engineer shows a code, the customer asks, and the request is verified like any other.',
    '',
    table(['gate', 'article', 'held by', 'blocks', 'says', 'way out'], gates.flatMap(gateRows)),
    '',
    '## Every check',
    '',
    table(['check', 'blocks', 'article', 'says', 'way out', 'judged'], checkRows()),
  ].join('\n')
}
