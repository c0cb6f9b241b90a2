import { inputErrors } from '../../miniprogram/domain/door/inputs'
import { defaults } from '../../miniprogram/domain/company/settings'
import fc from 'fast-check'
import { measuresOf, satisfactionOf } from '../../miniprogram/domain/statistics/measures'
import { othersOf, paretoOf, type ParetoView } from '../../miniprogram/domain/statistics/pareto'
import { before, daysIn, daysOf, nextDay, spansOf } from '../../miniprogram/domain/statistics/period'
import { countMachines, machineHours, machinesAt } from '../../miniprogram/domain/statistics/fleet'
import { keyOf, noSums, plus, type Rows } from '../../miniprogram/domain/statistics/sums'
import { faultLeaves } from '../../miniprogram/domain/company/fault-tree'

const view: ParetoView = { level: 1, within: '', batch: '', base: 'count', per: null }
const rows = (...cases: [string, number, number?, number?, string?][]): Rows => {
  const found: Rows = {}
  for (const [leaf, n, minutes = 0, yuan = 0, batch = '2403'] of cases)
    plus(found, keyOf('V850', batch, leaf), [n, minutes, yuan])
  return found
}

describe('a Pareto', () => {
  const some = rows(['SP-1-1', 10, 60, 500], ['SP-3-1', 5, 600, 100], ['TC-1-1', 12], ['', 4])

  it('given cases of two classes, then the larger is first, and its share is read out', () => {
    const { bars, sentence, cases, unclassified, enough } = paretoOf(some, view, defaults)
    expect(bars.map((bar) => [bar.name, bar.count])).toEqual([
      ['主轴', 15],
      ['刀库换刀', 12],
    ])
    expect([cases, unclassified, enough]).toEqual([27, 4, true])
    expect(sentence).toBe('前 2 类占 100%:主轴、刀库换刀')
  })

  it('given a class, then one looks into it', () => {
    const inside = paretoOf(some, { ...view, level: 2, within: 'SP' }, defaults)
    expect(inside.bars.map((bar) => [bar.code, bar.name])).toEqual([
      ['SP-1', '精度'],
      ['SP-3', '拉刀松刀'],
    ])
  })

  it('given standstill or money, then the order follows it', () => {
    const by = (base: ParetoView['base']) =>
      paretoOf(some, { ...view, base, level: 3, within: 'SP' }, defaults).bars.map((bar) => bar.value)
    expect([by('downtime'), by('cost')]).toEqual([
      [10, 1],
      [500, 100],
    ])
  })

  it('given 40 machines, then a value is that per hundred, and the shares stay', () => {
    const { bars, total } = paretoOf(some, { ...view, per: 40 }, defaults)
    expect([bars[0]!.value, total]).toEqual([37.5, 67.5])
    expect(bars[0]!.share).toBeCloseTo(15 / 27)
  })

  it('given no machine in service, then per hundred there is nothing', () => {
    expect(paretoOf(some, { ...view, per: 0 }, defaults).bars[0]!.value).toBe(0)
  })

  it('given a batch, then the others are left out', () => {
    const two = { ...some, ...rows(['HY-1-1', 3, 0, 0, '2511']) }
    expect(paretoOf(two, { ...view, batch: '2511' }, defaults).bars.map((bar) => bar.code)).toEqual(['HY'])
  })

  it('given fewer than 20 cases, then it is a table without a cumulative line, and says so', () => {
    expect(paretoOf(rows(['SP-1-1', 19]), view, defaults)).toMatchObject({
      enough: false,
      sentence: '样本不足 20 条,只列表,不画累计线',
    })
    expect(paretoOf(rows(['SP-1-1', 20]), view, defaults).enough).toBe(true)
    expect(paretoOf({}, view, defaults)).toMatchObject({ bars: [], sentence: '', total: 0 })
  })

  it('given eleven classes, then ten are shown and the smallest is 其他', () => {
    const eleven = rows(...faultLeaves.slice(0, 11).map((leaf, i): [string, number] => [leaf.code, 20 - i]))
    const deep = { ...view, level: 3 as const }
    expect(paretoOf(eleven, deep, defaults).bars.map((bar) => bar.count)).toEqual([
      20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10,
    ])
    expect(othersOf(eleven, deep)).toEqual([faultLeaves[10]!.code])
  })

  it('given any cases, then the bars add up to the whole and the last is 100 %', () => {
    const leaf = fc.constantFrom(...faultLeaves.map((one) => one.code))
    const some = fc.array(fc.tuple(leaf, fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(some, fc.constantFrom(1, 2, 3), (cases, level) => {
        const { bars, total } = paretoOf(rows(...cases), { ...view, level }, defaults)
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(total)
        expect(bars.at(-1)!.cumulative).toBeCloseTo(1)
        expect(bars.length).toBeLessThanOrEqual(11)
      }),
    )
  })
})

describe('a period', () => {
  it('given any period, then each of its days is read once, in a month or alone', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => nextDay('2024-06-10', n))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const { months, days } = spansOf(from, to, '2030-01-01')
        const all = [...months.flatMap(daysOf), ...days].sort()
        expect(all).toEqual(Array.from({ length: daysIn(from, to) }, (_, i) => nextDay(from, i)))
        expect(days.length).toBeLessThanOrEqual(60)
      }),
    )
  })

  it('given a month that is not over, then it ends today: what falls due later is not late yet', () => {
    expect(spansOf('2026-10-01', '2026-11-30', '2026-11-23').months).toEqual(['2026-10'])
    expect(spansOf('2026-10-01', '2026-11-30', '2026-11-23').days.at(-1)).toBe('2026-11-23')
    expect(spansOf('2026-12-01', '2026-12-31', '2026-11-23')).toEqual({ months: [], days: [] })
  })

  it('given 90 days, then the period before are the 90 days before', () => {
    expect(before('2026-08-26', '2026-11-23')).toEqual({ from: '2026-05-28', to: '2026-08-25' })
  })
})

describe('machines in service', () => {
  const fleet = countMachines(
    {},
    [
      { model: 'V850', warrantyUntil: '2026-11-09' },
      { model: 'V850', warrantyUntil: '2027-11-09' },
      { model: 'T46', warrantyUntil: '2025-01-31' },
      { model: 'G2518', warrantyUntil: null },
    ],
    defaults,
  )

  it('given an acceptance a year before the end of 三包, then a machine counts from that day', () => {
    expect(machinesAt(fleet, 'V850', '2025-11-08')).toBe(0)
    expect(machinesAt(fleet, 'V850', '2025-11-09')).toBe(1)
    expect(machinesAt(fleet, '', '2026-12-31')).toBe(3)
  })

  it('given a machine accepted on the 9th, then a month of 30 days has 22 days of it', () => {
    expect(machineHours(fleet, 'V850', '2026-11-01', '2026-11-30')).toBe((30 + 22) * 24)
  })
})

describe('the measures', () => {
  const nothing = { ...noSums(), machineHours: 0 }

  it('given nothing at all, then no measure has a value, and none is enough', () => {
    const all = measuresOf(nothing, nothing, '', defaults)
    expect(all.map((one) => [one.value, one.words, one.enough])).toEqual(all.map(() => [null, '—', false]))
    expect(all.every((one) => one.definition.length > 15)).toBe(true)
  })

  it('given 4 machines for 30 days and 6 failures, then MTBF is 480 hours, and the period before is beside it', () => {
    const measures = { V850: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
    const [mtbf] = measuresOf({ ...nothing, measures, machineHours: 4 * 30 * 24 }, nothing, 'V850', defaults)
    expect(mtbf).toMatchObject({
      value: 480,
      words: '480 小时',
      sample: 6,
      sampleWords: '样本 6 次故障',
      enough: true,
      before: null,
    })
  })

  it.each([
    ['more failures', 12, 6, 'worse'],
    ['fewer failures', 6, 12, 'better'],
    ['as many', 6, 6, 'same'],
    ['too few before', 6, 4, null],
  ])('given %s than in the period before, then MTBF says so in one word', (_name, now, past, trend) => {
    const of = (failures: number) => ({
      ...nothing,
      measures: { V850: [failures, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      machineHours: 720,
    })
    expect(measuresOf(of(now), of(past), '', defaults)[0]!.trend).toBe(trend)
  })

  it('given fewer visits again than before, then the repeat rate is better, not worse', () => {
    const of = (repeated: number) => ({
      ...nothing,
      measures: { V850: [0, 0, 0, 20, 0, repeated, 0, 0, 0, 0, 0, 0] },
    })
    const found = measuresOf(of(2), of(5), '', defaults).find((one) => one.key === 'repeat')
    expect(found!.trend).toBe('better')
  })

  it('given failures of machines that nobody registered, then MTBF says nothing', () => {
    const measures = { V850: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
    expect(measuresOf({ ...nothing, measures }, nothing, '', defaults)[0]).toMatchObject({
      value: null,
      words: '—',
    })
  })

  it('given 10 visits of which 4 were judged, then CSAT has its response rate beside it, and is too few', () => {
    const row = [10, 4, 16, 3, 4, 2, 1]
    const voices = { [keyOf('engineer', 'p1', '周海')]: row, [keyOf('model', 'V850', 'V850')]: row }
    const of = new Map(measuresOf({ ...nothing, voices }, nothing, '', defaults).map((one) => [one.key, one]))
    expect(of.get('csat')).toMatchObject({
      value: 0.75,
      words: '75%',
      sampleWords: '样本 4 份评价,回收率 40%',
      enough: false,
    })
    expect(of.get('nps')).toMatchObject({ value: 25, words: '+25' })
    expect(satisfactionOf({ voices, companies: {} }, 'engineer')).toEqual([
      { key: 'p1', name: '周海', answers: 4, asked: 10, average: 4, csat: 0.75, nps: 25 },
    ])
  })
})

describe('what statistics are asked for', () => {
  it.each(['0000-01', '0001-01', '1970-01', '9999-12', '2026-13', '2026-1', ''])(
    'given the month %s, then it is refused in words and nothing is counted',
    (month) => {
      expect(inputErrors('stats.articles', { month, article: '' }, Date.UTC(2026, 10, 23))).toEqual({
        month: '请选择月份',
      })
    },
  )

  it('given a period that is no day, or one of more than 30 years, then no loop runs on and the words are the reason', () => {
    expect(spansOf('0000-01-01', '0000-01-31', '2026-11-23').months.length).toBeLessThan(2)
    const period = { from: '2000-01-01', to: '2031-12-31', model: '' }
    expect(inputErrors('stats.measures', period, Date.UTC(2026, 10, 23))).toEqual({ to: '一次最多看 30 年' })
  })
})
