// Counting what a call costs at the local cloud.
import type { Operation } from '../../local/options'

export interface Cost {
  /** Requests to the database. */
  total: number
  /** The longest chain of them in which each waited for the one before. */
  chain: number
  /** Collections that were read from end to end. */
  scans: string[]
  /** What the database answered, in bytes. */
  bytes: number
}

const ofDatabase = ({ action }: Operation): boolean => action.startsWith('database.')

/** What a call's requests cost; one that begins before another has ended ran beside it. */
export function costOf(operations: readonly Operation[]): Cost {
  const found = operations.filter(ofDatabase).sort((a, b) => a.ended - b.ended)
  let chain = 0
  let last = -Infinity
  for (const { begun, ended } of found) {
    if (begun < last) continue
    chain += 1
    last = ended
  }
  const scans = found.filter((one) => one.scanned).map((one) => `${one.action} ${one.collection}`)
  const bytes = found.reduce((sum, one) => sum + one.bytes, 0)
  return { total: found.length, chain, scans, bytes }
}
