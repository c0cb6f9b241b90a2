// The door's time rules what is shown, proposed and judged: a phone's clock may be minutes wrong or a day. Each answer
// says when it was given; what this phone's clock lacks is kept, so that a start without a network knows it too.
import { keep, read } from './store'

const NAME = 'clock'
/** How far the door's clock is before this phone's, ms. */
let ahead: number | null = null

/** Epoch ms by the door's clock, as far as this phone has heard of it. */
export function doorTime(): number {
  ahead ??= read<number>(NAME) ?? 0
  return Date.now() + ahead
}

/** This phone's own clock, for how long a call took. */
export const phoneTime = (): number => Date.now()

/**
 * An answer given at `at` (door's clock) to what was asked at `asked` and came at `come` (this phone's). The way back
 * took between nothing and the whole time, so what is known already stays as long as it fits.
 */
export function heardTime(at: unknown, asked: number, come: number): void {
  if (typeof at !== 'number' || !Number.isFinite(at)) return
  const known = doorTime() - Date.now()
  const least = at - come
  const most = least + Math.max(0, come - asked)
  const next = Math.min(Math.max(known, least), most)
  if (next === known) return
  ahead = next
  keep(NAME, next)
}
