// Who goes out, and what is on the road now.
import { isWorkday, startOfDay } from '../../../miniprogram/domain/working-time'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'

const DAY = 24 * 3600_000
const running = [
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

/** Tickets whose visit is planned or on; a few fields of each. */
export const runningJobs = (): Promise<TicketRecord[]> =>
  tickets.find(
    { face: { in: [...running] } },
    {
      limit: 500,
      only: ['no', 'equipment', 'subject', 'companyName', 'city', 'face', 'visits', 'due', 'category'],
    },
  )

/** Starts of the next working days, today included when it is one. */
export function nextWorkdays(from: number, count: number): number[] {
  const days: number[] = []
  for (let day = startOfDay(from); days.length < count; day += DAY) if (isWorkday(day)) days.push(day)
  return days
}
