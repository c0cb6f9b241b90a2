// Statistics that are kept up to date beside a naive recomputation from the tickets, over random histories in which
// tickets change late, are opened again, classified anew and merged. A failure is played again by its seed.
import { defaults } from '../../miniprogram/domain/company/settings'
import cloudbase from '@cloudbase/node-sdk'
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { machines } from '../../demo/machines'
import { pastCases } from '../../demo/past'
import { keepCases } from '../../cloudfunctions/service/learn/cases'
import { settle } from '../../cloudfunctions/service/learn/rollups'
import { sweep } from '../../cloudfunctions/service/learn/sweep'
import { rollups } from '../../cloudfunctions/store/collections'
import { rollupsOf } from '../../cloudfunctions/store/rollups'
import { breaches } from '../../miniprogram/domain/statistics/breaches'
import { caseOf, judged } from '../../miniprogram/domain/statistics/cases'
import { faultLeaves } from '../../miniprogram/domain/company/fault-tree'
import { momentsOf } from '../../miniprogram/domain/statistics/moments'
import { nextDay } from '../../miniprogram/domain/statistics/period'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import type { Pareto } from '../../typings/contract'
import { apiOnly } from '../bench/api-only'
import { wholeYear } from '../bench/statistics'
import { pointSdkAt } from '../local/cloud/place'
import { dice } from '../model/cast'
import { classes, means, measures, noteOf, surveys, type Note, type Period } from '../model/naive'
import { wander } from '../model/play'
import { plays } from '../model/shares'
import { pidOf, World } from './world'

const { numRuns: STORIES, seed } = plays('histories')
const WEEK = 7 * 24 * 3600_000
const today = '2027-02-01'
const fang = pidOf('fanglixin')

/** A story's ticket at four moments, the last one its end; as another ticket of another machine, some weeks ago. */
function snapshots(n: number): Ticket[] {
  const roll = dice(seed + n)
  const states = [...wander(seed * 1000 + n)].map((story) => JSON.stringify(story.ticket))
  const ordinary = machines[roll(4)]!.serial
  const shift = -roll(36) * WEEK
  // the same few classes, so that faults come back
  const fault = faultLeaves[roll(3) * 20]!.code
  const hidden = roll(12) === 0 ? fang : null
  // what is hidden makes no other case a repeat (it is a complaint, really): it has a machine of its own
  const serial = hidden ? 'QHG2518-2611-001' : ordinary
  const last = states.length - 1
  return [roll(last), roll(last), roll(last), last]
    .sort((a, b) => a - b)
    .map((i, round) => {
      const ticket = JSON.parse(states[i]!, (_key, value: unknown) =>
        typeof value === 'number' && value > 1e12 ? value + shift : value,
      ) as Ticket
      // a class is chosen anew between one look and the next
      const faultClass = ticket.faultClass === '' ? '' : round < 2 ? faultLeaves[roll(87)]!.code : fault
      const model = machines.find((one) => one.serial === serial)!.model
      const equipment = { ...ticket.equipment, serial, model: `${model} 机床` }
      return { ...ticket, _id: `tstat${n}`, no: `BX-STAT-${n}`, equipment, faultClass, hiddenFrom: hidden }
    })
}

const all = Array.from({ length: STORIES }, (_, n) => snapshots(n))
const past = pastCases(demoStart, companies)
/** The old ledger's lines, as notes. */
const ledger: Note[] = past.map((one) => ({
  ...one,
  id: one._id,
  isFault: true,
  minutes: one.downtime,
  yuan: one.cost,
  begun: one.visits.map(({ from }) => from),
  over: one.visits.map(({ to }) => to),
  repairMinutes: one.repair,
  fixedAtOnce: one.firstFix,
}))

describe(`statistics of ${STORIES} random histories (SEED=${seed})`, () => {
  let world: World
  let now = demoStart
  const functionsRoot = apiOnly()

  /** All stories as far as a round, looked at by the clock. */
  async function learnRound(round: number): Promise<Ticket[]> {
    const stored = cloudbase.init({ env: 'local-env' }).database().collection('tickets')
    const tickets = all.map((states) => states[round]!)
    for (const ticket of tickets) {
      now += 1000
      const { _id, ...rest } = ticket
      await stored.doc(_id).set({ ...rest, updatedAt: now, untoldSince: null })
    }
    now += 10 * 60_000
    await sweep(now, 50)
    return tickets
  }

  beforeAll(async () => {
    const people = peopleRecords(demoStart)
    world = await World.open({
      functionsRoot,
      seed: (db) => {
        db.insert('people', people)
        db.insert('companies', companies)
        db.insert('equipment', machines)
      },
    })
    pointSdkAt(world.server.url)
    await keepCases(past.slice(0, 30), now)
    await learnRound(0)
    await learnRound(1)
    await keepCases(past, now)
    await learnRound(2)
    await learnRound(3)
    // a story may last for weeks: the demo's day is before its end
    await world.clock(Date.parse(`${today}T09:00:00+08:00`))
  })
  afterAll(async () => {
    await world.close()
    rmSync(functionsRoot, { recursive: true })
  })

  const finals = all.map((states) => states[3]!)
  const seenBy = (pid: string) => finals.filter((one) => one.hiddenFrom !== pid)
  const notesOf = (pid: string): Note[] => [...seenBy(pid).map(noteOf), ...ledger]

  const day = fc.integer({ min: 0, max: 330 }).map((n) => nextDay('2026-01-01', n))
  const period = fc
    .tuple(day, day, fc.constantFrom('', 'V850', 'V1160', 'T46', 'D540'))
    .map(([a, b, model]): Period => ({ from: a < b ? a : b, to: a < b ? b : a, model }))
  const person = fc.constantFrom('fanglixin', 'zhengguodong')

  it('given any period, model, level and base, then the Pareto is what a count of all tickets says', async () => {
    const level = fc.constantFrom(1 as const, 2 as const, 3 as const)
    const base = fc.constantFrom('count' as const, 'downtime' as const, 'cost' as const)
    await fc.assert(
      fc.asyncProperty(period, level, base, person, async (asked, deep, by, who) => {
        const input = { ...wholeYear, ...asked, level: deep, base: by }
        const answer = await world.call(who, 'stats.pareto', input)
        const wanted = classes(notesOf(pidOf(who)), asked, deep)
        const none = wanted.get('')?.[0] ?? 0
        wanted.delete('')
        expect(answer.unclassified).toBe(none)
        expect(shownOf(answer)).toEqual(barsOf(wanted, by))
      }),
      { numRuns: 40, seed },
    )
  })

  it('given any period and model, then each measure is what a count of all tickets says', async () => {
    await fc.assert(
      fc.asyncProperty(period, person, async (asked, who) => {
        const { items } = await world.call(who, 'stats.measures', asked)
        const hours = hoursOf(asked)
        const notes = notesOf(pidOf(who))
        const wanted = {
          ...measures(notes, seenBy(pidOf(who)), asked, hours),
          ...means(notes, asked),
        }
        for (const [key, value] of Object.entries(wanted)) {
          const got = items.find((one) => one.key === key)!.value
          expect([key, got]).toEqual([key, value === null ? null : expect.closeTo(value, 6)])
        }
      }),
      { numRuns: 40, seed },
    )
  })

  it('given any period, then each engineer is judged as his visits were', async () => {
    await fc.assert(
      fc.asyncProperty(period, person, async ({ from, to }, who) => {
        const { items } = await world.call(who, 'stats.satisfaction', { from, to, by: 'engineer' })
        const found = surveys(seenBy(pidOf(who)), { from, to, model: '' })
        const wanted = [...new Set(found.map((one) => one.engineer))].sort().map((engineer) => {
          const own = found.filter((one) => one.engineer === engineer)
          return [engineer, own.length, own.filter((one) => one.survey.stars !== null).length]
        })
        expect(items.map((one) => [one.key, one.asked, one.answers]).sort()).toEqual(wanted)
      }),
      { numRuns: 30, seed },
    )
  })

  it('given each month, then every article counts what happened in it, and all of it can be paged through', async () => {
    for (const month of ['2026-04', '2026-09', '2026-11']) {
      const wanted = seenBy(fang)
        .filter((one) => one.state !== 'merged')
        .flatMap((one) => breaches(one, defaults))
        .filter((one) =>
          nextDay(new Date(one.at + 8 * 3600_000).toISOString().slice(0, 10), 0).startsWith(month),
        )
      const items = []
      let after: string | undefined
      do {
        const answer = await world.call('fanglixin', 'stats.articles', {
          month,
          article: '',
          ...(after ? { after } : {}),
        })
        items.push(...answer.items)
        const counted = answer.rows.reduce((sum, row) => sum + row.late + row.waived + row.broken, 0)
        expect(counted).toBe(wanted.length)
        after = answer.next ?? undefined
      } while (after)
      expect(items.map((one) => `${one.article} ${one.kind}`).sort()).toEqual(
        wanted.map(({ gate }) => `${gate.article} ${gate.breach}`).sort(),
      )
    }
  })

  it('given everything learnt bit by bit, when it is added up from scratch, then nothing differs', async () => {
    const cases = judged([...finals.map((one) => caseOf(one, defaults)), ...past], defaults)
    for (const wanted of rollupsOf(
      cases,
      finals.flatMap((one) => momentsOf(one, defaults)),
    )) {
      const kept = await rollups.get(wanted._id)
      expect(sorted(kept)).toEqual(sorted(wanted))
    }
  })

  it('given a ticket that is learnt twice, then nothing is written', async () => {
    const before = await rollups.find({ span: 'day' }, { limit: 1000 })
    await learnRound(3)
    expect(await settle(now)).toBe(true)
    expect(await rollups.find({ span: 'day' }, { limit: 1000 })).toEqual(before)
  })
})

/** Bars from the largest; ten and the rest. */
function barsOf(
  found: ReadonlyMap<string, number[]>,
  base: 'count' | 'downtime' | 'cost',
): [number, number][] {
  const at = { count: 0, downtime: 1, cost: 2 }[base]
  const value = (n: number) => (base === 'downtime' ? Math.round(n / 6) / 10 : n)
  const ranked = [...found.values()].sort((a, b) => b[at]! - a[at]! || b[0]! - a[0]!)
  const rest = ranked.slice(10).reduce((sum, row) => [sum[0]! + row[0]!, sum[1]! + row[at]!], [0, 0])
  const shown = ranked.slice(0, 10).map((row): [number, number] => [row[0]!, value(row[at]!)])
  return ranked.length > 10 ? [...shown, [rest[0]!, value(rest[1]!)]] : shown
}
function shownOf({ bars, total }: Pareto): [number, number][] {
  const whole = bars.reduce((sum, bar) => sum + bar.share, 0)
  expect([0, 1]).toContain(Math.round(whole * 1e6) / 1e6)
  expect(Number.isFinite(total)).toBe(true)
  return bars.map((bar) => [bar.count, bar.value])
}

/** Hours of the demo's machines, counted day by day. */
function hoursOf({ from, to, model }: Period): number {
  let hours = 0
  for (let day = from; day <= to; day = nextDay(day))
    for (const machine of machines) {
      if (machine.warrantyUntil === null || (model !== '' && machine.model !== model)) continue
      const [year, ...rest] = machine.warrantyUntil.split('-')
      if ([Number(year) - 1, ...rest].join('-') <= day) hours += 24
    }
  return hours
}

/** A document of sums with its rows in order, less those that come to nothing. */
function sorted(doc: object | null): unknown {
  return Object.fromEntries(
    Object.entries(doc ?? {}).map(([key, value]) => {
      if (!['faults', 'measures', 'voices', 'companies', 'gates'].includes(key)) return [key, value]
      const rows = Object.entries(JSON.parse(value as string) as Record<string, number[]>)
      return [key, rows.filter(([, row]) => row.some((n) => n !== 0)).sort(([a], [b]) => (a < b ? -1 : 1))]
    }),
  )
}
