// The maker's people who are at work: duty, engineers, receivers of role messages. One read a call.
import { isoDay } from '../../miniprogram/domain/calendar/format'
import type { Settings } from '../../miniprogram/domain/company/settings'
import type { Role } from '../../miniprogram/domain/ticket/people'
import { dutyOf } from '../../miniprogram/domain/ticket/stand-ins'
import type { Facts, Staffer } from '../../miniprogram/domain/ticket/table'
import type { Name, Ticket } from '../../miniprogram/domain/ticket/ticket'
import { people } from '../store/collections'
import { hash, random } from '../store/ids'
import type { PersonRecord } from '../store/records'

export const staffOnDuty = (): Promise<PersonRecord[]> =>
  people.find({ side: 'staff', active: true }, { limit: 500 })

export const nameOf = ({ _id, name, title }: PersonRecord): Name => ({ pid: _id, name, title })

export const withRole = (staff: readonly PersonRecord[], role: Role): PersonRecord[] =>
  staff.filter((one) => one.roles.includes(role))

/** Why a person is away on a local day YYYY-MM-DD, null when he is not. */
export const absenceOn = (person: Pick<PersonRecord, 'absences'>, day: string): string | null =>
  (person.absences ?? []).find(({ from, to }) => from <= day && day <= to)?.reason ?? null

/** The maker's people as a judgement knows them on the day of an instant. */
export const staffersOf = (staff: readonly PersonRecord[], now: number): Staffer[] =>
  staff.map((one) => ({
    ...nameOf(one),
    roles: one.roles,
    ...(absenceOn(one, isoDay(now)) === null ? {} : { away: true }),
  }))

/** What a judgement needs beside the ticket. Who is away today is on duty only when nobody stands in for him. */
export function factsOf(
  staff: readonly PersonRecord[],
  now: number,
  settings: Settings,
  other: Ticket | null = null,
): Facts {
  const staffers = staffersOf(staff, now)
  return {
    settings,
    duty: dutyOf(staffers, ({ away }) => away === true),
    staff: staffers,
    other,
    random: random(),
    hash,
  }
}
