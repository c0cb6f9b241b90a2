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

/** What a call's requests cost; `chain` is counted in the function itself. */
export function costOf(operations: readonly Operation[], chain: number): Cost {
  const found = operations.filter(({ action }) => action.startsWith('database.'))
  const scans = found.filter((one) => one.scanned).map((one) => `${one.action} ${one.collection}`)
  const bytes = found.reduce((sum, one) => sum + one.bytes, 0)
  return { total: found.length, chain, scans, bytes }
}
