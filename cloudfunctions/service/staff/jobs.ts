// staff.jobs: what somebody has in hand, before he goes on leave or leaves. One's own, or a colleague's for the office.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Action } from '../action'
import { staff } from '../caller'
import { cardsFor } from '../ticket/card'
import { people } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { mayChange, rowOf } from './list'
import { openWork } from './open-work'

const readsAll = (person: PersonRecord): boolean => mayChange(person) || person.roles.includes('coordinator')

export const jobs: Action<'staff.jobs'> = async (caller, { pid }) => {
  const person = await staff(caller)
  if (pid !== caller.pid && !readsAll(person)) throw new Refused('NO_PERMISSION')
  const [work, all] = await Promise.all([openWork(pid), people.find({ side: 'staff' }, { limit: 500 })])
  const found = work.filter(({ hiddenFrom }) => hiddenFrom !== caller.pid)
  const rows = readsAll(person) ? all : []
  return {
    jobs: await cardsFor(found, person, caller.now),
    items: rows.map((one) => rowOf(one, person)),
    mayChange: mayChange(person),
  }
}
