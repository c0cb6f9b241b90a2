// What a row of the settings does: a rule looked at under the default and under another value, and what it says.
import { decide, type Decision } from '../../../miniprogram/domain/door/lifecycle'
import type { SettingName, Settings } from '../../../miniprogram/domain/company/settings'
import type { MoveName } from '../../../miniprogram/domain/subjects'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { at, facts } from '../world'

export interface Change {
  /** Another value within the limits, and what else has to change with it. */
  to: number
  with?: Partial<Settings>
  /** What is looked at, and what it shows under the default and under the other value. */
  rule: () => unknown
  was: unknown
  is: unknown
  /** A sentence of it, where it says the number; and the number as it is said when it is not said with its unit. */
  words?: () => string
  said?: string
}
export type Changes = Readonly<Partial<Record<SettingName, Change>>>

/** 11-24T17:30 of an instant. */
export const time = (instant: number | null | undefined): string =>
  instant == null ? 'never' : new Date(instant + 8 * 3600_000).toISOString().slice(5, 16)

/** An instant of November or December. */
export const on = (text: string): number => at(`2026-${text}`)

/** As the clock makes it. */
export function ring(ticket: Ticket, move: MoveName, now: number): Ticket {
  const actor = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
  return made(decide(ticket, { move, visit: null, key: `ring-${move}`, input: {}, actor, now, facts }))
}

export function made(decision: Decision): Ticket {
  if (!decision.ok) throw new Error(decision.refusal.words)
  return decision.ticket
}

/** What was decided: 'made', or the words of the refusal and its way out. */
export const outcome = (decision: Decision): string =>
  decision.ok ? 'made' : `${decision.refusal.words};${decision.refusal.wayOut ?? ''}`
export const isMade = (decision: Decision): boolean => decision.ok

export const lastWords = ({ events }: Ticket): string => events[events.length - 1]!.words
