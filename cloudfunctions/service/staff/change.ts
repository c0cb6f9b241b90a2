// staff.change: skills, home and whether somebody is with us still; never one's own way out by mistake.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { people } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { rowOf } from './list'
import { settleStandings } from './standings'

export const change: Action<'staff.change'> = async (caller, { pid, skills, base, active }) => {
  const reader = await staff(caller, 'manager', 'generalManager', 'admin')
  if (pid === caller.pid && !active)
    throw new Refused('INVALID_INPUT', { fields: { active: '不能把自己停用,请让另一位负责人操作' } })
  const changed = await people.set({ _id: pid, side: 'staff' }, { skills, base, active })
  const person = await people.get(pid)
  if (changed === 0 || !person) throw new Refused('NOT_FOUND')
  await settleStandings(caller.now, active ? [] : [pid])
  return { item: rowOf(person, reader) }
}
