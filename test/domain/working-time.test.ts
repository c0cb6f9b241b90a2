import fc from 'fast-check'
import { getDayDetail } from 'chinese-days'
import { china2026 } from '../../miniprogram/domain/calendar'
import {
  dueAfterMinutes,
  dueAfterWorkdays,
  isQuiet,
  isWorkday,
  isWorkingTime,
  localDate,
  workingMinutes,
} from '../../miniprogram/domain/working-time'

const at = (text: string) => Date.parse(`${text}+08:00`)
const DAY = 86400_000

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
    expect(localDate(dueAfterWorkdays(at('2026-09-17T16:00:00'), 3).at)).toBe('2026-09-21')
  })

  it('given all of 2026, then there are 248 working days and each agrees with the published calendar', () => {
    const days = Array.from({ length: 365 }, (_, i) => at('2026-01-01T12:00:00') + i * DAY)
    const wrong = days.filter((day) => isWorkday(day) !== getDayDetail(localDate(day)).work)
    expect(wrong.map(localDate)).toEqual([])
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

  it('given 22:00, then it is quiet; given 07:30, then it is not', () => {
    expect([isQuiet(at('2026-11-23T22:00:00')), isQuiet(at('2026-11-23T07:30:00'))]).toEqual([true, false])
  })

  it('given any two minutes of 2026 and any pause, then the clock counts what a minute-by-minute count counts', () => {
    const start = at('2026-02-10T00:00:00') / 60_000
    const minute = fc.integer({ min: 0, max: 60 * 24 * 21 }).map((n) => (start + n) * 60_000)
    fc.assert(
      fc.property(minute, minute, minute, minute, (a, b, c, d) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const pause = { reason: '', from: Math.min(c, d), to: Math.max(c, d), by: '' }
        let counted = 0
        for (let t = from; t < to; t += 60_000)
          if (isWorkingTime(t) && !(t >= pause.from && t < pause.to)) counted++
        expect(workingMinutes(from, to, [pause])).toBe(counted)
      }),
      { numRuns: 60 },
    )
  })

  it('given any instant and any number of minutes, then exactly these minutes lie before the deadline', () => {
    const instant = fc
      .integer({ min: 0, max: 60 * 24 * 300 })
      .map((n) => at('2026-01-05T00:00:00') + n * 60_000)
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), (from, n) => {
        expect(workingMinutes(from, dueAfterMinutes(from, n).at)).toBe(n)
      }),
    )
  })

  it('given the calendar, then no day is both off and on', () => {
    expect(china2026.off.filter((day) => china2026.on.includes(day))).toEqual([])
  })
})
