// Who plays in a model: the same people for the domain alone and for the whole back end.
import { people, type Who } from '../domain/world'

/** Everybody who may act; 陈美玲 is of another company. */
export const cast = Object.keys(people) as Who[]

/** What a generated input needs to know of the people. */
export interface Cast {
  pid: (who: Who) => string
}

/** A small replayable source of choices: numbers from one seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}
export type Dice = ReturnType<typeof dice>
