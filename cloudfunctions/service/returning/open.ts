// return.open: a machine's return visit with whom to call; the look at the number is noted.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { returnVisits } from '../../store/collections'
import type { Action } from '../action'
import { noteLook } from '../audit'
import { staff } from '../caller'
import { callers, viewOf } from './row'

export const open: Action<'return.open'> = async (caller, { id }) => {
  const person = await staff(caller, ...callers)
  const [found] = await Promise.all([returnVisits.get(id), noteLook(caller, 'return.open', id)])
  if (!found) throw new Refused('NOT_FOUND')
  return { visit: viewOf(found, caller.now, sightOfPerson(person)) }
}
