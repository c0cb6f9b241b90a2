// How sums are kept: ids of days, months and months of one model, and packing.
import type { Case } from '../../miniprogram/domain/statistics/cases'
import type { Moment } from '../../miniprogram/domain/statistics/moments'
import type { Fleet } from '../../miniprogram/domain/statistics/fleet'
import { monthOf } from '../../miniprogram/domain/statistics/period'
import {
  addCase,
  addMoment,
  addSums,
  keyOf,
  noSums,
  partsOf,
  plus,
  sections,
  type Rows,
  type Section,
  type Sums,
} from '../../miniprogram/domain/statistics/sums'
import type { RollupRecord } from './records'

export const dayId = (day: string): string => `d${day}`
export const monthId = (month: string): string => `m${month}`
export const modelId = (month: string, model: string): string => `m${month}:${model}`
export const companiesId = (month: string): string => `c${month}`
export const fleetId = 'fleet'

export type Packed = Partial<Record<Section, string>>

export function pack(sums: Partial<Sums>): Packed {
  return Object.fromEntries(
    sections.flatMap((section) => (sums[section] ? [[section, JSON.stringify(sums[section])]] : [])),
  )
}

export function unpack(packed: Packed): Sums {
  const sums = noSums()
  for (const section of sections) if (packed[section]) sums[section] = JSON.parse(packed[section]) as Rows
  return sums
}

/** Documents of a month from the sums of its days; models that had some before are emptied. */
export function monthDocs(month: string, days: readonly Sums[], before: readonly string[]): RollupRecord[] {
  const sums = noSums()
  for (const day of days) addSums(sums, day)
  const models = new Map<string, Rows>(before.map((model) => [model, {}]))
  const faults: Rows = {}
  for (const [key, row] of Object.entries(sums.faults)) {
    const [model = '', , leaf = ''] = partsOf(key)
    // the month keeps its faults without models and batches; those stand in a document a model
    plus(faults, keyOf('', '', leaf), row)
    const rows = models.get(model) ?? {}
    rows[key] = row
    models.set(model, rows)
  }
  return [
    {
      _id: monthId(month),
      span: 'month',
      key: month,
      dirty: null,
      ...pack({ ...sums, faults, companies: {} }),
    },
    {
      _id: companiesId(month),
      span: 'companies',
      key: month,
      dirty: null,
      ...pack({ companies: sums.companies }),
    },
    ...[...models].map(([model, rows]): RollupRecord => ({
      _id: modelId(month, model),
      span: 'model',
      key: month,
      dirty: null,
      ...pack({ faults: rows }),
    })),
  ]
}

export const dayDoc = (day: string, sums: Sums): RollupRecord => ({
  _id: dayId(day),
  span: 'day',
  key: day,
  dirty: null,
  ...pack(sums),
})

export const fleetDoc = (day: string, fleet: Fleet): RollupRecord => ({
  _id: fleetId,
  span: 'fleet',
  key: day,
  dirty: null,
  fleet: JSON.stringify(fleet),
})

/** Everything at once, as learning it day by day would leave it: for a company that begins with a past. */
export function rollupsOf(cases: readonly Case[], moments: readonly Moment[]): RollupRecord[] {
  const days = new Map<string, Sums>()
  const on = (day: string): Sums => {
    const known = days.get(day) ?? noSums()
    days.set(day, known)
    return known
  }
  for (const one of cases) addCase(on(one.day), one)
  for (const one of moments) addMoment(on(one.day), one)
  const months = [...new Set([...days.keys()].map(monthOf))]
  const ofMonth = (month: string) =>
    [...days].filter(([day]) => monthOf(day) === month).map(([, sums]) => sums)
  return [
    ...[...days].map(([day, sums]) => dayDoc(day, sums)),
    ...months.flatMap((month) => monthDocs(month, ofMonth(month), [])),
  ]
}
