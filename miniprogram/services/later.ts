// Finish times to choose from: so much later than agreed.
import { HOUR } from '../domain/calendar/units'

/** Chips: hours to add. */
export const laterOptions = [
  { value: 1, label: '+1 小时' },
  { value: 2, label: '+2 小时' },
  { value: 4, label: '+半天' },
  { value: 24, label: '+1 天' },
]

export const hoursLater = (at: number, hours: number): number => at + hours * HOUR

/** The chip that a time stands for; null when it was chosen freely. */
export const chipOf = (from: number, to: number): number | null => {
  const hours = (to - from) / HOUR
  return hours === 0 || laterOptions.some((one) => one.value === hours) ? hours : null
}
