// return.list: 定期回访, the machines whose turn comes next, those that are due first.
import { returnRank } from '../../../miniprogram/domain/returning/returning'
import { startOfDay } from '../../../miniprogram/domain/calendar/days'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { returnVisits } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { callers, rowOf } from './row'
import { DAY } from '../../../miniprogram/domain/calendar/units'

const PAGE = 20

/** How many are due by the end of the day. */
export const dueReturns = (now: number): Promise<number> =>
  returnVisits.count({ rank: { lt: returnRank(startOfDay(now) + DAY) } })

export const list: Action<'return.list'> = async (caller, { after }) => {
  const [due, found, person] = await Promise.all([
    dueReturns(caller.now),
    returnVisits.find({ rank: { gt: after ?? '' } }, { order: ['rank', 'asc'], limit: PAGE + 1 }),
    staff(caller, ...callers),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: page.map((one) => rowOf(one, caller.now, sightOfPerson(person))),
    due,
    next: found.length > PAGE ? page[page.length - 1]!.rank : null,
  }
}
