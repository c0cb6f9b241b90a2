// Words about something that happened, as each reader is given them. A sentence may hold a price; whether it does is
// said by the row of the table that wrote it, never found again in its words.
import type { Kind } from './kinds'
import type { Sight } from './table'

/** A sentence in its versions. */
export interface Said {
  words: string
  /** What the customer's people read instead; absent where both read the same. */
  customerWords?: string
  /** Kinds that the words give away beside the deed; who lacks one of them reads `plain`. */
  holds?: readonly Kind[]
  plain?: string
  /** For the maker's people only. */
  internal: boolean
}

/** What a row of a table says of the words that it writes. */
export interface SaidBy {
  label: string
  holds?: readonly Kind[]
  customerWords?: unknown
}

/** Whether somebody is told of it at all. */
export const isTold = ({ internal }: Pick<Said, 'internal'>, sight: Sight): boolean =>
  sight.has('history') && (!internal || sight.has('insideWords'))

/** The sentence as somebody reads it; '' for who reads none of it. */
export function wordsFor({ words, customerWords, holds = [], plain = '' }: Said, sight: Sight): string {
  if (!holds.every((kind) => sight.has(kind))) return plain
  return sight.has('insideWords') ? words : (customerWords ?? words)
}

/** What was stored before its row said what it holds: the row says it now, and its label stands for the words. */
export function saidBy(event: Said, row: SaidBy | undefined): Said {
  const { label: plain = '', holds = [], customerWords } = row ?? {}
  const unsaid = customerWords !== undefined && event.customerWords === undefined
  return { ...event, holds: event.holds ?? holds, plain, ...(unsaid ? { customerWords: plain } : {}) }
}
