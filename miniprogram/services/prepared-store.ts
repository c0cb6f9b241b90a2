// Which tickets were saved on purpose for a visit without a network, and where their photos lie.
import { drop, keep, read } from './store'

export interface Prepared {
  at: number
  /** All bytes: the words, the manuals and the photos. */
  bytes: number
  /** Of the manuals; null when they never came. */
  manualBytes: number | null
  /** Photos and voice that were there to be saved. */
  photos: number
  /** Media id → path on this phone. */
  files: Record<string, string>
}

const PREFIX = 'cache:prepared-'
const nameOf = (id: string): string => PREFIX + id

/** What was saved of a ticket; null when nothing. */
export const preparedOf = (id: string): Prepared | null => read<Prepared>(nameOf(id))
export const preparedFiles = (id: string): Record<string, string> => preparedOf(id)?.files ?? {}
export const keepPrepared = (id: string, prepared: Prepared): boolean => keep(nameOf(id), prepared)
export const dropPrepared = (id: string): void => drop(nameOf(id))

/** Ids of all tickets that were saved. */
export const preparedIds = (): string[] =>
  wx
    .getStorageInfoSync()
    .keys.filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
