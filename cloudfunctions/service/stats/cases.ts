// stats.cases: the cases of a bar, newest first.
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import type { Case } from '../../../miniprogram/domain/statistics/cases'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { OTHER, othersOf } from '../../../miniprogram/domain/statistics/pareto'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { CaseRow, Outputs } from '../../../typings/contract'
import { cases as stored } from '../../store/collections'
import type { Condition, Filter } from '../../store/filter'
import type { Action } from '../action'
import type { Caller } from '../caller'
import { mayStart, runningOf, seenRunning } from '../d8/running'
import { heldIn, hiddenFrom, less } from './held'
import { viewOf } from './pareto'
import { mayRankBy, readerOf } from '../sight'

const PAGE = 20
const levels = { 1: 'l1', 2: 'l2', 3: 'fault' } as const

export const cases: Action<'stats.cases'> = async (caller, input) => {
  const [{ person }, page, running] = await Promise.all([
    readerOf(caller, 'faults'),
    caseRows(caller, input, PAGE),
    runningOf(input.level === 3 ? input.code : ''),
  ])
  return { ...page, d8: { running: seenRunning(person, running), mayStart: mayStart(person) } }
}

/** At most so many cases of a bar: a screen's page, or a file's. */
export async function caseRows(
  caller: Caller,
  input: Checked['stats.cases'],
  most: number,
): Promise<Pick<Outputs['stats.cases'], 'items' | 'next'>> {
  const [{ sight }, codes] = await Promise.all([readerOf(caller, 'faults'), codesOf(caller, input)])
  mayRankBy(input.base, sight)
  if (codes.length === 0) return { items: [], next: null }
  const found = await stored.find(filterOf(input, codes), { order: ['rank', 'desc'], limit: most + 1 })
  // only complaints are hidden from somebody, and they are no counted cases: this is a second lock, not the first
  const shown = found.slice(0, most).filter((one) => one.hiddenFrom !== caller.pid)
  return {
    items: shown.map((one) => present(fields, { one, sight })),
    next: found.length > most ? (shown[shown.length - 1]?.rank ?? null) : null,
  }
}

// 其他 is whatever the chart left over.
async function codesOf(
  { pid, now }: { pid: string; now: number },
  input: Checked['stats.cases'],
): Promise<string[]> {
  if (input.code !== OTHER) return [input.code]
  const asked = { ...input, sections: ['faults' as const] }
  const [held, hidden] = await Promise.all([heldIn(asked, now), hiddenFrom(pid)])
  return othersOf(less(held, hidden, asked, now).sums.faults, viewOf(input, 0))
}

function filterOf({ from, to, model, batch, level, after }: Checked['stats.cases'], codes: string[]): Filter {
  const rank: Condition = { gte: from, lt: after ?? `${to}~` }
  return {
    counted: true,
    [levels[level]]: codes.length === 1 ? codes[0]! : { in: codes },
    rank,
    ...(model === '' ? {} : { model }),
    ...(batch === '' ? {} : { batch }),
  }
}

interface OnCase extends Seen {
  one: Case
}

const fields: Fields<CaseRow, OnCase> = {
  id: ['identity', ({ one }) => one.ticketId],
  no: ['identity', ({ one }) => one.no],
  day: ['identity', ({ one }) => one.day],
  title: ['identity', ({ one }) => [one.model, one.title].filter(Boolean).join(' · ')],
  companyName: ['identity', ({ one }) => one.companyName],
  fault: ['faults', ({ one }) => faultWords(one.fault), ''],
  downtimeHours: ['faults', ({ one }) => Math.round(one.downtime / 6) / 10, 0],
  cost: ['cost', ({ one }) => one.cost, null],
}
