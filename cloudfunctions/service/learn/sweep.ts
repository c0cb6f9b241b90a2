// What the company learns from its tickets and 8Ds: each minute those that changed are read once and handed to the learners.
// A move pays nothing for it, a crash loses nothing (the mark is written last), and learning twice changes nothing:
// "from scratch" is the same function with the mark at zero.
import { keepArchive } from '../archive/keep'
import { eightds, marks, tickets } from '../../store/collections'
import type { table } from '../../store/table'
import { learnReturns } from '../returning/learn'
import { learnCases } from './cases'
import { learnD8s } from './d8s'
import type { Learner } from './learner'
import { learnRepeats } from './repeats'
import { settle } from './rollups'
import { MINUTE } from '../../../miniprogram/domain/calendar/units'

const learners: readonly Learner[] = [keepArchive, learnCases, learnRepeats, learnReturns]

const MARK = 'learn'
const D8_MARK = 'learn-d8'
const BATCH = 200
/** A write is stamped when it is decided and seen a little later: what is so young is read again. */
const OVERLAP = 2 * MINUTE

/** Reads on from the marks, at most `rounds` batches; the number of tickets learnt from. */
export async function sweep(now: number, rounds = 5): Promise<number> {
  const learnt = await readOn(tickets, MARK, now, rounds, async (changed) => {
    for (const learn of learners) await learn(changed, now)
  })
  await readOn(eightds, D8_MARK, now, rounds, learnD8s)
  await settle(now)
  return learnt
}

type Read<T> = Pick<ReturnType<typeof table<T & { _id: string }>>, 'find'>

async function readOn<T extends { _id: string; updatedAt: number }>(
  from: Read<T>,
  mark: string,
  now: number,
  rounds: number,
  learn: (changed: readonly T[]) => Promise<void>,
): Promise<number> {
  let last = (await marks.get(mark))?.at ?? 0
  let learnt = 0
  for (let i = 0; i < rounds; i++) {
    const found = await from.find({ updatedAt: { gt: last } }, { order: ['updatedAt', 'asc'], limit: BATCH })
    const changed = await withTies(from, found)
    if (changed.length === 0) break
    await learn(changed)
    learnt += changed.length
    last = changed[changed.length - 1]!.updatedAt
    await marks.put({ _id: mark, at: Math.min(last, now - OVERLAP) })
    if (found.length < BATCH) break
  }
  return learnt
}

// A full batch may end between documents of the same instant, which "after" would leave out.
async function withTies<T extends { _id: string; updatedAt: number }>(
  from: Read<T>,
  found: readonly T[],
): Promise<readonly T[]> {
  if (found.length < BATCH) return found
  const last = found[found.length - 1]!.updatedAt
  const tied = await from.find({ updatedAt: last }, { limit: 1000 })
  return [...found, ...tied.filter((one) => found.every((known) => known._id !== one._id))]
}
