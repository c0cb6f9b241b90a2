// Times to propose: the next working morning, and the end of that day.
import { startOfDay } from '../domain/calendar/days'
import { DAY, HOUR, MINUTE } from '../domain/calendar/units'
import { workdayFrom } from '../domain/calendar/working-time'
import { newestTerms } from './terms'

/** 09:00 and the end of work of the next working day. */
export function nextWorkday(now: number): { arriveBy: number; finishBy: number } {
  const day = workdayFrom(startOfDay(now) + DAY)
  return { arriveBy: day + 9 * HOUR, finishBy: day + newestTerms().workTo * MINUTE }
}
