// The maker's people who are at work: duty, engineers, receivers of role messages. One read a call.
import { isoDay } from '../../miniprogram/domain/calendar/format'
import type { Settings } from '../../miniprogram/domain/company/settings'
import type { Role } from '../../miniprogram/domain/ticket/people'
import type { Facts } from '../../miniprogram/domain/ticket/table'
import type { Name, RoleOnDuty, Ticket } from '../../miniprogram/domain/ticket/ticket'
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

/** What a judgement needs beside the ticket. Who is away today is on duty only when nobody else is. */
export function factsOf(
  staff: readonly PersonRecord[],
  now: number,
  settings: Settings,
  other: Ticket | null = null,
): Facts {
  const today = isoDay(now)
  const first = (role: Role): Name | null => {
    const all = withRole(staff, role)
    const found = all.find((one) => absenceOn(one, today) === null) ?? all[0]
    return found ? nameOf(found) : null
  }
  const roles: readonly RoleOnDuty[] = [
    'coordinator',
    'manager',
    'generalManager',
    'workshop',
    'technical',
    'quality',
  ]
  return {
    settings,
    duty: Object.fromEntries(roles.map((role) => [role, first(role)])) as Facts['duty'],
    staff: staff.map((one) => ({ ...nameOf(one), roles: one.roles })),
    other,
    random: random(),
    hash,
  }
}
