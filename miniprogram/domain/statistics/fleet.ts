// Machines in service: a machine counts from its acceptance, which its 三包 tells, to the end of the calendar.
import { shortModel } from './cases'
import { daysIn } from './period'
import type { Settings } from '../company/settings'
import { warrantyFrom } from '../charge/warranty'

/** model → local day since when → machines. */
export type Fleet = Record<string, Record<string, number>>

/** The day on which a machine was accepted, from the last day of its 三包. */
export const inServiceSince = (
  warrantyUntil: string,
  { warrantyMonths }: Pick<Settings, 'warrantyMonths'>,
): string => warrantyFrom(warrantyUntil, -warrantyMonths)

/** Counts machines into a fleet; those that are not accepted yet are left out. */
export function countMachines(
  fleet: Fleet,
  machines: readonly { model: string; warrantyUntil: string | null }[],
  settings: Pick<Settings, 'warrantyMonths'>,
): Fleet {
  for (const { model, warrantyUntil } of machines) {
    if (warrantyUntil === null) continue
    const since = (fleet[shortModel(model)] ??= {})
    const day = inServiceSince(warrantyUntil, settings)
    since[day] = (since[day] ?? 0) + 1
  }
  return fleet
}

/** Machines in service at the end of a day. */
export function machinesAt(fleet: Fleet, model: string, day: string): number {
  return rowsOf(fleet, model).reduce((sum, [since, n]) => sum + (since <= day ? n : 0), 0)
}

/** Calendar hours of all machines in service in a period, both days included. */
export function machineHours(fleet: Fleet, model: string, from: string, to: string): number {
  const days = rowsOf(fleet, model)
    .filter(([since]) => since <= to)
    .reduce((sum, [since, n]) => sum + n * daysIn(since > from ? since : from, to), 0)
  return days * 24
}

const rowsOf = (fleet: Fleet, model: string): [string, number][] =>
  Object.entries(fleet)
    .filter(([one]) => model === '' || one === model)
    .flatMap(([, since]) => Object.entries(since))
