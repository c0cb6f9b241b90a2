// A caller's budget in this instance: a person taps, a script hammers.
import { MINUTE } from '../../miniprogram/domain/calendar/units'

const seen = new Map<string, { minute: number; calls: number }>()

/** False when a caller has used up this minute, in which so many calls are his. */
export function within(openid: string, now: number, most: number): boolean {
  const minute = Math.floor(now / MINUTE)
  const row = seen.get(openid)
  if (!row || row.minute !== minute) {
    if (seen.size > 10_000) seen.clear()
    seen.set(openid, { minute, calls: 1 })
    return true
  }
  row.calls += 1
  return row.calls <= most
}
