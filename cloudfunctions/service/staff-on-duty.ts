// The maker's people who are at work: duty, engineers, receivers of role messages. One read a call.
import type { Role } from '../../miniprogram/domain/people'
import type { Facts } from '../../miniprogram/domain/table'
import type { Name } from '../../miniprogram/domain/ticket'
import { people } from '../store/collections'
import { hash, random } from '../store/ids'
import type { PersonRecord } from '../store/records'

export const staffOnDuty = (): Promise<PersonRecord[]> =>
  people.find({ side: 'staff', active: true }, { limit: 500 })

export const nameOf = ({ _id, name, title }: PersonRecord): Name => ({ pid: _id, name, title })

export const withRole = (staff: readonly PersonRecord[], role: Role): PersonRecord[] =>
  staff.filter((one) => one.roles.includes(role))

/** What a judgement needs beside the ticket. */
export function factsOf(staff: readonly PersonRecord[], engineerPid: unknown): Facts {
  const first = (role: Role): Name | null => {
    const [found] = withRole(staff, role)
    return found ? nameOf(found) : null
  }
  const engineer = withRole(staff, 'engineer').find((one) => one._id === engineerPid)
  return {
    duty: {
      coordinator: first('coordinator'),
      manager: first('manager'),
      generalManager: first('generalManager'),
    },
    engineer: engineer ? nameOf(engineer) : null,
    random: random(),
    hash,
  }
}
