// What a period holds: months and the days at its edges, less what this person must not see.
import {
  sumsOf,
  addSums,
  noSums,
  partsOf,
  type Section,
  type Sums,
} from '../../../miniprogram/domain/statistics/sums'
import type { Fleet } from '../../../miniprogram/domain/statistics/fleet'
import { monthOf, spansOf } from '../../../miniprogram/domain/statistics/period'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { Case } from '../../../miniprogram/domain/statistics/cases'
import type { Moment } from '../../../miniprogram/domain/statistics/moments'
import { cases, moments, rollups } from '../../store/collections'
import { companiesId, dayId, fleetId, modelId, monthId, unpack } from '../../store/rollups'

export interface Asked {
  from: string
  to: string
  /** '' for all. */
  model: string
  sections: readonly Section[]
}

/** Sums of some days, and of each month in them. */
export interface Held {
  sums: Sums
  months: Map<string, Sums>
}

/** One question for the sums. */
export async function heldIn(asked: Asked, now: number): Promise<Held> {
  const { months, days } = spansOf(asked.from, asked.to, isoDay(now))
  const ids = [...months.map(monthId), ...days.map(dayId)]
  // the faults of one model stand in documents of their own
  const more = asked.model !== '' && asked.sections.includes('faults') ? months : []
  const wanted = [
    ...ids,
    ...more.map((month) => modelId(month, asked.model)),
    ...(asked.sections.includes('companies') ? months.map(companiesId) : []),
  ]
  const found =
    wanted.length === 0
      ? []
      : await rollups.find({ _id: { in: wanted } }, { limit: 1000, only: ['span', 'key', ...asked.sections] })
  const held: Held = { sums: noSums(), months: new Map() }
  for (const one of found) {
    const sums = unpack(one)
    if (one.span === 'month' && more.length > 0) sums.faults = {}
    if (one.span === 'day' && asked.model !== '') sums.faults = ofModel(sums.faults, asked.model)
    addTo(held, one.key, sums)
  }
  return held
}

function addTo(held: Held, key: string, sums: Sums, sign: 1 | -1 = 1): void {
  const month = monthOf(key)
  const known = held.months.get(month) ?? noSums()
  addSums(known, sums, sign)
  held.months.set(month, known)
  addSums(held.sums, sums, sign)
}

const ofModel = (rows: Sums['faults'], model: string): Sums['faults'] =>
  Object.fromEntries(Object.entries(rows).filter(([key]) => partsOf(key)[0] === model))

/** What is hidden from a person: for him it does not exist, so it is taken away. */
export interface Hidden {
  cases: Case[]
  moments: Moment[]
}
export async function hiddenFrom(pid: string): Promise<Hidden> {
  const [found, happened] = await Promise.all([
    cases.find({ hiddenFrom: pid }, { limit: 1000 }),
    moments.find({ hiddenFrom: pid }, { limit: 1000 }),
  ])
  return { cases: found, moments: happened }
}

/** Takes away what is hidden and was counted: until today. Faults of a month of all models stand under no model. */
export function less(held: Held, hidden: Hidden, { from, to: until, model }: Asked, now: number): Held {
  const today = isoDay(now)
  const to = until < today ? until : today
  const isIn = ({ day }: { day: string }) => day >= from && day <= to
  const days = new Set([...hidden.cases, ...hidden.moments].filter(isIn).map(({ day }) => day))
  for (const day of days) {
    const ofDay = (one: { day: string }) => one.day === day
    const sums = sumsOf(hidden.cases.filter(ofDay), hidden.moments.filter(ofDay))
    if (model !== '') sums.faults = ofModel(sums.faults, model)
    addTo(held, day, sums, -1)
  }
  return held
}

/** Machines in service. */
export async function fleetNow(): Promise<Fleet> {
  const known = await rollups.get(fleetId)
  return known?.fleet ? (JSON.parse(known.fleet) as Fleet) : {}
}
