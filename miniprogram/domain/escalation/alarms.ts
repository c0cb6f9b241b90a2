// When the clock warns of a deadline and when it escalates it: amber before, red after, each once (第十八条第1项).
import { dueAfterMinutes, workingMinutes } from '../calendar/working-time'
import { calendarOf } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { Ticket } from '../ticket/ticket'

/** A move that the clock makes at an instant; a room says which of a ticket's are to come (`alarms`). */
export interface Alarm {
  move: string
  at: number
}

/** Warns while there is time, escalates after it. What lapses by itself is not escalated. */
export function alarms(
  { due, category, state, escalated, warned, faceSince }: Ticket,
  settings: Settings,
): Alarm[] {
  if (due === null || category === 'closed' || state === 'answered') return []
  const escalate = escalated?.due === due ? [] : [{ move: 'escalate', at: due }]
  if (category === 'customer' || category === 'done' || warned === due || escalate.length === 0)
    return escalate
  return [{ move: 'warn', at: warnAt(faceSince, due, settings) }, ...escalate]
}

/** When only the share of the working time is left that is set. */
export function warnAt(since: number, due: number, settings: Settings): number {
  const calendar = calendarOf(settings)
  const whole = workingMinutes(since, due, [], calendar)
  const share = 1 - settings.warnPercent / 100
  return whole === 0 ? due : Math.min(due, dueAfterMinutes(since, whole * share, calendar).at)
}
