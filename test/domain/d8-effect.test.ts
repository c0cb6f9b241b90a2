// Whether an 8D's measures work is shown by the statistics and by nothing else.
import { defaults } from '../../miniprogram/domain/company/settings'
import { effectOf, type Occurrence } from '../../miniprogram/domain/quality/effect'

const back = (day: string, model = 'V850'): Occurrence => ({ day, model, no: 'BX-1', ticketId: 't1' })

describe('the effect that the statistics must show', () => {
  it.each([
    ['the measures are not in effect yet', '', '2026-11-11', [], null, false],
    ['12 days have passed without the fault', '2026-10-12', '2026-10-24', [], 12, false],
    ['29 days have passed', '2026-10-12', '2026-11-10', [], 29, false],
    ['30 days have passed', '2026-10-12', '2026-11-11', [], 30, true],
    ['it came back on the 20th day', '2026-10-12', '2026-11-11', [back('2026-11-01')], 10, false],
    [
      'it came back and 30 days have passed since',
      '2026-10-12',
      '2026-12-01',
      [back('2026-11-01')],
      30,
      true,
    ],
    ['it happened on the day of D6 itself', '2026-10-12', '2026-11-11', [back('2026-10-12')], 30, true],
    ['it came back at another model', '2026-10-12', '2026-11-11', [back('2026-11-01', 'H63')], 30, true],
    ['the case is of tomorrow', '2026-10-12', '2026-11-11', [back('2026-11-12')], 30, true],
  ] as const)('given %s, then the days count from there', (_, on, today, cases, days, shown) => {
    expect(effectOf(on, today, ['V850 立式加工中心'], cases, defaults)).toMatchObject({ days, shown })
  })

  it('given 12 quiet days, then its words are those of the lock; given a return, then they say when', () => {
    const quiet = effectOf('2026-10-12', '2026-10-24', [], [], defaults)
    expect(quiet.words).toBe('效果未验证:同类故障须 30 天内为 0 才能关闭(现在 12 天,0 次)')
    const again = effectOf('2026-10-12', '2026-11-04', [], [back('2026-11-01')], defaults)
    expect(again.words).toContain('现在 3 天,0 次;11月1日又发生,从那天重新计')
    expect(again).toMatchObject({ count: 1, last: { no: 'BX-1' } })
  })
})
