import fc from 'fast-check'
import { getDayDetail } from 'chinese-days'
import { china2026 } from '../../../miniprogram/domain/calendar/china'
import { isoDay } from '../../../miniprogram/domain/calendar/days'
import {
  dueAfterMinutes,
  dueAfterWorkdays,
  isWorkday,
  isWorkingTime,
  workingMinutes,
} from '../../../miniprogram/domain/calendar/working-time'
import { isQuiet } from '../../../miniprogram/domain/company/deadlines'
import { defaults } from '../../../miniprogram/domain/company/settings'

const at = (text: string) => Date.parse(`${text}+08:00`)
const DAY = 86400_000
const known: Record<string, 0 | 1> = {}

describe('the working-day clock', () => {
  it.each([
    ['02-13', '02-14'],
    ['02-14', '02-24'],
    ['02-17', '02-24'],
    ['02-27', '02-28'],
    ['05-08', '05-09'],
    ['09-18', '09-20'],
    ['09-24', '09-28'],
    ['09-30', '10-08'],
    ['10-09', '10-10'],
  ])(
    'given a request on 2026-%s, when one working day is promised, then it is due at 17:30 on 2026-%s',
    (day, due) => {
      expect(dueAfterWorkdays(at(`2026-${day}T10:00:00`), 1)).toEqual({
        at: at(`2026-${due}T17:30:00`),
        provisional: false,
      })
    },
  )

  it('given 2026-09-17, when three working days are promised, then it is due on 2026-09-21', () => {
    expect(isoDay(dueAfterWorkdays(at('2026-09-17T16:00:00'), 3).at)).toBe('2026-09-21')
  })

  it('given all of 2026, then there are 248 working days and each agrees with the published calendar', () => {
    const days = Array.from({ length: 365 }, (_, i) => at('2026-01-01T12:00:00') + i * DAY)
    const wrong = days.filter((day) => isWorkday(day) !== getDayDetail(isoDay(day)).work)
    expect(wrong.map(isoDay)).toEqual([])
    expect(days.filter((day) => isWorkday(day))).toHaveLength(248)
  })

  it('given a deadline in a year without a calendar, then it is marked provisional', () => {
    expect(dueAfterWorkdays(at('2026-12-31T10:00:00'), 1)).toEqual({
      at: at('2027-01-01T17:30:00'),
      provisional: true,
    })
  })

  it('given lunch, then no working minute passes and work does not go on', () => {
    expect(workingMinutes(at('2026-11-23T12:00:00'), at('2026-11-23T13:00:00'))).toBe(0)
    expect(isWorkingTime(at('2026-11-23T12:30:00'))).toBe(false)
  })

  it('given 30 minutes left before lunch, when an hour is allowed, then it ends at 13:30', () => {
    expect(dueAfterMinutes(at('2026-11-23T11:30:00'), 60).at).toBe(at('2026-11-23T13:30:00'))
  })

  it('given overlapping pauses over a weekend, then each minute is taken off once', () => {
    const pauses = [
      { reason: '等客户', from: at('2026-11-20T16:30:00'), to: at('2026-11-23T09:30:00'), by: '沈晓雯' },
      { reason: '等备件', from: at('2026-11-20T17:00:00'), to: at('2026-11-23T09:00:00'), by: '沈晓雯' },
    ]
    expect(workingMinutes(at('2026-11-20T16:00:00'), at('2026-11-23T10:00:00'), pauses)).toBe(30 + 30)
  })

  it.each([
    ['20:59:59', false],
    ['21:00:00', true],
    ['23:59:59', true],
    ['00:00:00', true],
    ['07:29:59', true],
    ['07:30:00', false],
    ['12:00:00', false],
  ])('given %s, then it is night for those who push: %s', (time, quiet) => {
    expect(isQuiet(at(`2026-11-23T${time}`), defaults)).toBe(quiet)
  })

  /** Every minute of 2026 looked at once, by the published calendar and a clock on the wall: 1 where work goes on. */
  const start = at('2026-01-01T00:00:00')
  const year = Uint8Array.from({ length: 365 * 24 * 60 }, (_, i) => {
    const wall = ((i % 1440) / 60) | 0
    const hm = wall * 100 + (i % 60)
    return (hm >= 830 && hm < 1200) || (hm >= 1300 && hm < 1730) ? worked(Math.floor(i / 1440)) : 0
  })
  function worked(day: number): 0 | 1 {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
    return (known[date] ??= getDayDetail(date).work ? 1 : 0)
  }
  const instant = (minute: number) => start + minute * 60_000
  const minute = fc.integer({ min: 0, max: year.length - 1 })
  /** Hours, days or weeks: some over a night, some over a weekend, some over the Spring Festival. */
  const length = fc.oneof(
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 0, max: 6 * 1440 }),
    fc.integer({ min: 0, max: 40 * 1440 }),
  )
  const span = fc.tuple(minute, length).map(([a, n]): [number, number] => [a, Math.min(a + n, year.length)])
  const pauses = fc.array(fc.tuple(span, fc.boolean()), { maxLength: 5 })

  it('given any span of 2026 and any pauses, then the clock counts what a count of every minute counts', () => {
    fc.assert(
      fc.property(span, pauses, ([from, to], stops) => {
        const some = stops.map(([[a, b], open]) => ({
          ...{ reason: '', by: '', from: instant(a) },
          to: open ? null : instant(b),
        }))
        let counted = 0
        for (let i = from; i < to; i++) {
          const stands = stops.some(([[a, b], open]) => i >= a && (open || i < b))
          if (!stands) counted += year[i]!
        }
        expect(workingMinutes(instant(from), instant(to), some)).toBe(counted)
      }),
      { numRuns: 400 },
    )
  })

  it('given a pause from any Friday to the Monday after it, then only its working minutes are taken off', () => {
    const fridays = Array.from({ length: 50 }, (_, week) => 1 + week * 7)
    for (const friday of fridays) {
      const [from, to] = [friday * 1440 + 10 * 60, (friday + 4) * 1440]
      const [a, b] = [friday * 1440 + 16 * 60, (friday + 3) * 1440 + 9 * 60]
      let counted = 0
      for (let i = from; i < to; i++) if (i < a || i >= b) counted += year[i]!
      const pause = { reason: '等备件', from: instant(a), to: instant(b), by: '' }
      expect(workingMinutes(instant(from), instant(to), [pause])).toBe(counted)
    }
  })

  it('given any instant and any number of minutes, then the deadline is the end of the last of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 * 1440 }), fc.integer({ min: 1, max: 4000 }), (from, n) => {
        let left = n
        let i = from
        for (; left > 0; i++) left -= year[i]!
        expect(dueAfterMinutes(instant(from), n).at).toBe(instant(i))
      }),
      { numRuns: 300 },
    )
  })

  it('given any minute of 2026, then n working days end at 17:30 of the n-th day with work after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 320 * 1440 }), fc.integer({ min: 1, max: 20 }), (from, n) => {
        let day = Math.floor(from / 1440)
        for (let left = n; left > 0;) left -= worked(++day)
        expect(dueAfterWorkdays(instant(from), n).at).toBe(instant(day * 1440 + 17 * 60 + 30))
      }),
      { numRuns: 300 },
    )
  })

  it('given the calendar, then no day is both off and on', () => {
    const { off, on } = china2026.years[2026]!
    expect(off.filter((day) => on.includes(day))).toEqual([])
  })
})
