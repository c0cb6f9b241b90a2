// staff.jobs: what somebody has in hand, before he goes on leave or leaves. One's own, or a colleague's for the office.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Action } from '../action'
import { staff } from '../caller'
import { cardsFor } from '../ticket/card'
import { mayChange } from './list'
import { openWork } from './open-work'

export const jobs: Action<'staff.jobs'> = async (caller, { pid }) => {
  const person = await staff(caller)
  if (pid !== caller.pid && !mayChange(person) && !person.roles.includes('coordinator'))
    throw new Refused('NO_PERMISSION')
  const found = (await openWork(pid)).filter(({ hiddenFrom }) => hiddenFrom !== caller.pid)
  return { items: await cardsFor(found, person, caller.now) }
}
