import {
  daysOfMonth,
  monthAfter,
  monthOf,
  monthWords,
  periodOf,
  periodWords,
  widerPeriod,
} from '../../../miniprogram/domain/calendar/periods'

const now = Date.parse('2026-11-23T09:40:00+08:00')

describe('the periods of statistics', () => {
  it.each([
    ['month', '2026-11-01', '2026-11-23', '2026年11月1日—11月23日'],
    ['quarter', '2026-08-26', '2026-11-23', '2026年8月26日—11月23日'],
    ['year', '2026-01-01', '2026-11-23', '2026年1月1日—11月23日'],
    ['decade', '2017-01-01', '2026-11-23', '2017年1月1日—2026年11月23日'],
  ] as const)('given %s, then it runs from %s to %s and is read as such', (key, from, to, words) => {
    expect(periodOf(key, now)).toEqual({ from, to })
    expect(periodWords({ from, to })).toBe(words)
  })
  it('given the last 90 days, then there are 90 of them, today included', () => {
    const { from, to } = periodOf('quarter', now)
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(90)
  })
  it('given the first minutes of a month in China, then it is that month, whatever the hour in UTC', () => {
    const first = Date.parse('2026-12-01T00:05:00+08:00')
    expect(periodOf('month', first)).toEqual({ from: '2026-12-01', to: '2026-12-01' })
    expect(monthOf(first)).toBe('2026-12')
  })
  it('given a period over a new year, then both years are read', () => {
    expect(periodWords({ from: '2025-12-05', to: '2026-03-04' })).toBe('2025年12月5日—2026年3月4日')
  })
  it('given nothing in a period, then the next wider one is offered, and after the widest none', () => {
    expect(widerPeriod('month')?.label).toBe('近 90 天')
    expect(widerPeriod('decade')).toBeNull()
  })
})

describe('months', () => {
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', 0, '2026-11'],
    ['2026-11', -23, '2024-12'],
  ])('given %s, when %i months go by, then it is %s', (month, by, then) => {
    expect(monthAfter(month, by)).toBe(then)
  })
  it('given February, then its last day is known in leap years too', () => {
    expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(daysOfMonth('2028-02').to).toBe('2028-02-29')
    expect(monthWords('2026-02')).toBe('2026年2月')
  })
})
