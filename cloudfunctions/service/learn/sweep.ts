// What the company learns from its tickets: each minute those that changed are read once and handed to the learners.
// A move pays nothing for it, a crash loses nothing (the mark is written last), and learning twice changes nothing:
// "from scratch" is the same function with the mark at zero.
import { keepArchive } from '../archive/keep'
import { marks, tickets } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import { learnReturns } from '../returning/learn'
import { learnCases } from './cases'
import { learnRepeats } from './repeats'
import { settle } from './rollups'

/** Writes what it needs of these tickets under ids that come from the tickets, so that it may run twice. */
export type Learner = (changed: readonly TicketRecord[], now: number) => Promise<void>

const learners: readonly Learner[] = [keepArchive, learnCases, learnRepeats, learnReturns]

const MARK = 'learn'
const BATCH = 200
/** A write is stamped when it is decided and seen a little later: what is so young is read again. */
const OVERLAP = 2 * 60_000

/** Reads on from the mark, at most `rounds` batches; the number of tickets learnt from. */
export async function sweep(now: number, rounds = 5): Promise<number> {
  let from = (await marks.get(MARK))?.at ?? 0
  let learnt = 0
  for (let i = 0; i < rounds; i++) {
    const found = await tickets.find(
      { updatedAt: { gt: from } },
      { order: ['updatedAt', 'asc'], limit: BATCH },
    )
    const changed = await withTies(found)
    if (changed.length === 0) break
    for (const learn of learners) await learn(changed, now)
    learnt += changed.length
    from = changed[changed.length - 1]!.updatedAt
    await marks.put({ _id: MARK, at: Math.min(from, now - OVERLAP) })
    if (found.length < BATCH) break
  }
  await settle(now)
  return learnt
}

// A full batch may end between tickets of the same instant, which "after" would leave out.
async function withTies(found: readonly TicketRecord[]): Promise<readonly TicketRecord[]> {
  if (found.length < BATCH) return found
  const last = found[found.length - 1]!.updatedAt
  const tied = await tickets.find({ updatedAt: last }, { limit: 1000 })
  return [...found, ...tied.filter((one) => found.every((known) => known._id !== one._id))]
}
