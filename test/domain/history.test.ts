// A hundred thousand cases of two years: what was planted in them is found, exactly.
import { defaults } from '../../miniprogram/domain/company/settings'
import { companies } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { pastCases } from '../../demo/past'
import { ticketRecords } from '../../demo/tickets'
import { caseOf, judged } from '../../miniprogram/domain/statistics/cases'
import { measuresOf } from '../../miniprogram/domain/statistics/measures'
import { classOf, paretoOf } from '../../miniprogram/domain/statistics/pareto'
import { addCase, addSums, noSums, sumsOf, type Sums } from '../../miniprogram/domain/statistics/sums'
import { rollupsOf, unpack } from '../../cloudfunctions/store/rollups'
import { history } from '../model/history'
import { ticketOf } from '../model/planted-tickets'

const COUNT = 100_000
const { cases, moments, planted } = history(COUNT)
const docs = rollupsOf(judged(cases, defaults), moments)

function summed(of: (doc: (typeof docs)[number]) => boolean): Sums {
  const sums = noSums()
  for (const doc of docs.filter(of)) addSums(sums, unpack(doc))
  return sums
}
const months = summed((doc) => doc.span === 'month')
const view = { level: 1, within: '', batch: '', base: 'count', per: null } as const

/** What was planted, per class, from the largest. */
function expected(level: 1 | 2 | 3, at: 0 | 1 | 2, within = ''): [string, number][] {
  const found = new Map<string, number>()
  for (const [leaf, sums] of planted.faults)
    if (leaf.startsWith(within)) {
      const code = classOf(leaf, level)
      found.set(code, (found.get(code) ?? 0) + sums[at])
    }
  return [...found].sort((a, b) => b[1] - a[1])
}

describe('a hundred thousand cases of two years', () => {
  it('given all months, then the Pareto by times is the one that was planted', () => {
    const { bars, total, cases: counted, sentence, enough } = paretoOf(months.faults, view, defaults)
    expect([total, counted, enough]).toEqual([COUNT, COUNT, true])
    expect(bars.slice(0, 10).map((bar) => [bar.code, bar.count])).toEqual(expected(1, 0).slice(0, 10))
    expect(bars.at(-1)!.cumulative).toBe(1)
    expect(sentence).toBe('前 3 类占 61%:主轴、刀库换刀、液压气动')
  })

  it.each([
    ['standstill', 'downtime', 1, (n: number) => Math.round(n / 6) / 10],
    ['money', 'cost', 2, (n: number) => n],
  ] as const)('given all months, then the Pareto by %s is the one that was planted', (_, base, at, as) => {
    const { bars } = paretoOf(months.faults, { ...view, base }, defaults)
    expect(bars.slice(0, 10).map((bar) => [bar.code, bar.value])).toEqual(
      expected(1, at)
        .slice(0, 10)
        .map(([code, n]) => [code, as(n)]),
    )
  })

  it('given the same two years as whole tickets, then what is learnt from each adds up to what was planted', () => {
    const learnt = noSums()
    for (const one of cases) addCase(learnt, caseOf(ticketOf(one), defaults))
    for (const [base, at] of [
      ['count', 0],
      ['downtime', 1],
      ['cost', 2],
    ] as const) {
      const { bars, cases: counted } = paretoOf(learnt.faults, { ...view, base }, defaults)
      const wanted = paretoOf(months.faults, { ...view, base }, defaults)
      expect([base, counted, bars]).toEqual([base, COUNT, wanted.bars])
      expect(bars[0]!.code).toBe(expected(1, at)[0]![0])
    }
    const held = { measures: learnt.measures, voices: learnt.voices, machineHours: 0 }
    const mttr = measuresOf(held, held, '', defaults).find(({ key }) => key === 'mttr')!
    expect(mttr.value! * COUNT).toBeCloseTo(planted.repairMinutes, 3)
  })

  it('given a class, then its leaves are those that were planted, and the rest is 其他', () => {
    const wanted = expected(3, 0, 'SP-')
    const { bars } = paretoOf(months.faults, { ...view, level: 3, within: 'SP' }, defaults)
    expect(bars).toHaveLength(11)
    expect(bars.slice(0, 10).map((bar) => bar.count)).toEqual(wanted.slice(0, 10).map(([, n]) => n))
    const rest = wanted.slice(10).reduce((sum, [, n]) => sum + n, 0)
    expect(bars[10]).toMatchObject({ code: 'other', name: '其他', count: rest })
  })

  it('given the months one by one, then the seasons are those that were planted', () => {
    const found = docs
      .filter((doc) => doc.span === 'month')
      .map((doc) => [doc.key, paretoOf(unpack(doc).faults, view, defaults).cases] as const)
      .filter(([, n]) => n > 0)
    expect(new Map(found)).toEqual(planted.months)
  })

  it('given the models one by one, then each has the cases that were planted', () => {
    const found = [...planted.models.keys()].map(
      (model) =>
        [
          model,
          paretoOf(summed((doc) => doc._id.endsWith(`:${model}`)).faults, view, defaults).cases,
        ] as const,
    )
    expect(new Map(found)).toEqual(planted.models)
  })

  it('given the measures, then repeats, first-time fixes and repair time are those that were planted', () => {
    const held = { measures: months.measures, voices: months.voices, machineHours: COUNT * 7 }
    const of = new Map(measuresOf(held, held, '', defaults).map((one) => [one.key, one]))
    expect(of.get('mtbf')!.value).toBe(7)
    expect(of.get('repeat')!.value! * COUNT).toBeCloseTo(planted.repeats, 6)
    expect(of.get('firstFix')!.value! * COUNT).toBeCloseTo(planted.firstFixed, 6)
    expect(of.get('mttr')!.value! * COUNT).toBeCloseTo(planted.repairMinutes, 3)
    expect(planted.repeats).toBeGreaterThan(COUNT / 40)
    const answers = [...planted.voices.values()].reduce((sum, row) => sum + row[1], 0)
    expect(of.get('csat')!.sample).toBe(answers)
  })
})

describe('the demo', () => {
  it('given the sixty records of its ledger and its tickets, then the chart reads as it should, a year back', () => {
    const demo = [...ticketRecords().map((one) => caseOf(one, defaults)), ...pastCases(demoStart, companies)]
    const { sentence, enough } = paretoOf(sumsOf(demo, []).faults, view, defaults)
    expect([sentence, enough]).toEqual(['前 3 类占 58%:主轴、刀库换刀、液压气动', true])
    expect(pastCases(demoStart, companies)).toHaveLength(60)
    expect(judged(demo, defaults).filter((one) => one.again).length).toBeGreaterThan(0)
  })
})
