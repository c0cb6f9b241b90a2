import fc from 'fast-check'
import type { WorkCalendar } from '../../../miniprogram/domain/calendar/china'
import {
  dueAfterMinutes,
  dueAfterWorkdays,
  isWorkday,
  workdayFrom,
  workingMinutes,
} from '../../../miniprogram/domain/calendar/working-time'

// The clock again, as one would count by hand: day by day, range by range.
const [MIN, DAY] = [60_000, 86_400_000]
const start = Date.UTC(2024, 11, 20) - 8 * 60 * MIN
const dateOf = (day: number) => new Date(Date.UTC(2024, 11, 20) + day * DAY).toISOString().slice(0, 10)

function works(calendar: WorkCalendar, day: number): boolean {
  const date = dateOf(day)
  const years = Object.values(calendar.years)
  if (years.some(({ on }) => on.includes(date))) return true
  if (years.some(({ off }) => off.includes(date))) return false
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}
function* stretches(calendar: WorkCalendar, from: number): Generator<[number, number]> {
  for (let day = Math.floor((from - start) / DAY); ; day++)
    if (works(calendar, day))
      for (const [a, b] of calendar.ranges) {
        const [begin, end] = [start + day * DAY + a * MIN, start + day * DAY + b * MIN]
        if (end > from) yield [Math.max(begin, from), end]
      }
}
function counted(calendar: WorkCalendar, from: number, to: number): number {
  let sum = 0
  for (const [a, b] of stretches(calendar, from)) {
    if (a >= to) return sum / MIN
    sum += Math.min(b, to) - a
  }
  return sum
}
function dueBy(calendar: WorkCalendar, from: number, minutes: number): number {
  let left = minutes * MIN
  for (const [a, b] of stretches(calendar, from)) {
    if (left <= b - a) return a + left
    left -= b - a
  }
  return NaN
}

/** Years of which some are announced, with days off and days on anywhere in them, in one to three ranges a day. */
const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    announced: fc.uniqueArray(fc.integer({ min: 2024, max: 2030 }), { maxLength: 4 }),
    off: fc.array(fc.integer({ min: 0, max: 2200 }), { maxLength: 60 }),
    on: fc.array(fc.integer({ min: 0, max: 2200 }), { maxLength: 30 }),
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 6, maxLength: 6 }),
    ranges: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ announced, off, on, cuts, ranges }) => {
    const sorted = [...cuts].sort((a, b) => a - b)
    const within = (days: number[], year: number) =>
      days.map(dateOf).filter((day) => Number(day.slice(0, 4)) === year)
    return {
      years: Object.fromEntries(
        announced.map((year) => [year, { off: within(off, year), on: within(on, year) }]),
      ),
      ranges: Array.from({ length: ranges }, (_, i): [number, number] => [
        sorted[2 * i]!,
        sorted[2 * i + 1]!,
      ]),
    }
  })
const instants = fc.integer({ min: 0, max: 2000 * 1440 }).map((minute) => start + minute * MIN)

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

describe(`the clock beside a count by hand (SEED=${seed} plays it again)`, () => {
  const check = <T>(given: fc.Arbitrary<T>, holds: (value: T) => void) =>
    fc.assert(fc.property(given, holds), { seed, numRuns: 100 })

  it('given any calendar and any two instants, then the working minutes between them are those counted', () => {
    check(fc.tuple(calendars, instants, instants), ([calendar, a, b]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      expect(workingMinutes(from, to, [], calendar)).toBe(counted(calendar, from, to))
    })
  })

  it('given any calendar, instant and number of minutes, then they end when a count of them ends', () => {
    check(fc.tuple(calendars, instants, fc.integer({ min: 0, max: 60_000 })), ([calendar, at, n]) => {
      expect(dueAfterMinutes(at, n, calendar).at).toBe(dueBy(calendar, at, n))
    })
  })

  it('given any calendar, instant and number of days, then the n-th working day is the one counted', () => {
    check(fc.tuple(calendars, instants, fc.integer({ min: 0, max: 500 })), ([calendar, at, n]) => {
      let day = Math.floor((at - start) / DAY)
      for (let left = n; left > 0;) if (works(calendar, ++day)) left--
      const close = calendar.ranges[calendar.ranges.length - 1]![1]
      expect(dueAfterWorkdays(at, n, calendar).at).toBe(start + day * DAY + close * MIN)
    })
  })

  it('given any calendar and day, then it is a working day, or the next one is, as in the calendar', () => {
    check(fc.tuple(calendars, instants), ([calendar, at]) => {
      let day = Math.floor((at - start) / DAY)
      expect(isWorkday(at, calendar)).toBe(works(calendar, day))
      while (!works(calendar, day)) day++
      expect(workdayFrom(at, calendar)).toBe(start + day * DAY)
    })
  })

  it('given a deadline over years, then it is provisional unless each of them is announced', () => {
    const year = { off: [], on: [] }
    const ranges = [[480, 960]] as const
    const due = (years: number[]) =>
      dueAfterWorkdays(start, 600, { ranges, years: Object.fromEntries(years.map((one) => [one, year])) })
    expect(due([2024, 2025, 2026, 2027]).provisional).toBe(false)
    expect(due([2024, 2026, 2027]).provisional).toBe(true)
  })
})
