// Cases and moments of changed tickets, and which days they change. What is dirty is written first, so that a crash
// leaves at most a day that is added up once more.
import { caseOf, judged, type Case } from '../../../miniprogram/domain/cases'
import { momentsOf, type Moment } from '../../../miniprogram/domain/moments'
import { cases, moments } from '../../store/collections'
import type { Learner } from './sweep'
import { spoilFleet, spoiling } from './rollups'

/** A learner; nothing is written for a ticket of which nothing changed that counts. */
export const learnCases: Learner = async (changed, now) => {
  if (changed.some((ticket) => ticket.kind === 'installation')) await spoilFleet()
  await keepCases(changed.map(caseOf), now)
  await keepMoments(
    changed.map((ticket) => ticket._id),
    changed.flatMap(momentsOf),
    now,
  )
}

/** Writes cases, of tickets or of an old ledger; also those that became repeats, or none, by them. */
export async function keepCases(given: readonly Case[], now: number): Promise<void> {
  const known = await byIds(given.map((one) => one._id))
  // `again` hangs on the others: it is carried over here and judged below
  const fresh = given
    .map((one) => ({ ...one, again: known.get(one._id)?.again ?? false }))
    .filter((one) => !same(one, known.get(one._id)))
  if (fresh.length === 0) return
  const before = fresh.flatMap((one) => known.get(one._id) ?? [])
  const changed = await withRepeats(fresh, before)
  const days = [...before, ...changed].map((one) => one.day)
  await spoiling(days, now, () => each(changed, (one) => cases.put(one)))
}

// Whether a case repeats hangs on the others of its machine and fault, before the change and after it.
async function withRepeats(fresh: readonly Case[], before: readonly Case[]): Promise<Case[]> {
  const touched = [...fresh, ...before].filter((one) => one.serial !== '' && one.fault !== '')
  const pairs = new Map(touched.map((one) => [pairOf(one), one]))
  const neighbours = new Map<string, Case>()
  await each([...pairs.values()], async ({ serial, fault }) => {
    for (const one of await cases.find({ serial, fault }, { limit: 1000 })) neighbours.set(one._id, one)
  })
  const all = new Map([...neighbours.values(), ...fresh].map((one) => [one._id, one]))
  const isFresh = new Set(fresh.map((one) => one._id))
  return judged([...all.values()]).filter(
    (one) => isFresh.has(one._id) || one.again !== all.get(one._id)!.again,
  )
}
const pairOf = ({ serial, fault }: Case): string => `${serial}\t${fault}`

async function keepMoments(
  ticketIds: readonly string[],
  given: readonly Moment[],
  now: number,
): Promise<void> {
  const known = new Map<string, Moment>()
  for (const some of slices(ticketIds, 20))
    for (const one of await moments.find({ ticketId: { in: some } }, { limit: 1000 })) known.set(one._id, one)
  const fresh = given.filter((one) => !same(one, known.get(one._id)))
  const wanted = new Set(given.map((one) => one._id))
  const gone = [...known.values()].filter((one) => !wanted.has(one._id))
  if (fresh.length + gone.length === 0) return
  const before = fresh.flatMap((one) => known.get(one._id) ?? [])
  const days = [...fresh, ...gone, ...before].map((one) => one.day)
  await spoiling(days, now, async () => {
    await each(fresh, (one) => moments.put(one))
    await moments.remove(gone.map((one) => one._id))
  })
}

async function byIds(ids: readonly string[]): Promise<Map<string, Case>> {
  const found: Case[] = []
  for (const some of slices(ids, 500))
    found.push(...(await cases.find({ _id: { in: some } }, { limit: 1000 })))
  return new Map(found.map((one) => [one._id, one]))
}

const same = (one: object, known: object | undefined): boolean =>
  known !== undefined && canonical(one) === canonical(known)
const canonical = (one: object): string =>
  JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

// A few at a time: a database does not want a thousand requests at once.
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (const some of slices(all, 20)) await Promise.all(some.map(work))
}
