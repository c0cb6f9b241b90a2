// How far from now each date and time may lie that somebody types: all of them, in one place (in ms before and after).
// Where one side is missing, a check of the move says it in its own words. A date counts in whole days: `back: 0` is today.
import { DAY, HOUR, MINUTE } from '../calendar/units'

export interface Range {
  back?: number
  ahead?: number
}
const YEAR = 366 * DAY

export const ranges = {
  /** When a customer asked: written down later; a phone's clock may be some minutes ahead. */
  requested: { back: 2 * YEAR, ahead: 10 * MINUTE },
  /** When a customer said what the office writes down. */
  said: { back: 30 * DAY, ahead: 10 * MINUTE },
  /** When somebody shall come; a form may lie open for a while. */
  wish: { back: HOUR, ahead: YEAR },
  /** Another time than agreed: the move says what it must be after. */
  later: { ahead: YEAR },
  /** When a customer can be called about a complaint. */
  call: { back: HOUR, ahead: 90 * DAY },
  /** When an engineer will be there: the move says that it is to come. */
  eta: { ahead: 30 * DAY },
  /** From when until when a visit is: it may be written down the day after. */
  visit: { back: DAY, ahead: YEAR },
  /** Legs of a route: a change names those too that are over. */
  route: { back: 30 * DAY, ahead: YEAR },
  /** When a machine arrives and its site is ready. */
  installing: { back: YEAR, ahead: 2 * YEAR },
  /** When a site or a spare part that is waited for will be there. */
  awaited: { back: 0, ahead: YEAR },
  /** Milestones: a changed plan repeats those that are over. */
  plan: { back: 2 * YEAR, ahead: 3 * YEAR },
  /** Until when a task of an 8D is done: the move says that it is to come. */
  task: { ahead: 2 * YEAR },
  /** Days on which somebody is away. */
  absence: { back: YEAR, ahead: 2 * YEAR },
  /** A week to look at. */
  week: { back: YEAR, ahead: YEAR },
  /** Periods of statistics and of the archive: any that the schema takes. */
  period: {},
} satisfies Record<string, Range>
export type RangeName = keyof typeof ranges
