// The demo's time on this page: the machine's, moved by the local clock's offset. Shown as China tells it, UTC+8.
import { get, post } from './dom'
import { CHINA } from '../../units'

const weekdays = '日一二三四五六'

export interface DemoClock {
  now(): number
  readonly offset: number
  /** Asks the cloud to move; everybody hears of it by the events. */
  set(now: number): Promise<void>
  moved(offset: number): void
  /** Heard at each move (true) and each second (false). */
  onTick(heard: (moved: boolean) => void): void
}

/** Reads the clock and begins to tick. */
export async function demoClock(): Promise<DemoClock> {
  let { offset } = await get<{ offset: number }>('/clock')
  const listeners = new Set<(moved: boolean) => void>()
  const tell = (moved: boolean) => listeners.forEach((heard) => heard(moved))
  setInterval(() => tell(false), 1000)
  return {
    now: () => Date.now() + offset,
    get offset() {
      return offset
    },
    set: async (now) => {
      await post('/clock', { now })
    },
    moved: (to) => {
      offset = to
      tell(true)
    },
    onTick: (heard) => void listeners.add(heard),
  }
}

const east = (at: number): string => new Date(at + CHINA).toISOString()

/** 2026-11-23 周一 09:40 */
export const dateWords = (at: number): string =>
  `${east(at).slice(0, 10)} 周${weekdays[new Date(at + CHINA).getUTCDay()]} ${timeWords(at)}`
/** 09:40 */
export const timeWords = (at: number): string => east(at).slice(11, 16)
/** 11-23 09:40, of the same day only the time. */
export const shortWords = (at: number, now: number): string =>
  east(at).slice(0, 10) === east(now).slice(0, 10) ? timeWords(at) : east(at).slice(5, 16).replace('T', ' ')
/** For and from <input type="datetime-local">. */
export const inputValue = (at: number): string => east(at).slice(0, 16)
export const fromInput = (value: string): number => Date.parse(`${value}:00+08:00`)
