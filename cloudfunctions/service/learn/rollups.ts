// Adds up: a dirty day from its cases and moments, a dirty month from its days. "From scratch" is the same with every
// day dirty. Somebody who spoils a day meanwhile stamps it anew, so it is added up again.
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { countMachines, type Fleet } from '../../../miniprogram/domain/statistics/fleet'
import { daysOf, monthOf } from '../../../miniprogram/domain/statistics/period'
import { sumsOf } from '../../../miniprogram/domain/statistics/sums'
import { currentSettings } from '../company/settings'
import { cases, equipment, moments, rollups } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { RollupRecord } from '../../store/records'
import { slices } from './slices'
import { dayDoc, dayId, fleetDoc, fleetId, monthDocs, monthId, unpack } from '../../store/rollups'

/** So many are added up at once. */
const BATCH = 40

type Span = Pick<RollupRecord, '_id' | 'span' | 'key'>

/**
 * Writes something of these days and marks them as changed: before it, so that a crash forgets nothing, and after it
 * where somebody else has added up meanwhile.
 */
export async function spoiling(
  days: readonly string[],
  now: number,
  write: () => Promise<unknown>,
): Promise<void> {
  if (days.length === 0) return
  const spans: Span[] = [
    ...[...new Set(days)].map((key) => ({ _id: dayId(key), span: 'day' as const, key })),
    ...[...new Set(days.map(monthOf))].map((key) => ({ _id: monthId(key), span: 'month' as const, key })),
  ]
  await mark(spans, now)
  await write()
  const clean = (await known(spans)).filter((one) => one.dirty === null)
  if (clean.length > 0) await mark(clean, now)
}

async function mark(spans: readonly Span[], now: number): Promise<void> {
  const there = (await known(spans)).map(({ _id }) => _id)
  const missing = spans.filter(({ _id }) => !there.includes(_id))
  await Promise.all([
    ...missing.map(({ _id, span, key }) => rollups.put({ _id, span, key, dirty: now })),
    there.length > 0 ? rollups.set({ _id: { in: there } }, { dirty: now }) : null,
  ])
}

async function known(spans: readonly Span[]): Promise<RollupRecord[]> {
  const found: RollupRecord[] = []
  for (const some of slices(spans, 500)) {
    const ids = some.map(({ _id }) => _id)
    found.push(...(await rollups.find({ _id: { in: ids } }, { limit: 1000, only: ['span', 'key', 'dirty'] })))
  }
  return found
}

/** Machines are counted again at the next tick. */
export const spoilFleet = (): Promise<number> => rollups.set({ _id: fleetId }, { dirty: 1 })

/** Adds up what is dirty, at most so many days; whether everything is clean now. */
export async function settle(now: number, most = 2000): Promise<boolean> {
  await countFleet(now)
  for (let left = most; left > 0; left -= BATCH) {
    const days = await dirty('day')
    await Promise.all(days.map(addUpDay))
    if (days.length < BATCH) return settleMonths()
  }
  return false
}

async function settleMonths(): Promise<boolean> {
  const months = await dirty('month')
  for (const month of months) await addUpMonth(month)
  return months.length < BATCH || settleMonths()
}

const dirty = (span: RollupRecord['span']): Promise<RollupRecord[]> =>
  rollups.find({ span, dirty: { gt: 0 } }, { limit: BATCH })

async function addUpDay({ key, dirty: stamp }: RollupRecord): Promise<void> {
  const [found, happened] = await Promise.all([all(cases, { day: key }), all(moments, { day: key })])
  await clean(dayDoc(key, sumsOf(found, happened)), stamp)
}

async function addUpMonth({ key, dirty: stamp, measures }: RollupRecord): Promise<void> {
  const days = await rollups.find({ _id: { in: daysOf(key).map(dayId) } }, { limit: 100 })
  const before = Object.keys(unpack({ measures }).measures)
  const [whole, ...parts] = monthDocs(key, days.map(unpack), before)
  const ids = parts.map(({ _id }) => _id)
  const there = new Map(
    (await rollups.find({ _id: { in: ids } }, { limit: 1000 })).map((one) => [one._id, one]),
  )
  const changed = parts.filter(
    ({ _id, faults, companies }) =>
      there.get(_id)?.faults !== faults || there.get(_id)?.companies !== companies,
  )
  await Promise.all(changed.map((one) => rollups.put(one)))
  await clean(whole!, stamp)
}

/** Writes sums; what was spoilt meanwhile stays dirty. */
async function clean({ _id, ...doc }: RollupRecord, stamp: number | null): Promise<void> {
  await rollups.set({ _id, dirty: stamp }, doc)
}

/** Machines in service of each model, once a day and after an installation. */
async function countFleet(now: number): Promise<void> {
  const today = isoDay(now)
  const known = await rollups.get(fleetId)
  if (known?.key === today && known.dirty === null) return
  const { settings } = await currentSettings(now)
  const fleet: Fleet = {}
  for (let after = ''; ;) {
    const some = await equipment.find({ serial: { gt: after } }, { order: ['serial', 'asc'], limit: 1000 })
    countMachines(fleet, some, settings)
    if (some.length < 1000) break
    after = some[some.length - 1]!.serial
  }
  await rollups.put(fleetDoc(today, fleet))
}

async function all<T extends { rank: string }>(
  from: {
    find: (filter: Filter, options: { order: readonly ['rank', 'asc']; limit: number }) => Promise<T[]>
  },
  filter: Filter,
): Promise<T[]> {
  const found: T[] = []
  for (let after = ''; ;) {
    const some = await from.find({ ...filter, rank: { gt: after } }, { order: ['rank', 'asc'], limit: 1000 })
    found.push(...some)
    if (some.length < 1000) return found
    after = some[some.length - 1]!.rank
  }
}
