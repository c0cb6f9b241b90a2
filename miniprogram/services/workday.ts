// Times to propose: the next working morning, and the end of that day.
import { startOfDay } from '../domain/calendar/days'
import { DAY, HOUR } from '../domain/calendar/units'
import { workdayFrom } from '../domain/calendar/working-time'

/** 09:00 and 17:30 of the next working day. */
export function nextWorkday(now: number): { arriveBy: number; finishBy: number } {
  const day = workdayFrom(startOfDay(now) + DAY)
  return { arriveBy: day + 9 * HOUR, finishBy: day + 17.5 * HOUR }
}
