// staff.change: skills, home and whether somebody is with us still; never one's own way out by mistake.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { people } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { rowOf } from './list'
import { openWork } from './open-work'
import { settleStandings } from './standings'

export const change: Action<'staff.change'> = async (caller, { pid, skills, base, active }) => {
  const reader = await staff(caller, 'manager', 'generalManager', 'admin')
  if (pid === caller.pid && !active)
    throw new Refused('INVALID_INPUT', { fields: { active: '不能把自己停用,请让另一位负责人操作' } })
  // nobody is switched off who still has something in hand: it is handed over first
  const open = active ? [] : await openWork(pid)
  if (open.length > 0) {
    const words = `他手上还有 ${open.length} 张工单(${open
      .map(({ no }) => no)
      .slice(0, 3)
      .join('、')}),请先转交`
    throw new Refused('BLOCKED', {
      words,
      wayOut: '在「手上的工作」里逐张或一次转交',
      fields: { active: words },
    })
  }
  const changed = await people.set({ _id: pid, side: 'staff' }, { skills, base, active })
  const person = await people.get(pid)
  if (changed === 0 || !person) throw new Refused('NOT_FOUND')
  await settleStandings(caller.now, active ? [] : [pid])
  return { item: rowOf(person, reader) }
}
