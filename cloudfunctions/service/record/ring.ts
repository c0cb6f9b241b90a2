// What the clock does for records of any kind: it rings what is due, and tells what was not told.
import type { Known } from '../../../miniprogram/domain/engine/engine'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Doc } from '../../../miniprogram/domain/engine/table'
import { MINUTE } from '../../../miniprogram/domain/calendar/units'
import { messages } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { staffOnDuty } from '../staff-on-duty'
import { change } from './change'
import { clockActor, type Kept, type Stored } from './kept'
import { tell } from './tell'

const BATCH = 50
/** A function that is still telling is left alone so long (ms). */
const PATIENCE = MINUTE

/** Rings each deadline once, by the facts that the clock has; the number of records that rang. */
export async function ring<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  factsOf: (staff: PersonRecord[], record: R) => Promise<F>,
  now: number,
): Promise<number> {
  const due = await kept.table.find(
    { alarmAt: { gt: 0, lt: now + 1 } },
    { order: ['alarmAt', 'asc'], limit: BATCH },
  )
  if (due.length === 0) return 0
  const staff = await staffOnDuty()
  for (const record of due) await ringOne(kept, record, staff, await factsOf(staff, record), now)
  return due.length
}

async function ringOne<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  first: Stored<R>,
  staff: PersonRecord[],
  facts: F,
  now: number,
): Promise<void> {
  const who = { actorOf: () => clockActor, staff, factsOf: () => facts }
  let record = first
  for (const alarm of kept.due(first, now, facts)) {
    try {
      const changed = await change(kept, record, { ...alarm, id: first._id, now }, who, nothing)
      await changed.told
      record = changed.record
    } catch (error) {
      // somebody moved it meanwhile: the next tick looks again
      if (!(error instanceof Refused)) throw error
    }
  }
}

const nothing = () => Promise.resolve(null)

/** A function that died between the write and the telling left `untold` behind. The number of such records. */
export async function settleUntold<
  R extends Doc,
  F extends Known,
  M extends string,
  T extends { id: string },
>(kept: Kept<R, F, M, T>, now: number): Promise<number> {
  const left = await kept.table.find({ untoldSince: { lt: now - PATIENCE, gt: 0 } }, { limit: BATCH })
  if (left.length === 0) return 0
  const staff = await staffOnDuty()
  for (const record of left) await settle(kept, record, staff, now)
  return left.length
}

async function settle<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  record: Stored<R>,
  staff: PersonRecord[],
  now: number,
): Promise<void> {
  const known = await messages.find({ ticketId: record._id }, { limit: 1000, only: ['ticketId'] })
  const missing = kept
    .untold(record)
    .filter((one) => !known.some((message) => message._id.startsWith(`${one.id}-`)))
  await tell(kept, record, missing, staff, now)
  await kept.table.set({ _id: record._id, rev: record.rev }, { untold: [], untoldSince: null })
}
