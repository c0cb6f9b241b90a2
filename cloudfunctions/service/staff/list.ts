// staff.list: the department and the workshops' people: skills, absences, open invitations.
import { present, send, type Fields, type Seen, type Shape } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Absence, StaffRow } from '../../../typings/contract'
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
    items: all.map((one) => rowOf(one, person)),
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

interface OnColleague extends Seen {
  one: PersonRecord
  own: boolean
}

const fields: Fields<StaffRow, OnColleague> = {
  pid: ['identity', ({ one }) => one._id],
  name: ['identity', ({ one }) => one.name],
  title: ['identity', ({ one }) => one.title],
  roles: ['staffList', ({ one }) => one.roles, []],
  staffNo: ['staffList', ({ one }) => one.staffNo, ''],
  base: ['staffList', ({ one }) => one.base, ''],
  skills: ['staffList', ({ one }) => one.skills, []],
  active: ['staffList', ({ one }) => one.active, true],
  absences: [
    ({ own }) => (own ? 'own' : 'staffList'),
    ({ one, sight }) => send(absence, one.absences ?? [], sight),
    [],
  ],
}
const absence: Shape<Absence[]> = { from: true, to: true, reason: true }

/** One of the maker's people as another one reads him. */
export const rowOf = (one: PersonRecord, reader: PersonRecord): StaffRow =>
  present(fields, { one, own: one._id === reader._id, sight: sightOfPerson(reader) })
