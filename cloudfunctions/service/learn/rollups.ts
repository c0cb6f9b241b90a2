// Adds up: a dirty day from its cases and moments, a dirty month from its days. "From scratch" is the same with every
// day dirty. Somebody who spoils a day meanwhile stamps it anew, so it is added up again.
import { shortModel } from '../../../miniprogram/domain/cases'
import { inServiceSince, type Fleet } from '../../../miniprogram/domain/statistics/fleet'
import { addSums, noSums, sumsOf, type Sums } from '../../../miniprogram/domain/statistics/sums'
import { daysOf, monthOf } from '../../../miniprogram/domain/statistics/period'
import { isoDay } from '../../../miniprogram/domain/format'
import { cases, equipment, moments, rollups } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { RollupRecord } from '../../store/records'
import { byModel, dayId, fleetId, modelId, monthId, monthRows, pack, unpack } from '../../store/rollups'

const BATCH = 20

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
export async function settle(now: number, most = 400): Promise<boolean> {
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

async function addUpDay({ _id, key, dirty: stamp }: RollupRecord): Promise<void> {
  const [found, happened] = await Promise.all([all(cases, { day: key }), all(moments, { day: key })])
  await clean(_id, stamp, sumsOf(found, happened))
}

async function addUpMonth({ _id, key, dirty: stamp, measures }: RollupRecord): Promise<void> {
  const ids = daysOf(key).map(dayId)
  const days = await rollups.find({ _id: { in: ids } }, { limit: 100 })
  const sums = noSums()
  for (const day of days) addSums(sums, unpack(day))
  const models = byModel(sums.faults, Object.keys(unpack({ measures }).measures))
  await Promise.all(
    [...models].map(([model, faults]) =>
      rollups.put({ _id: modelId(key, model), span: 'model', key, dirty: null, ...pack({ faults }) }),
    ),
  )
  await clean(_id, stamp, monthRows(sums))
}

/** Writes sums; what was spoilt meanwhile stays dirty. */
async function clean(_id: string, stamp: number | null, sums: Sums): Promise<void> {
  await rollups.set({ _id, dirty: stamp }, { ...pack(sums), dirty: null })
}

/** Machines in service of each model, once a day and after an installation. */
export async function countFleet(now: number): Promise<void> {
  const today = isoDay(now)
  const known = await rollups.get(fleetId)
  if (known?.key === today) return
  const fleet: Fleet = {}
  let after = ''
  for (;;) {
    const some = await equipment.find({ serial: { gt: after } }, { order: ['serial', 'asc'], limit: 1000 })
    for (const { model, warrantyUntil } of some) {
      if (warrantyUntil === null) continue
      const since = (fleet[shortModel(model)] ??= {})
      const day = inServiceSince(warrantyUntil)
      since[day] = (since[day] ?? 0) + 1
    }
    if (some.length < 1000) break
    after = some[some.length - 1]!.serial
  }
  await rollups.put({ _id: fleetId, span: 'fleet', key: today, dirty: null, fleet: JSON.stringify(fleet) })
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
