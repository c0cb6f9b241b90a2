// Two years of cases in the real database, added up day by day: what was planted is found at the door.
import { defaults } from '../../miniprogram/domain/company/settings'
import { rmSync } from 'node:fs'
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { keepCases, learnCases } from '../../cloudfunctions/service/learn/cases'
import { settle } from '../../cloudfunctions/service/learn/rollups'
import { dayId, monthId } from '../../cloudfunctions/store/rollups'
import { judged } from '../../miniprogram/domain/statistics/cases'
import { monthOf } from '../../miniprogram/domain/statistics/period'
import type { Inputs } from '../../miniprogram/domain/door/inputs'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import type { CaseRow, Pareto } from '../../typings/contract'
import { apiOnly } from '../bench/api-only'
import { wholeYear } from '../bench/statistics'
import { prepared } from '../domain/world'
import { pointSdkAt } from '../local/cloud/place'
import { fleetOf, history } from '../model/history'
import { pidOf, World } from './world'

const COUNT = 5000
const { cases, moments, planted } = history(COUNT, 7)
const spans = (span: 'day' | 'month', keys: readonly string[]) =>
  [...new Set(keys)].map((key) => ({
    ...{ _id: span === 'day' ? dayId(key) : monthId(key), span, key },
    dirty: 1,
  }))
const two = { ...wholeYear, from: '2024-12-01', to: '2026-12-31' }

describe(`${COUNT} cases of two years in the database`, () => {
  let world: World
  const functionsRoot = apiOnly()
  const qin = pidOf('qinlan')

  beforeAll(async () => {
    const days = [...cases, ...moments].map(({ day }) => day)
    world = await World.open({
      functionsRoot,
      seed: (db) => {
        db.insert('people', peopleRecords(demoStart))
        db.insert('companies', companies)
        db.insert(
          'equipment',
          fleetOf(cases).map((one, i) => ({ ...one, _id: `e${i}`, serial: `S${i}`, companyId: 'c1' })),
        )
        db.insert('cases', judged(cases, defaults))
        db.insert('moments', moments)
        db.insert('rollups', [...spans('day', days), ...spans('month', days.map(monthOf))])
      },
    })
    pointSdkAt(world.server.url)
    await world.clock(Date.parse('2027-01-15T09:00:00+08:00'))
    while (!(await settle(demoStart)));
  })
  afterAll(async () => {
    await world.close()
    rmSync(functionsRoot, { recursive: true })
  })

  const ask = (who: string, more: Partial<Inputs['stats.pareto']> = {}): Promise<Pareto> =>
    world.call(who, 'stats.pareto', { ...two, ...more })

  /** All cases of a bar, page by page. */
  async function casesOf(more: Partial<Inputs['stats.pareto']>, code: string): Promise<CaseRow[]> {
    const found: CaseRow[] = []
    let after: string | undefined
    do {
      const input = { ...two, ...more, code, ...(after ? { after } : {}) }
      const { items, next } = await world.call('qinlan', 'stats.cases', input)
      found.push(...items)
      after = next ?? undefined
    } while (after)
    return found
  }

  it('given all of it, then the Pareto and its sentence are those that were planted', async () => {
    const { bars, cases: counted } = await ask('qinlan', { level: 3 })
    const leaves = [...planted.faults.values()].map(([n]) => n).sort((a, b) => b - a)
    expect(counted).toBe(COUNT)
    expect(bars.slice(0, 10).map((bar) => bar.count)).toEqual(leaves.slice(0, 10))
    expect((await ask('qinlan')).sentence).toMatch(/^前 3 类占 6\d%:主轴、/)
  })

  it('given one model, then it is the model’s, with its batches, and one batch is a part of it', async () => {
    const whole = await ask('qinlan', { model: 'D540' })
    expect(whole.cases).toBe(planted.models.get('D540'))
    const parts = []
    for (const batch of whole.batches) parts.push((await ask('qinlan', { model: 'D540', batch })).cases)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(whole.cases)
  })

  it('given a batch without its model, then the model is asked for first', async () => {
    const refusal = await world.refusal('qinlan', 'stats.pareto', { ...two, batch: '2403' })
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: { batch: '先选机型,再选批次' } })
  })

  it('given machines in service, then per hundred is the count by them', async () => {
    const [plain, hundred] = [await ask('qinlan'), await ask('qinlan', { perHundred: true })]
    expect(hundred.machines).toBe(fleetOf(cases).length)
    expect(hundred.bars[0]!.value).toBe(Math.round((plain.bars[0]!.value / hundred.machines) * 1000) / 10)
  })

  it('given any bar, 其他 too, then its cases are as many as it says, newest first', async () => {
    const more = { level: 3 as const, within: 'TC', from: '2026-03-10', to: '2026-06-20' }
    for (const { bars } of [
      await ask('qinlan', more),
      await ask('qinlan', { ...more, level: 2, within: '' }),
    ])
      for (const bar of bars.filter((_, i) => i % 4 === 0 || i === bars.length - 1)) {
        const asked = bars.length > 9 ? { ...more, level: 2 as const, within: '' } : more
        const found = await casesOf(asked, bar.code)
        expect([bar.code, found.length]).toEqual([bar.code, bar.count])
        expect(found.map(({ day }) => day)).toEqual(
          found
            .map(({ day }) => day)
            .sort()
            .reverse(),
        )
      }
  })

  it('given the quality department, then it sees no prices anywhere and cannot rank by them', async () => {
    expect((await ask('qinlan')).costs).toBe(false)
    expect((await casesOf({ from: '2026-11-01' }, 'SP')).every(({ cost }) => cost === null)).toBe(true)
    const refused = await world.refusal('qinlan', 'stats.pareto', { ...two, base: 'cost' })
    expect(refused.words).toContain('费用只给')
    const { bars } = await ask('zhengguodong', { base: 'cost' })
    expect(bars.reduce((sum, bar) => sum + bar.value, 0)).toBe(cases.reduce((sum, one) => sum + one.cost, 0))
  })

  it('given a case that is hidden from somebody, then for him it is in no bar and in no list', async () => {
    const hidden = { ...cases.find((one) => one.day === '2026-05-12')!, hiddenFrom: qin }
    const day = { from: '2026-05-12', to: '2026-05-12' }
    const [his, others] = [await ask('qinlan', day), await ask('dumingyuan', day)]
    await keepCases([hidden], demoStart)
    await settle(demoStart)
    expect((await ask('qinlan', day)).cases).toBe(his.cases - 1)
    expect((await ask('dumingyuan', day)).cases).toBe(others.cases)
    const listed = (await casesOf({ ...day, level: 3 }, hidden.fault)).map(({ no }) => no)
    expect(listed).not.toContain(hidden.no)
    // the whole year is read from months
    expect((await ask('qinlan')).cases).toBe(COUNT - 1)
  })

  it('given a case that is classified anew and moved, then its old and its new day are right', async () => {
    const one = cases.find((other) => other.fault.startsWith('EL') && other.day === '2025-08-12')!
    const [was, will] = [
      { from: one.day, to: one.day },
      { from: '2025-09-01', to: '2025-09-30' },
    ]
    const [old, next] = [await ask('dumingyuan', was), await ask('dumingyuan', will)]
    await keepCases(
      [{ ...one, day: '2025-09-03', rank: `2025-09-03-${one._id}`, fault: 'SP-1-1', l1: 'SP', l2: 'SP-1' }],
      demoStart,
    )
    await settle(demoStart)
    const of = ({ bars }: Pareto, code: string) => bars.find((bar) => bar.code === code)?.count ?? 0
    expect((await ask('dumingyuan', was)).cases).toBe(old.cases - 1)
    expect(of(await ask('dumingyuan', will), 'SP')).toBe(of(next, 'SP') + 1)
  })

  it('given a ticket that goes into another, then nothing of it counts any more', async () => {
    const month = { month: '2026-11', article: '' }
    const day = { from: '2026-11-23', to: '2026-11-23' }
    const learn = async (ticket: Ticket) => {
      await learnCases([{ ...ticket, untoldSince: null }], demoStart)
      await settle(demoStart)
    }
    const before = (await ask('dumingyuan', day)).unclassified
    const by = { pid: 'zheng', name: '郑国栋', title: '总经理' }
    const one: Ticket = {
      ...prepared(),
      special: '期外欠款',
      consent: { by, at: demoStart, ok: true, note: '' },
    }
    await learn(one)
    const { rows } = await world.call('zhengguodong', 'stats.articles', month)
    expect(rows).toEqual([{ article: '18.1', title: '第十八条第1项', late: 0, waived: 1, broken: 0 }])
    expect((await ask('dumingyuan', day)).unclassified).toBe(before + 1)
    await learn({ ...one, state: 'merged' })
    expect(await world.call('zhengguodong', 'stats.articles', month)).toMatchObject({ rows: [], items: [] })
    expect((await ask('dumingyuan', day)).unclassified).toBe(before)
  })
})
