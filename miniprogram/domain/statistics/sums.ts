// What a day adds up to. A day, a month and a period are the same thing: rows of numbers under a key, added and
// taken away. So months are sums of days, a period is a sum of months and days, and what somebody must not see is
// taken away again.
import type { Case } from './cases'
import type { Moment } from './moments'

/** Keys are parts joined by a sign that nobody types and that needs no escaping where it is kept. */
const BETWEEN = '␟'
export type Rows = Record<string, number[]>
export interface Sums {
  /** model, batch, leaf → cases, minutes of standstill, yuan. */
  faults: Rows
  /** model → see `measured`. */
  measures: Rows
  /** 'engineer', pid, name, and 'model', model → see `voiced`. */
  voices: Rows
  /** company's id, company → see `voiced`; apart, since there are many. */
  companies: Rows
  /** article → late, waived, broken. */
  gates: Rows
}
export const sections = ['faults', 'measures', 'voices', 'companies', 'gates'] as const
export type Section = (typeof sections)[number]

export const noSums = (): Sums => ({ faults: {}, measures: {}, voices: {}, companies: {}, gates: {} })
export const keyOf = (...parts: readonly string[]): string => parts.join(BETWEEN)
export const partsOf = (key: string): string[] => key.split(BETWEEN)

/** Adds numbers under a key; a row that comes to nothing is none. */
export function plus(rows: Rows, key: string, numbers: readonly number[], sign: 1 | -1 = 1): void {
  const row = rows[key]
  if (!row) rows[key] = numbers.map((n) => sign * n || 0)
  else for (let i = 0; i < numbers.length; i++) row[i]! += sign * numbers[i]!
}

export function addSums(into: Sums, more: Partial<Sums>, sign: 1 | -1 = 1): void {
  for (const section of sections) addRows(into[section], more[section] ?? {}, sign)
}
export function addRows(into: Rows, more: Rows, sign: 1 | -1 = 1): void {
  for (const key in more) plus(into, key, more[key]!, sign)
}

/** Places in a row of measures. */
export const measured = {
  failures: 0,
  repaired: 1,
  repairMinutes: 2,
  visited: 3,
  firstFixed: 4,
  repeated: 5,
  answered: 6,
  answerMinutes: 7,
  solved: 8,
  solveMinutes: 9,
  complaints: 10,
  complaintsInTime: 11,
} as const
/** Places in a row of voices. */
export const voiced = {
  asked: 0,
  answers: 1,
  stars: 2,
  content: 3,
  scores: 4,
  promoters: 5,
  detractors: 6,
} as const

/** What the cases of these days and the moments of these days add up to. */
export function sumsOf(cases: readonly Case[], moments: readonly Moment[]): Sums {
  const sums = noSums()
  for (const one of cases) addCase(sums, one)
  for (const one of moments) addMoment(sums, one)
  return sums
}

/** Adds one case. */
export function addCase({ faults, measures }: Sums, one: Case): void {
  const { model, batch, fault, downtime, cost, visits, repair, response, resolution } = one
  if (one.counted) plus(faults, keyOf(model, batch, fault), [1, downtime, cost])
  const isVisited = one.counted && visits.length > 0
  // whatever was asked for was answered, a question and a complaint too
  const answered = response !== null
  const solved = one.counted && resolution !== null
  plus(measures, model, [
    one.counted ? 1 : 0,
    one.counted && repair !== null ? 1 : 0,
    one.counted ? (repair ?? 0) : 0,
    isVisited ? 1 : 0,
    isVisited && one.firstFix && !one.again ? 1 : 0,
    isVisited && one.again ? 1 : 0,
    answered ? 1 : 0,
    answered ? response : 0,
    solved ? 1 : 0,
    solved ? resolution : 0,
    0,
    0,
  ])
}

/** Adds one moment. */
export function addMoment(sums: Sums, { what, model, companyId, companyName }: Moment): void {
  if (what.kind === 'complaint') plus(sums.measures, model, [...zeros, 1, what.inTime ? 1 : 0])
  else if (what.kind === 'gate')
    plus(
      sums.gates,
      what.article,
      breachKinds.map((kind) => +(what.breach === kind)),
    )
  else {
    const { engineer, stars, nps } = what
    const answer = stars === null ? [0, 0, 0] : [1, stars, +(stars >= 4)]
    const score = nps === null ? [0, 0, 0] : [1, +(nps >= 9), +(nps <= 6)]
    const row = [1, ...answer, ...score]
    plus(sums.voices, keyOf('engineer', engineer?.pid ?? '', engineer?.name ?? ''), row)
    plus(sums.voices, keyOf('model', model, model), row)
    plus(sums.companies, keyOf(companyId, companyName), row)
  }
}
const breachKinds = ['late', 'waived', 'broken'] as const
const zeros = Array.from({ length: 10 }, () => 0)

/** All rows together. */
export function whole(rows: Rows, width: number, of: (key: string) => boolean = () => true): number[] {
  const sum = Array.from({ length: width }, () => 0)
  for (const key in rows) if (of(key)) rows[key]!.forEach((n, i) => (sum[i]! += n))
  return sum
}
