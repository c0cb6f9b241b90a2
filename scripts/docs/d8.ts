// docs/8d.md from the tables of miniprogram/domain/quality/: steps, moves, what locks the closing.
import { defaults, inWords } from '../../miniprogram/domain/company/settings'
import { closingChecks, d8Checks } from '../../miniprogram/domain/quality/checks'
import type { Move } from '../../miniprogram/domain/engine/table'
import { d8Moves } from '../../miniprogram/domain/quality/moves'
import { stepMoves } from '../../miniprogram/domain/quality/step-moves'
import { d8Relations, d8States, type D8Relation, type D8State } from '../../miniprogram/domain/quality/record'
import { d8Steps } from '../../miniprogram/domain/quality/steps'
import { row, table } from './markdown'

const moves: Readonly<Record<string, Move<never, D8State, D8Relation>>> = { ...stepMoves, ...d8Moves }

export function d8Page(): string {
  return [
    '# 8D',
    '',
    'Made by `npm run docs` from `miniprogram/domain/quality/`: do not edit. An 8D (第十一条) is a document of its own in `eightds`; it begins from a bar of the statistics, from a ticket, or by itself from the second complaint of the same problem (`service/learn/repeats.ts`).',
    '',
    `Its closing is locked until the cases of the statistics show it: no case of the same fault at its models for ${defaults.effectDays} days after D6; one that comes back begins the days anew (\`effect.ts\`).`,
    '\n## Steps\n',
    table(
      ['step', 'name', 'what for', 'due in working days', 'after', 'asked'],
      Object.entries(d8Steps).map(([key, step]) =>
        row(
          key,
          step.label,
          inWords(step.aim, defaults),
          step.days === null ? `${defaults.effectDays} days after D6` : String(defaults[step.days]),
          step.after.join(', ') || '—',
          Object.values(step.fields)
            .map((field) => field.label + (field.required ? '' : '(选填)'))
            .join('、'),
        ),
      ),
    ),
    '\n## Moves\n',
    table(
      ['move', 'label', 'from', 'by', 'needs', 'article'],
      Object.entries(moves).map(([name, move]) =>
        row(
          name,
          move.label,
          words(move.from, d8States),
          words(move.by, d8Relations),
          (move.needs ?? []).join(', ') || '—',
          move.article ?? '—',
        ),
      ),
    ),
    '\n## What locks the closing\n',
    table(
      ['check', 'way out', 'article'],
      closingChecks.map((name) =>
        row(name, inWords(d8Checks[name].wayOut, defaults), d8Checks[name].article),
      ),
    ),
  ].join('\n')
}

const words = <K extends D8State | D8Relation>(
  keys: readonly K[],
  names: Readonly<Record<K, string>>,
): string => keys.map((key) => names[key]).join(', ')
