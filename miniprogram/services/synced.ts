// When the door last answered: 「上次同步 10:42」. Kept, so that a restart without a network still knows.
import { doorTime } from './door-time'
import { keep, read } from './store'

const NAME = 'synced'
const EVERY = 30_000
let at = 0

/** The door has answered now. */
export function answered(now = doorTime()): void {
  if (now - at < EVERY && now >= at) return
  at = now
  keep(NAME, now)
}

/** 0 on a phone that never had an answer. */
export const lastAnswer = (): number => at || (read<number>(NAME) ?? 0)
