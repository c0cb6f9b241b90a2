// Two years of a service department, made up: seasons, repeats and a Pareto are planted, and what was planted is told.
// The same seed makes the same history.
import { caseFrom, type Case } from '../../miniprogram/domain/statistics/cases'
import { faultLeaves } from '../../miniprogram/domain/company/fault-tree'
import type { Moment } from '../../miniprogram/domain/statistics/moments'
import { keyOf, partsOf } from '../../miniprogram/domain/statistics/sums'
import { daysOf } from '../../miniprogram/domain/statistics/period'
import { dice } from './cast'

export interface Planted {
  /** Leaf → cases, minutes of standstill, yuan. */
  faults: Map<string, [number, number, number]>
  months: Map<string, number>
  models: Map<string, number>
  repeats: number
  firstFixed: number
  repairMinutes: number
  /** Company → asked, answers, stars. */
  voices: Map<string, [number, number, number]>
}
export interface History {
  cases: Case[]
  moments: Moment[]
  planted: Planted
}

const DAY = 24 * 3600_000
const models = ['V850', 'V1160', 'T46', 'U500', 'D540', 'Y31', 'MG200', 'H630', 'TM52', 'G2518', 'L2', 'T66']
const weights: Readonly<Record<string, number>> = { SP: 24, TC: 19, HY: 18, EL: 12, AX: 9 }
/** Of the rest each class the same. */
const REST = 3
/** Winters are hard for hydraulics, and for everything a little. */
const season = [14, 8, 9, 7, 6, 6, 7, 8, 8, 7, 9, 11]
const months = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor((i + 11) / 12)}-${String(((i + 11) % 12) + 1).padStart(2, '0')}`,
)

/** So many cases from December 2024 to November 2026. */
export function history(count: number, seed = 2026): History {
  const roll = dice(seed)
  const planted: Planted = {
    faults: new Map(),
    months: new Map(),
    models: new Map(),
    repeats: 0,
    firstFixed: 0,
    repairMinutes: 0,
    voices: new Map(),
  }
  const cases: Case[] = []
  const moments: Moment[] = []
  const machines = Math.max(300, Math.floor(count / 5))
  const wheel = faultWheel()
  const used = new Set<string>()
  const calendar = months.flatMap((month) =>
    Array.from({ length: season[Number(month.slice(5)) - 1]! }, () => month),
  )
  while (cases.length < count) {
    const fault = wheel[roll(wheel.length)]!
    let machine = roll(machines)
    // a machine has a fault once, unless it is planted to come back
    while (used.has(`${machine} ${fault}`)) machine = (machine + 1) % machines
    used.add(`${machine} ${fault}`)
    const month = calendar[roll(calendar.length)]!
    const day = daysOf(month)[roll(27)]!
    const first = add(fault, machine, day)
    // it comes back within 30 days; never in the last month, so that the history ends with it
    if (cases.length < count && roll(20) === 0 && month !== months[23]) {
      add(fault, machine, dayAfter(day, 4 + roll(20)))
      planted.repeats += 1
      if (first.firstFix) planted.firstFixed -= 1
    }
  }
  return { cases, moments, planted }

  function add(fault: string, machine: number, day: string): Case {
    const model = models[machine % models.length]!
    const made = Math.floor(machine / models.length)
    const batch = `${22 + (made % 3)}${String((made % 5) + 1).padStart(2, '0')}`
    const from = Date.parse(`${day}T09:00:00+08:00`) + DAY
    const repair = 30 + roll(300)
    const company = machine % 400
    const i = cases.length
    const one = caseFrom({
      _id: `h${i}`,
      ticketId: `h${i}`,
      no: `BX-H-${i}`,
      source: 'ticket',
      kind: 'repair',
      counted: true,
      day,
      model,
      serial: `QH${model}-${batch}-${machine}`,
      companyId: `k${company}`,
      companyName: `客户${company}公司`,
      title: '报警停机',
      fault,
      downtime: roll(4) === 0 ? 0 : 60 * roll(60) + roll(60),
      cost: 100 * roll(80),
      visits: [{ from, to: from + repair * 60_000 }],
      response: 10 + roll(400),
      resolution: 200 + roll(4000),
      repair,
      firstFix: roll(10) !== 0,
      hiddenFrom: null,
    })
    cases.push(one)
    plant(one)
    voice(one)
    return one
  }

  function plant({ fault, downtime, cost, day, model, repair, firstFix }: Case): void {
    const known = planted.faults.get(fault) ?? [0, 0, 0]
    planted.faults.set(fault, [known[0] + 1, known[1] + downtime, known[2] + cost])
    planted.months.set(day.slice(0, 7), (planted.months.get(day.slice(0, 7)) ?? 0) + 1)
    planted.models.set(model, (planted.models.get(model) ?? 0) + 1)
    planted.repairMinutes += repair!
    if (firstFix) planted.firstFixed += 1
  }

  function voice(one: Case): void {
    const at = one.visits[0]!.to
    const stars = roll(4) === 0 ? null : 1 + roll(5)
    const { model, companyId, companyName, no, hiddenFrom } = one
    const _id = `${one._id}-s`
    const engineer = { pid: `e${roll(20)}`, name: `工程师${roll(1)}`, title: '外勤' }
    moments.push({
      ...{ _id, ticketId: one._id, no, model, companyId, companyName, hiddenFrom, at },
      day: dayAfter(one.day, 1),
      rank: `${String(at).padStart(14, '0')}-${_id}`,
      gateRank: null,
      what: { kind: 'visit', engineer, stars, nps: stars === null ? null : roll(11) },
    })
    const known = planted.voices.get(companyId) ?? [0, 0, 0]
    planted.voices.set(companyId, [
      known[0] + 1,
      known[1] + (stars === null ? 0 : 1),
      known[2] + (stars ?? 0),
    ])
  }
}

const dayAfter = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10)

/** Leaves as often as their class weighs. */
function faultWheel(): string[] {
  return faultLeaves.flatMap(({ code }, _i, all) => {
    const top = code.split('-')[0]!
    const leaves = all.filter((one) => one.code.startsWith(`${top}-`)).length
    return Array.from({ length: Math.round(((weights[top] ?? REST) * 60) / leaves) }, () => code)
  })
}

/** Machines that are in service all the time, as `countMachines` takes them. */
export const fleetOf = (cases: readonly Case[]): { model: string; warrantyUntil: string }[] =>
  [...new Set(cases.map((one) => keyOf(one.model, one.serial)))].map((key) => ({
    model: partsOf(key)[0]!,
    warrantyUntil: '2025-01-31',
  }))
