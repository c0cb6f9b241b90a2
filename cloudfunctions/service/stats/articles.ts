// stats.articles: a month's gates that were met late, waived or broken, article by article, and by whom released.
import { articles as texts, chapters, type ArticleKey } from '../../../miniprogram/domain/company/articles'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { Gate, Moment } from '../../../miniprogram/domain/statistics/moments'
import { daysOf, nextDay } from '../../../miniprogram/domain/statistics/period'
import type { Rows } from '../../../miniprogram/domain/statistics/sums'
import type { ArticleCase, ArticleRow, Outputs } from '../../../typings/contract'
import { moments, rollups } from '../../store/collections'
import type { Action } from '../action'
import type { Caller } from '../caller'
import { heldIn, hiddenFrom, less, type Asked } from './held'
import { startOf } from '../../../miniprogram/domain/calendar/days'
import { readerOf } from '../sight'

const PAGE = 20
const MONTHS = 24

export const articles: Action<'stats.articles'> = async (caller, { month, article, after }) => {
  const days = daysOf(month)
  const [from, to] = [days[0]!, days[days.length - 1]!]
  const asked: Asked = { from, to, model: '', sections: ['gates'] }
  const [, held, hidden, months, cases] = await Promise.all([
    readerOf(caller, 'month'),
    heldIn(asked, caller.now),
    hiddenFrom(caller.pid),
    rollups.find({ span: 'month' }, { order: ['key', 'desc'], limit: MONTHS, only: ['key'] }),
    articleCases(caller, { month, article, after }, PAGE),
  ])
  return {
    months: months.map(({ key }) => key),
    rows: rowsOf(less(held, hidden, asked, caller.now).sums.gates),
    ...cases,
  }
}

/** At most so many cases of a month, newest first: a screen's page, or a file's. */
export async function articleCases(
  caller: Caller,
  { month, article, after }: Checked['stats.articles'],
  most: number,
): Promise<Pick<Outputs['stats.articles'], 'items' | 'next'>> {
  const days = daysOf(month)
  const rank = { gte: stamp(days[0]!), lt: after ?? stamp(nextDay(days[days.length - 1]!)) }
  const found = await moments.find(
    {
      gateRank: rank,
      hiddenFrom: { not: caller.pid },
      ...(article === '' ? {} : { 'what.article': article }),
    },
    { order: ['gateRank', 'desc'], limit: most + 1 },
  )
  const shown = found.slice(0, most)
  return {
    items: shown.map(itemOf),
    next: found.length > most ? shown[shown.length - 1]!.gateRank : null,
  }
}

const stamp = (day: string): string => String(startOf(day)).padStart(14, '0')
const inOrder: readonly ArticleKey[] = chapters.flatMap(({ keys }) => keys)

/** Articles in the order of the rules; those without a breach are left out. */
const rowsOf = (gates: Rows): ArticleRow[] =>
  inOrder.flatMap((article) => {
    const [late = 0, waived = 0, broken = 0] = gates[article] ?? []
    return late + waived + broken === 0 ? [] : [{ article, title: texts[article].cite, late, waived, broken }]
  })

function itemOf({ ticketId, no, companyName, at, what }: Moment): ArticleCase {
  const { article, breach: kind, words, by } = what as Gate
  return { ticketId, no, companyName, article, kind, words, by, at }
}
