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
}

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
