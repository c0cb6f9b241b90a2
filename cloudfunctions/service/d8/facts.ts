// What the judgement of an 8D needs beside the record: who may own a step, and what the statistics say.
import { afterDay, type Case } from '../../../miniprogram/domain/statistics/cases'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import { effectOf, type Effect } from '../../../miniprogram/domain/quality/effect'
import { implementedOn, type D8 } from '../../../miniprogram/domain/quality/record'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { Role } from '../../../miniprogram/domain/ticket/people'
import { cases } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { nameOf } from '../staff-on-duty'

/** More than these after D6 prove nothing else. */
const MOST = 500
const owning: readonly Role[] = ['quality', 'technical', 'workshop', 'manager']

/** The effect as the statistics show it now; a complaint about the reader keeps its number to itself. */
export async function effectNow(d8: D8, now: number, reader: string, settings: Settings): Promise<Effect> {
  const on = implementedOn(d8)
  const known = on === '' || d8.fault === '' ? [] : await casesAfter(d8.fault, on)
  const effect = effectOf(d8.fault === '' ? '' : on, isoDay(now), d8.models, known, settings)
  const { last } = effect
  const hidden = last && known.some((one) => one.no === last.no && one.hiddenFrom === reader)
  return { ...effect, last: last && { ...last, ...(hidden ? { no: '', ticketId: null } : {}) } }
}

// Counted cases only, by their own index, latest first.
const casesAfter = (fault: string, day: string): Promise<Case[]> =>
  cases.find({ counted: true, fault, rank: { gt: afterDay(day) } }, { order: ['rank', 'desc'], limit: MOST })

/** Those who may own a step. */
export const ownersOf = (staff: readonly PersonRecord[]) =>
  staff
    .filter((one) => one.roles.some((role) => owning.includes(role)))
    .map((one) => ({ ...nameOf(one), roles: one.roles }))
