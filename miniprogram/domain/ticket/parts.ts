// Small pieces that tickets and visits are made of.

import type { Name } from '../engine/table'

export type { Name } from '../engine/table'

/** Who decided what, when and why. */
export interface Decided {
  by: Name
  at: number
  ok: boolean
  note: string
}

export interface PriceLine {
  name: string
  /** Whole yuan. */
  amount: number
}

/** A price that somebody who may confirm costs has to accept before work (第四条). */
export interface Quote {
  lines: PriceLine[]
  total: number
  note: string
  by: Name
  at: number
  answer: (Decided & { how: 'customer' | 'phone' }) | null
  /** The price that was agreed before this one, and stands until this one is; none in an old ticket. */
  agreed?: AgreedPrice | null
}
/** A price that the customer has agreed to. */
export interface AgreedPrice {
  lines: PriceLine[]
  total: number
  by: Name
  at: number
}

/** The price that stands: the one agreed to last, whatever was proposed since; null before the first. */
export function agreedPrice(quote: Quote | null): AgreedPrice | null {
  if (!quote) return null
  const { lines, total: sum, answer, agreed = null } = quote
  return answer?.ok ? { lines, total: sum, by: answer.by, at: answer.at } : agreed
}

/** A price that waits for the customer's answer. */
export const isPriceOpen = (quote: Quote | null): boolean => quote !== null && quote.answer === null

export interface Leg {
  from: string
  to: string
  by: string
  departAt: number
}

export const total = (lines: readonly PriceLine[]): number =>
  lines.reduce((sum, line) => sum + line.amount, 0)

export const nameOf = ({ pid, name, title }: Name): Name => ({ pid, name, title })

/** A decision as the actor's. */
export const decided = (actor: Name, at: number, ok: boolean, note = ''): Decided => ({
  by: nameOf(actor),
  at,
  ok,
  note,
})
