// Times to propose: the next working morning, and the end of that day.
import { isWorkday, startOfDay } from '../domain/calendar/working-time'
import { newestTerms } from './terms'

const HOUR = 3600_000
const DAY = 24 * HOUR

/** 09:00 and the end of work of the next working day. */
export function nextWorkday(now: number): { arriveBy: number; finishBy: number } {
  let day = startOfDay(now) + DAY
  while (!isWorkday(day)) day += DAY
  return { arriveBy: day + 9 * HOUR, finishBy: day + newestTerms().workTo * 60_000 }
}

/** 2026-11-24 and 09:00 of an instant, as pickers take them. */
export function pickerParts(at: number): { date: string; time: string } {
  const text = new Date(at + 8 * HOUR).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The instant of a picker's date and time in +08:00. */
export const instantOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)
