// Cases and moments of changed tickets, and which days they change.
import type { Settings } from '../../../miniprogram/domain/company/settings'
import { caseOf, judged, type Case } from '../../../miniprogram/domain/statistics/cases'
import { momentsOf, type Moment } from '../../../miniprogram/domain/statistics/moments'
import { currentSettings, settingsUnder } from '../company/settings'
import { cases, moments } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { spoiling, spoilFleet } from './rollups'
import { each, slices } from './slices'
import type { Learner } from './learner'

/** What has to be written, and the days that it changes. */
interface News {
  days: string[]
  write: () => Promise<unknown>
}

/** A learner; nothing is written for a ticket of which nothing changed that counts. */
export const learnCases: Learner = async (changed, now) => {
  const machinesMayBegin = changed.some(
    ({ kind, category }) => kind === 'installation' && category === 'done',
  )
  const settings = await Promise.all(changed.map(({ rules }) => settingsUnder(rules, now)))
  const [ofCases, ofMoments] = await Promise.all([
    caseNews(
      changed.map((ticket, i) => caseOf(ticket, settings[i]!)),
      now,
    ),
    momentNews(changed, settings),
    machinesMayBegin ? spoilFleet() : null,
  ])
  await spoiling([...ofCases.days, ...ofMoments.days], now, () =>
    Promise.all([ofCases.write(), ofMoments.write()]),
  )
}

/** Writes cases that are no tickets: lines of an old ledger. Twice changes nothing. */
export async function keepCases(given: readonly Case[], now: number): Promise<void> {
  for (const some of slices(given, 200)) {
    const { days, write } = await caseNews(some, now)
    await spoiling(days, now, write)
  }
}

async function caseNews(given: readonly Case[], now: number): Promise<News> {
  const known = new Map<string, Case>()
  for (const some of slices(given, 500)) {
    const ids = some.map((one) => one._id)
    for (const one of await cases.find({ _id: { in: ids } }, { limit: 1000 })) known.set(one._id, one)
  }
  // `again` hangs on the others: it is carried over here and judged below
  const fresh = given
    .map((one) => ({ ...one, again: known.get(one._id)?.again ?? false }))
    .filter((one) => !same(one, known.get(one._id)))
  const before = fresh.flatMap((one) => known.get(one._id) ?? [])
  const changed = await withRepeats(fresh, before, now)
  return {
    days: [...before, ...changed].map((one) => one.day),
    write: () => each(changed, (one) => cases.put(one)),
  }
}

// Whether a case repeats hangs on the others of its machine and fault, before the change and after it.
async function withRepeats(fresh: readonly Case[], before: readonly Case[], now: number): Promise<Case[]> {
  const { settings } = await currentSettings(now)
  const touched = [...fresh, ...before].filter((one) => one.serial !== '' && one.fault !== '')
  const pairs = new Map(touched.map((one) => [`${one.serial}\t${one.fault}`, one]))
  const all = new Map<string, Case>()
  await each([...pairs.values()], async ({ serial, fault }) => {
    for (const one of await cases.find({ serial, fault }, { limit: 1000 })) all.set(one._id, one)
  })
  for (const one of fresh) all.set(one._id, one)
  const isFresh = new Set(fresh.map((one) => one._id))
  return judged([...all.values()], settings).filter(
    (one) => isFresh.has(one._id) || one.again !== all.get(one._id)!.again,
  )
}

async function momentNews(changed: readonly TicketRecord[], settings: readonly Settings[]): Promise<News> {
  const given = changed.flatMap((ticket, i) => momentsOf(ticket, settings[i]!))
  const known = new Map<string, Moment>()
  for (const some of slices(changed, 20)) {
    const ticketId = { in: some.map((one) => one._id) }
    for (const one of await moments.find({ ticketId }, { limit: 1000 })) known.set(one._id, one)
  }
  const fresh = given.filter((one) => !same(one, known.get(one._id)))
  const wanted = new Set(given.map((one) => one._id))
  const gone = [...known.values()].filter((one) => !wanted.has(one._id))
  const before = fresh.flatMap((one) => known.get(one._id) ?? [])
  return {
    days: [...fresh, ...gone, ...before].map((one) => one.day),
    write: async () => {
      await each(fresh, (one) => moments.put(one))
      await moments.remove(gone.map((one) => one._id))
    },
  }
}

const same = (one: object, known: object | undefined): boolean =>
  known !== undefined && canonical(one) === canonical(known)
const canonical = (one: object): string =>
  JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
