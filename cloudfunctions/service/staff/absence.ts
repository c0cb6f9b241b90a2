// staff.absence: days on which somebody is away; one's own, or those of the department by its manager.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { people } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { mayChange, rowOf } from './list'
import { settleStandings } from './standings'

export const absence: Action<'staff.absence'> = async (caller, { pid, from, to, reason, remove }) => {
  const person = await staff(caller)
  if (pid !== caller.pid && !mayChange(person) && !person.roles.includes('coordinator'))
    throw new Refused('NO_PERMISSION')
  const other = await people.get(pid)
  if (!other || other.side !== 'staff') throw new Refused('NOT_FOUND')
  const rest = (other.absences ?? []).filter((one) => one.from !== from || one.to !== to)
  const absences = remove ? rest : [...rest, { from, to, reason }].sort((a, b) => (a.from < b.from ? -1 : 1))
  await people.set({ _id: pid }, { absences })
  await settleStandings(caller.now)
  return { item: rowOf({ ...other, absences }, person) }
}
