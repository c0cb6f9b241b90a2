// d8.open: one 8D as this person may see it.
import type { Action } from '../action'
import { staff } from '../caller'
import { staffOnDuty } from '../staff-on-duty'
import { seenD8 } from './seen'
import { d8View } from './view'

export const open: Action<'d8.open'> = async (caller, { id }) => {
  const [person, d8, people] = await Promise.all([staff(caller), seenD8(caller, id), staffOnDuty()])
  return { d8: await d8View(d8, { person, staff: people, now: caller.now }) }
}
