// stats.cases: the cases of a bar, newest first.
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import type { Case } from '../../../miniprogram/domain/statistics/cases'
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
import { seesFaults, seesPrices, withoutPrices } from './who'

const PAGE = 20
const fields = { 1: 'l1', 2: 'l2', 3: 'fault' } as const

export const cases: Action<'stats.cases'> = async (caller, input) => {
  const [person, page, running] = await Promise.all([
    seesFaults(caller),
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
  const [person, codes] = await Promise.all([seesFaults(caller), codesOf(caller, input)])
  withoutPrices(person, input.base)
  if (codes.length === 0) return { items: [], next: null }
  const found = await stored.find(filterOf(input, codes), { order: ['rank', 'desc'], limit: most + 1 })
  // only complaints are hidden from somebody, and they are no counted cases: this is a second lock, not the first
  const shown = found.slice(0, most).filter((one) => one.hiddenFrom !== caller.pid)
  return {
    items: shown.map((one) => rowOf(one, seesPrices(person))),
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
    [fields[level]]: codes.length === 1 ? codes[0]! : { in: codes },
    rank,
    ...(model === '' ? {} : { model }),
    ...(batch === '' ? {} : { batch }),
  }
}

const rowOf = (one: Case, prices: boolean): CaseRow => ({
  id: one.ticketId,
  no: one.no,
  day: one.day,
  title: [one.model, one.title].filter(Boolean).join(' · '),
  companyName: one.companyName,
  fault: faultWords(one.fault),
  downtimeHours: Math.round(one.downtime / 6) / 10,
  cost: prices ? one.cost : null,
})
