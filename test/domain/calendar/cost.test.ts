import { china2026 } from '../../../miniprogram/domain/calendar/china'
import { dateWords, dayTime, shortTime } from '../../../miniprogram/domain/calendar/format'
import { DAY } from '../../../miniprogram/domain/calendar/units'
import {
  dueAfterMinutes,
  dueAfterWorkdays,
  endOfDay,
  isWorkday,
  workdayFrom,
  workingMinutes,
} from '../../../miniprogram/domain/calendar/working-time'
import { stepsOf } from '../../model/steps'

const now = Date.parse('2026-11-23T09:40:00+08:00')
const clock = /domain\/calendar\//
const steps = (act: () => unknown) => stepsOf(clock, act)

/** What a list asks of the clock for one card. */
const asked = (due: number) => () => {
  isWorkday(due)
  workdayFrom(due)
  const left = workingMinutes(now, due)
  workingMinutes(now, due, [{ reason: '', from: now + DAY, to: due, by: '' }])
  dueAfterMinutes(now, left * 0.75)
  dueAfterMinutes(due, 60)
  dueAfterWorkdays(due, 3)
}

describe('what the clock costs', () => {
  beforeAll(() => asked(now + DAY)()) // the table of the calendar is made at the first question

  it('given a naive walk over the days, then the count shows it: it grows with the distance', async () => {
    const walk = (until: number) => () => {
      for (let day = now; day < until; day += DAY) isWorkday(day)
    }
    const [near, far] = [await steps(walk(now + 10 * DAY)), await steps(walk(now + 1000 * DAY))]
    expect(far).toBeGreaterThan(50 * near)
  })

  it.each(['2027-01-04', '2036-11-24', '2099-12-31', '9999-12-31'])(
    'given a date on %s, when all is asked of it, then it costs as many steps as one in a month',
    async (day) => {
      const [near, far] = [await steps(asked(endOfDay('2026-12-24'))), await steps(asked(endOfDay(day)))]
      expect(near).toBeGreaterThan(50)
      // a search of the year's table may take a turn more or less
      expect(far).toBeLessThanOrEqual(near * 1.2)
    },
  )

  it('given 100,000 working days to count, then it costs what one costs', async () => {
    const one = await steps(() => dueAfterWorkdays(now, 1))
    const many = await steps(() => dueAfterWorkdays(now, 100_000))
    expect(many).toBeLessThanOrEqual(one * 1.2)
  })

  it('given twenty announced years, then a question costs a few steps more, not twenty times as many', async () => {
    const year = (n: number) => china2026.years[2026]!.off.map((day) => `${n}${day.slice(4)}`)
    const years = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [2026 + i, { off: year(2026 + i), on: [] }]),
    )
    const long = { ...china2026, years }
    const ask = (calendar: typeof china2026) => () => dueAfterMinutes(now, 4000, calendar)
    ask(long)()
    expect(await steps(ask(long))).toBeLessThan(3 * (await steps(ask(china2026))))
  })

  it('given what is no instant, then the clock answers at once: no work, no minutes, no deadline', () => {
    for (const wrong of [NaN, Infinity, -Infinity, endOfDay('2026-13-45'), endOfDay('')]) {
      expect(isWorkday(wrong)).toBe(false)
      expect(workdayFrom(wrong)).toBeNaN()
      expect(workingMinutes(now, wrong)).toBe(0)
      expect(workingMinutes(wrong, now)).toBe(0)
      expect(dueAfterWorkdays(wrong, 1)).toEqual({ at: NaN, provisional: true })
      expect(dueAfterMinutes(wrong, 60)).toEqual({ at: NaN, provisional: true })
    }
    expect(dueAfterMinutes(now, NaN).at).toBeNaN()
    expect(dateWords('2026-13-45')).toBe('日期有误')
    expect([dayTime(NaN), shortTime(NaN, now)]).toEqual(['日期有误', '日期有误'])
  })

  it('given 9999-12-31, then it is a Friday like any other, and provisional', () => {
    expect(endOfDay('9999-12-31')).toBe(Date.parse('9999-12-31T17:30:00+08:00'))
    expect(dueAfterWorkdays(Date.parse('9999-12-30T10:00:00+08:00'), 1)).toEqual({
      at: Date.parse('9999-12-31T17:30:00+08:00'),
      provisional: true,
    })
  })
})
