// When the clock has to look at a ticket, and what is due then: amber before, red after, each once (第十八条第1项).
import { isoDay } from '../calendar/format'
import { phoneAt, remindAt } from '../survey/survey'
import type { Ticket } from '../ticket/ticket'
import { dueAfterMinutes, workdayFrom, workingMinutes } from '../calendar/working-time'
import { DAY, HOUR } from '../calendar/units'
import { startOf, startOfDay } from '../calendar/days'

/** A day report is expected by then (setting). */
const DAY_REPORT = 18 * HOUR

export type Alarm =
  'warn' | 'escalate' | 'helpLate' | 'dayReportLate' | 'lapse' | 'remindSurvey' | 'surveyLate'

/** All alarms with their times, earliest first; those that have rung are left out. */
function alarmsOf(ticket: Ticket): { name: Alarm; at: number }[] {
  const found = [...dueAlarm(ticket), ...helpAlarms(ticket), ...dayAlarm(ticket), ...surveyAlarms(ticket)]
  return found.sort((a, b) => a.at - b.at)
}

/** When the clock has to look next, null when never. */
export const nextAlarm = (ticket: Ticket): number | null => alarmsOf(ticket)[0]?.at ?? null

/** What is due at an instant; to warn is too late once the time is over. */
export const dueAlarms = (ticket: Ticket, now: number): Alarm[] =>
  alarmsOf(ticket)
    .filter((alarm) => alarm.at <= now)
    .filter((alarm) => alarm.name !== 'warn' || now < ticket.due!)
    .map((alarm) => alarm.name)
    .filter((name, i, all) => all.indexOf(name) === i)

function dueAlarm(ticket: Ticket): { name: Alarm; at: number }[] {
  const { due, category } = ticket
  if (due === null || category === 'closed') return []
  if (ticket.state === 'answered') return [{ name: 'lapse', at: due }]
  const escalate = ticket.escalated?.due === due ? [] : [{ name: 'escalate' as const, at: due }]
  if (category === 'customer' || category === 'done' || ticket.warned === due || escalate.length === 0)
    return escalate
  return [{ name: 'warn', at: warnAt(ticket.faceSince, due) }, ...escalate]
}

/** A quarter of the working time is left. */
export function warnAt(since: number, due: number): number {
  const whole = workingMinutes(since, due)
  return whole === 0 ? due : Math.min(due, dueAfterMinutes(since, whole * 0.75).at)
}

function helpAlarms({ helps, category }: Ticket): { name: Alarm; at: number }[] {
  if (category === 'closed') return []
  return helps
    .filter((help) => help.answeredAt === null && !help.late)
    .map((help) => ({ name: 'helpLate' as const, at: help.answerBy }))
}

// One reminder, then the call list; never after an answer.
function surveyAlarms({ visits, category }: Ticket): { name: Alarm; at: number }[] {
  if (category === 'closed') return []
  return visits.flatMap(({ survey, state }) => {
    if (!survey || state !== 'left') return []
    const [remind, phone] = [remindAt(survey), phoneAt(survey)]
    return [
      ...(remind === null ? [] : [{ name: 'remindSurvey' as const, at: remind }]),
      ...(phone === null ? [] : [{ name: 'surveyLate' as const, at: phone }]),
    ]
  })
}

// Only while an installation is on site, on working days, once a day.
function dayAlarm(ticket: Ticket): { name: Alarm; at: number }[] {
  const visit = ticket.visits[ticket.visits.length - 1]
  if (!ticket.plan || ticket.state !== 'visiting' || !visit?.arrivedAt || visit.leftAt) return []
  const last = Math.max(visit.arrivedAt, lastDay(visit) + DAY)
  return [{ name: 'dayReportLate', at: workdayFrom(last) + DAY_REPORT }]
}

const lastDay = (visit: Ticket['visits'][number]): number => {
  const days = [...visit.days.map((one) => one.day), visit.missedDay].filter(Boolean).sort()
  const last = days[days.length - 1]
  return last ? startOf(last) : startOfDay(visit.arrivedAt!) - DAY
}

/** Whether a day report is missing today. */
export const reportMissing = (visit: Ticket['visits'][number], now: number): boolean =>
  visit.missedDay === isoDay(now) && visit.days.every((one) => one.day !== isoDay(now))
