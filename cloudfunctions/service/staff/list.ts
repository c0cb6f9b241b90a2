// staff.list: the department and the workshops' people: skills, absences, open invitations.
import type { StaffRow } from '../../../typings/contract'
import { invitations, people } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import type { Action } from '../action'
import { staff } from '../caller'

/** Invitations of the maker's own people lie under this company. */
export const MAKER = 'maker'

export const list: Action<'staff.list'> = async (caller) => {
  const person = await staff(caller, 'coordinator', 'manager', 'generalManager', 'admin')
  const [all, open] = await Promise.all([
    people.find({ side: 'staff' }, { limit: 500 }),
    invitations.find({ companyId: MAKER }, { limit: 100 }),
  ])
  return {
    items: all.map(rowOf),
    invitations: open
      .filter((one) => one.left > 0 && one.until > caller.now && one.staff)
      .map(({ _id, until, staff: given }) => ({
        code: `${_id.slice(0, 4)}-${_id.slice(4)}`,
        name: given!.name,
        role: given!.roles[0]!,
        until,
      })),
    mayChange: mayChange(person),
  }
}

export const mayChange = ({ roles }: PersonRecord): boolean =>
  roles.some((role) => role === 'manager' || role === 'generalManager' || role === 'admin')

export const rowOf = (one: PersonRecord): StaffRow => ({
  pid: one._id,
  name: one.name,
  title: one.title,
  roles: one.roles,
  staffNo: one.staffNo,
  base: one.base,
  skills: one.skills,
  active: one.active,
  absences: one.absences ?? [],
})
