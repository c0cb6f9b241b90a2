import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isDay,
  isoDay,
  startOf,
} from '../../../miniprogram/domain/calendar/days'

const root = join(__dirname, '../../..')

describe('local dates', () => {
  it.each([
    '2026-02-30',
    '2026-13-45',
    '2026-02-29',
    '0000-00-00',
    '0099-01-01',
    '2026-1-5',
    '',
    '今天',
    '2026-11-25T10:00',
  ])('given 「%s」, then it is no day, and nothing is counted from it', (text) => {
    expect(isDay(text)).toBe(false)
    expect(startOf(text)).toBeNaN()
    expect([addDays(text, 1), addMonths(text, 1)]).toEqual(['', ''])
  })

  it.each(['2026-02-28', '2028-02-29', '2000-01-01', '9999-12-31'])('given %s, then it is a day', (text) => {
    expect(isDay(text)).toBe(true)
    expect(isoDay(startOf(text))).toBe(text)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-01-31', 13, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-24', -11, '2025-12-24'],
  ])('given %s, when %i months go by, then it is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then)
  })

  it('given any day and any number of days, then going there and counting back agree', () => {
    const some = fc.integer({ min: 0, max: 36_500 })
    fc.assert(
      fc.property(some, some, (a, b) => {
        const day = addDays('2000-01-01', a)
        expect(daysBetween(day, addDays(day, b))).toBe(b)
        expect(addDays(addDays(day, b), -b)).toBe(day)
      }),
    )
  })

  it('given a time on the wall, then it is that instant in +08:00, and 25:00 is none', () => {
    expect(instantOf('2026-11-24', '09:00')).toBe(Date.parse('2026-11-24T09:00:00+08:00'))
    expect([instantOf('2026-11-24', '25:00'), instantOf('2026-02-30', '09:00')]).toEqual([NaN, NaN])
  })

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])(
    'given a machine in %s, summer time or not, then all of 1988 and 2026 reads as in China',
    (TZ) => {
      const tsx = join(root, 'node_modules/.bin/tsx')
      const told = execFileSync(tsx, ['test/model/wall.ts'], { cwd: root, env: { ...process.env, TZ } })
      expect(told.toString().trim()).toBe('0')
    },
  )
})
