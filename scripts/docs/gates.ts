// docs/gates.md: every rule that blocks a move, its article and its way out, from the named checks.
import { articles } from '../../miniprogram/domain/articles'
import { checks, type Check } from '../../miniprogram/domain/checks'
import { installation } from '../../miniprogram/domain/installation'
import { repair } from '../../miniprogram/domain/repair'
import { visit } from '../../miniprogram/domain/visit'
import { row, table } from './markdown'

/** The whole page. */
export function gatesPage(): string {
  const moves = Object.entries({ ...repair.moves, ...installation.moves, ...visit.moves })
  const rows = (Object.entries(checks) as [string, Check][]).flatMap(([name, check]) => {
    const guarded = moves.filter(([, move]) => (move.needs ?? []).some((need) => need === name))
    if (guarded.length === 0) return []
    const cite = check.article ? articles[check.article].cite : '—'
    return [
      row(
        name,
        guarded.map(([, move]) => move.label).join('、'),
        cite,
        check.wayOut ?? '—',
        check.onInput ? 'on what is typed' : 'shown beforehand',
      ),
    ]
  })
  return [
    '# Gates',
    '',
    'Made by `npm run docs` from the named checks in `miniprogram/domain/moves/`: do not edit.',
    '',
    table(['check', 'blocks', 'article', 'way out', 'judged'], rows),
  ].join('\n')
}
