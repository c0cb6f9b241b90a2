import { copiesIn } from '../../../scripts/check/units'

describe('units of time', () => {
  it.each([
    'const DAY = 24 * 3600_000',
    'const DAY = 86400_000',
    'const later = now + 5 * 60 * 1000',
    'const week = 7 * 24 * 60 * 60 * 1000',
    'const east = at + 288e5',
    'const hour = (60 * 60) * 1000',
    'const seconds = 24 * 60 * 60',
  ])('given %s, then the check finds it', (line) => {
    expect(copiesIn(line)).toEqual([1])
  })

  it.each(['const most = 600', 'const share = part * 100', 'const later = now + 2 * DAY'])(
    'given %s, then it is no unit of time',
    (line) => {
      expect(copiesIn(line)).toEqual([])
    },
  )
})
