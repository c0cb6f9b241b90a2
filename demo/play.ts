// What the preview page can play with: the next deadline, the next working day, answers of the door.
import { refusalWords, type RefusalCode } from '../miniprogram/domain/engine/refusals'
import { startOfDay } from '../miniprogram/domain/calendar/days'
import { workdayFrom } from '../miniprogram/domain/calendar/working-time'
import type { PlayedAnswer, ReadDb } from '../local/options'
import { DAY } from '../miniprogram/domain/calendar/units'

/** The smallest deadline of a ticket after now. */
export function nextStop(db: ReadDb, now: number): number | null {
  const dues = (db.all('tickets') as { due?: number | null }[]).map((one) => one.due ?? 0)
  const ahead = dues.filter((due) => due > now)
  return ahead.length > 0 ? Math.min(...ahead) : null
}

/** The same time of the next working day. */
export const nextWorkday = (now: number): number => workdayFrom(now + DAY) + now - startOfDay(now)

/** What changes something carries the caller's idempotency key. */
export function changes(_name: string, data: unknown): boolean {
  const { input } = (data ?? {}) as { input?: unknown }
  return typeof input === 'object' && input !== null && 'key' in input
}

const refusal = (label: string, code: RefusalCode): PlayedAnswer => ({
  label,
  answer: { ok: false, refusal: { code, words: refusalWords[code] }, requestId: 'played' },
})

export const faults = {
  conflict: refusal('冲突', 'CONFLICT'),
  noPermission: refusal('无权限', 'NO_PERMISSION'),
}
