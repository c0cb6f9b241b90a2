// dispatch.board: the week: who is where on which day, who is away, what collides, and what waits to be sent.
import { isoDay, weekdayWords } from '../../../miniprogram/domain/calendar/format'
import { faceRow } from '../../../miniprogram/domain/door/lifecycle'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { BoardDay, BoardRow } from '../../../typings/contract'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { staff as staffOnly } from '../caller'
import { absenceOn, staffOnDuty } from '../staff-on-duty'
import { cardsFor, listless } from '../ticket/card'
import { findFor } from '../ticket/known'
import { isField, isOnJob, runningJobs } from './jobs'
import { addDays, startOf } from '../../../miniprogram/domain/calendar/days'

const DAYS = 7

export const board: Action<'dispatch.board'> = async (caller, { from }) => {
  const [person, staff, running, waiting] = await Promise.all([
    staffOnly(caller, 'coordinator', 'manager', 'generalManager'),
    staffOnDuty(),
    runningJobs(caller.pid),
    findFor(caller.pid, { face: 'verified' }, { limit: 100, order: ['rank', 'asc'], without: listless }),
  ])
  const begin = from ? startOf(from) : caller.now
  // every day: whoever works on a Saturday is seen on it
  const days = Array.from({ length: DAYS }, (_, i) => addDays(isoDay(begin), i))
  return {
    days,
    unassigned: await cardsFor(waiting, person, caller.now),
    people: staff
      .filter(isField)
      .map((one) => rowOf({ one, running, days, now: caller.now, sight: sightOfPerson(person) })),
  }
}

interface OnBoard extends Seen {
  one: PersonRecord
  running: TicketRecord[]
  days: string[]
  now: number
}
interface OnRow extends OnBoard {
  cells: BoardDay[]
}

const rowOf = (at: OnBoard): BoardRow => present(row, { ...at, cells: cellsOf(at) })

const row: Fields<BoardRow, OnRow> = {
  pid: ['identity', ({ one }) => one._id],
  name: ['identity', ({ one }) => one.name],
  title: ['identity', ({ one }) => one.title],
  base: ['staffList', ({ one }) => one.base, ''],
  skills: ['staffList', ({ one }) => one.skills, []],
  workshop: ['staffList', ({ one }) => one.roles.includes('workshop'), false],
  days: ['staffList', ({ cells }) => cells, []],
  conflicts: ['staffList', ({ cells }) => cells.flatMap(conflictsOf), []],
}

const cellsOf = ({ one, running, days, now }: OnBoard): BoardDay[] =>
  days.map((day) => ({
    day,
    jobs: running
      .filter((ticket) => isThere(ticket, one._id, day, now))
      .map((ticket) => jobOf(ticket, one._id)),
    absent: absenceOn(one, day),
  }))

const conflictsOf = ({ day, jobs, absent }: BoardDay): string[] => [
  ...(jobs.length > 1 ? [`${weekdayWords(day)} 有 ${jobs.length} 单,时间重叠`] : []),
  ...(jobs.length > 0 && absent ? [`${weekdayWords(day)} ${absent},但有安排`] : []),
]

function isThere(ticket: TicketRecord, pid: string, day: string, now: number): boolean {
  const visit = ticket.visits[ticket.visits.length - 1]!
  // where he really is: from when he set out until he left, and today while he has not
  const from = isoDay(Math.min(visit.departedAt ?? visit.arriveBy, visit.arriveBy))
  const until = isoDay(Math.max(visit.finishBy, visit.departedAt === null ? visit.finishBy : now))
  return isOnJob(ticket, pid) && from <= day && day <= until
}

const jobOf = (ticket: TicketRecord, pid: string) => ({
  id: ticket._id,
  title: `${ticket.companyName} ${ticket.equipment.model}`,
  city: ticket.city,
  words: faceRow(ticket.face).staff,
  lead: ticket.visits[ticket.visits.length - 1]!.crew[0]?.pid === pid,
})
