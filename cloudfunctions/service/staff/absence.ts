// staff.absence: days on which somebody is away; one's own, or those of the department by its manager.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { inRole } from '../../../miniprogram/domain/ticket/stand-ins'
import { runningVisit } from '../../../miniprogram/domain/ticket/ticket'
import { people } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { absenceOn, staffOnDuty } from '../staff-on-duty'
import type { Action } from '../action'
import { staff } from '../caller'
import { mayChange, rowOf } from './list'
import { openWork } from './open-work'
import { remind, settleStandings } from './standings'

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
  if (!remove) await tellOfWork({ ...other, absences }, from, to, caller.now)
  return { item: rowOf({ ...other, absences }, person) }
}

/** What he was to do on these days waits for the manager, or who stands in for him, to give it to somebody. */
async function tellOfWork({ _id, name }: PersonRecord, from: string, to: string, now: number): Promise<void> {
  const clashes = (await openWork(_id)).filter((ticket) => {
    const visit = runningVisit(ticket)
    return visit && isoDay(visit.arriveBy) <= to && from <= isoDay(visit.finishBy)
  })
  if (clashes.length === 0) return
  const staffNow = await staffOnDuty()
  const managers = inRole(
    staffNow,
    'manager',
    (one) => one._id === _id || absenceOn(one, isoDay(now)) !== null,
  )
  const words = `${name} ${from} 至 ${to} 不在,${clashes.length} 张任务待改派`
  for (const { _id: pid } of managers)
    await remind(`away-${_id}-${from}-${to}-${pid}`, pid, now, {
      ...{ title: '有人不在,任务待改派', about: name, words, page: `/office/person/index?pid=${_id}` },
    })
}
