// What the clock does for 8D records: it rings for steps and manuals that are overdue, and tells what was not told.
import { dueD8Alarms } from '../../../miniprogram/domain/quality/lifecycle'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { eightds } from '../../store/collections'
import type { D8Record, PersonRecord } from '../../store/records'
import { settingsUnder } from '../company/settings'
import { staffOnDuty } from '../staff-on-duty'
import { changeD8 } from './change'
import { effectOf } from '../../../miniprogram/domain/quality/effect'
import { tellD8 } from './tell'

const BATCH = 50
const PATIENCE = 60_000
/** The clock as it acts on an 8D, and all that it knows. */
export const clockActor = { pid: 'clock', name: '系统', title: '', relations: ['timer'] as const }

/** Nothing but the settings of a record. */
export async function noFacts({ rules }: D8Record, now: number): Promise<D8Facts> {
  const settings = await settingsUnder(rules, now)
  return { staff: [], effect: effectOf('', '', [], [], settings), ticket: null, settings }
}

/** Rings each deadline once; never at night, as with tickets. The number of records that rang. */
export async function ringD8s(now: number): Promise<number> {
  const due = await eightds.find(
    { alarmAt: { gt: 0, lt: now + 1 } },
    { order: ['alarmAt', 'asc'], limit: BATCH },
  )
  if (due.length === 0) return 0
  const staff = await staffOnDuty()
  for (const d8 of due) await ring(d8, staff, now)
  return due.length
}

async function ring(first: D8Record, staff: PersonRecord[], now: number): Promise<void> {
  let d8 = first
  for (const { move, input, id } of dueD8Alarms(first, now)) {
    const wanted = { key: `${move}-${d8._id}-${id}`, move, input, now }
    try {
      d8 = await changeD8(d8, wanted, {
        actorOf: () => clockActor,
        staff,
        factsOf: (one) => noFacts(one, now),
      })
    } catch (error) {
      // somebody changed it meanwhile: the next tick looks again
      if (!(error instanceof Refused)) throw error
    }
  }
}

/** What a function that died left untold; ids are derived, so what was told already stays told once. */
export async function tellUntoldD8s(now: number): Promise<number> {
  const left = await eightds.find({ untoldSince: { lt: now - PATIENCE, gt: 0 } }, { limit: BATCH })
  if (left.length === 0) return 0
  const staff = await staffOnDuty()
  for (const d8 of left) {
    await tellD8(d8, d8.untold, staff, now)
    await eightds.set({ _id: d8._id, rev: d8.rev }, { untold: [], untoldSince: null })
  }
  return left.length
}
