// Who goes out, and what is on the road now.
import type { Away } from '../../../miniprogram/domain/ticket/table'
import { workdayFrom } from '../../../miniprogram/domain/calendar/working-time'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { findFor } from '../ticket/known'
import { DAY } from '../../../miniprogram/domain/calendar/units'
import { startOf } from '../../../miniprogram/domain/calendar/days'

/** What a visit shows while a crew has it. */
export const running = [
  'planning',
  'trip_pending',
  'preparing',
  'traveling',
  'onsite',
  'extra_review',
  'wait_extra',
  'wait_delay',
  'wait_sign',
  'signed',
] as const

/** Engineers, technicians and the people of workshops. */
export const isField = ({ roles }: PersonRecord): boolean =>
  roles.some((role) => role === 'engineer' || role === 'technical' || role === 'workshop')

/** Tickets whose visit is planned or on, as a person may know of them; a few fields of each. */
export const runningJobs = (pid: string): Promise<TicketRecord[]> =>
  findFor(
    pid,
    { face: { in: [...running] } },
    {
      limit: 500,
      only: ['no', 'equipment', 'subject', 'companyName', 'city', 'face', 'visits', 'due', 'category'],
    },
  )

/** Whether somebody goes on a job: as one of the crew, or asked of a workshop and not refused. */
export const isOnJob = ({ visits }: TicketRecord, pid: string): boolean => {
  const { crew, helpers } = visits[visits.length - 1]!
  return (
    crew.some((one) => one.pid === pid) || helpers.some((one) => one.pid === pid && one.lent?.ok !== false)
  )
}

/** When nobody of these is free: other jobs, and absences in whole local days. */
export function awayOf(staff: readonly PersonRecord[], running: readonly TicketRecord[], id: string): Away[] {
  return staff.filter(isField).flatMap((one) => [
    ...(one.absences ?? []).map(({ from, to, reason }) => ({
      pid: one._id,
      from: startOf(from),
      to: startOf(to) + DAY,
      words: `不在岗:${reason}`,
    })),
    ...running
      .filter((job) => job._id !== id && isOnJob(job, one._id))
      .map(({ visits, companyName }) => {
        const { arriveBy, finishBy } = visits[visits.length - 1]!
        return { pid: one._id, from: arriveBy, to: finishBy, words: `已有安排:${companyName}` }
      }),
  ])
}

/** Starts of the next working days, today included when it is one. */
export function nextWorkdays(from: number, count: number): number[] {
  const days = [workdayFrom(from)]
  while (days.length < count) days.push(workdayFrom(days[days.length - 1]! + DAY))
  return days
}
