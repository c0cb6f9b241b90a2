// Adds up: a dirty day from its cases and moments, a dirty month from its days. "From scratch" is the same with every
// day dirty. Somebody who spoils a day meanwhile stamps it anew, so it is added up again.
import { isoDay } from '../../../miniprogram/domain/format'
import { countMachines, type Fleet } from '../../../miniprogram/domain/statistics/fleet'
import { daysOf, monthOf } from '../../../miniprogram/domain/statistics/period'
import { sumsOf } from '../../../miniprogram/domain/statistics/sums'
import { cases, equipment, moments, rollups } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { RollupRecord } from '../../store/records'
import { dayDoc, dayId, fleetDoc, fleetId, monthDocs, monthId, unpack } from '../../store/rollups'

/** So many are added up at once. */
const BATCH = 40

/**
 * Writes something of these days and marks them as changed: before it, so that a crash forgets nothing, and after it,
 * since somebody else may have added up meanwhile.
 */
export async function spoiling(
  days: readonly string[],
  now: number,
  write: () => Promise<unknown>,
): Promise<void> {
  await spoil(days, now)
  await write()
  await spoil(days, now)
}

/** Marks days and their months as changed. */
async function spoil(days: readonly string[], now: number): Promise<void> {
  const spans = [
    ...[...new Set(days)].map((day) => ({ _id: dayId(day), span: 'day' as const, key: day })),
    ...[...new Set(days.map(monthOf))].map((key) => ({ _id: monthId(key), span: 'month' as const, key })),
  ]
  for (let i = 0; i < spans.length; i += 200) {
    const some = spans.slice(i, i + 200)
    const ids = some.map((one) => one._id)
    const known = await rollups.find({ _id: { in: ids } }, { limit: 1000, only: ['_id'] })
    const missing = some.filter((one) => known.every(({ _id }) => _id !== one._id))
    await Promise.all([
      ...missing.map((one) => rollups.put({ ...one, dirty: now })),
      known.length > 0 ? rollups.set({ _id: { in: known.map((one) => one._id) } }, { dirty: now }) : null,
    ])
  }
}

/** Machines are counted again at the next tick. */
export const spoilFleet = (): Promise<number> => rollups.set({ _id: fleetId }, { key: '' })

/** Adds up what is dirty, at most so many days; whether everything is clean now. */
export async function settle(now: number, most = 2000): Promise<boolean> {
  await countFleet(now)
  for (let left = most; left > 0; left -= BATCH) {
    const days = await dirty('day')
    await Promise.all(days.map(addUpDay))
    if (days.length < BATCH) break
  }
  for (let months = await dirty('month'); months.length > 0; months = await dirty('month')) {
    if ((await dirty('day')).length >= BATCH) return false
    for (const month of months) await addUpMonth(month)
    if (months.length < BATCH) break
  }
  return true
}

const dirty = (span: RollupRecord['span']): Promise<RollupRecord[]> =>
  rollups.find({ span, dirty: { gt: 0 } }, { limit: BATCH })

async function addUpDay({ key, dirty: stamp }: RollupRecord): Promise<void> {
  const [found, happened] = await Promise.all([all(cases, { day: key }), all(moments, { day: key })])
  await clean(dayDoc(key, sumsOf(found, happened)), stamp)
}

async function addUpMonth({ key, dirty: stamp, measures }: RollupRecord): Promise<void> {
  const ids = daysOf(key).map(dayId)
  const days = await rollups.find({ _id: { in: ids } }, { limit: 100 })
  const before = Object.keys(unpack({ measures }).measures)
  const [whole, ...models] = monthDocs(key, days.map(unpack), before)
  await Promise.all(models.map((one) => rollups.put(one)))
  await clean(whole!, stamp)
}

/** Writes sums; what was spoilt meanwhile stays dirty. */
async function clean({ _id, ...doc }: RollupRecord, stamp: number | null): Promise<void> {
  await rollups.set({ _id, dirty: stamp }, doc)
}

/** Machines in service of each model, once a day and after an installation. */
async function countFleet(now: number): Promise<void> {
  const today = isoDay(now)
  if ((await rollups.get(fleetId))?.key === today) return
  const fleet: Fleet = {}
  for (let after = ''; ;) {
    const some = await equipment.find({ serial: { gt: after } }, { order: ['serial', 'asc'], limit: 1000 })
    countMachines(fleet, some)
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
