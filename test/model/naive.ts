// The statistics once more, from the tickets themselves and as simply as possible: every question goes through all
// tickets, working time is counted minute by minute. Nothing of the product's own sums is used.
import type { Ticket, TicketEvent, Visit } from '../../miniprogram/domain/ticket/ticket'
import { isWorkingTime } from '../../miniprogram/domain/calendar/working-time'

const MINUTE = 60_000
const DAYS_30 = 30 * 24 * 60 * MINUTE

/** A fault as somebody would note it on paper. */
export interface Note {
  id: string
  isFault: boolean
  day: string
  model: string
  batch: string
  serial: string
  fault: string
  minutes: number
  yuan: number
  begun: number[]
  over: number[]
  repairMinutes: number | null
  response: number | null
  resolution: number | null
  fixedAtOnce: boolean
}
export interface Period {
  from: string
  to: string
  model: string
}

const dayOf = (at: number): string => new Date(at + 8 * 3600_000).toISOString().slice(0, 10)
const isOver = (visit: Visit): boolean => visit.leftAt !== null && visit.state !== 'withdrawn'

/** What is noted of a ticket; `isFault` when a fault has happened at all. */
export function noteOf(ticket: Ticket): Note {
  const visits = ticket.visits.filter(isOver)
  const { solved, minutes } = walk(ticket)
  const human = ticket.state === 'merged' ? undefined : ticket.events.find(isHuman)
  const records = visits.filter((visit) => visit.report)
  return {
    id: ticket._id,
    isFault: ticket.kind === 'repair' && !['merged', 'declined', 'cancelled'].includes(ticket.state),
    day: dayOf(ticket.requestedAt),
    model: ticket.equipment.model.replace(/ .*/, ''),
    batch: ticket.equipment.serial.split('-')[1] ?? '',
    serial: ticket.equipment.serial,
    fault: ticket.faultClass,
    minutes,
    yuan: yuanOf(ticket),
    begun: visits.map((visit) => visit.arrivedAt ?? visit.leftAt!),
    over: visits.map((visit) => visit.leftAt!),
    repairMinutes:
      records.length === 0 ? null : records.reduce((sum, { report }) => sum + report!.hours * 60, 0),
    response: human ? counted(ticket, human.at) : null,
    resolution: solved === null ? null : counted(ticket, solved),
    fixedAtOnce: solved !== null && visits.length === 1 && visits[0]!.report?.result === 'fixed',
  }
}

const ours = [
  'crew',
  'helper',
  'workshop',
  'coordinator',
  'manager',
  'generalManager',
  'technical',
  'quality',
  'answerer',
  'author',
]
const isHuman = ({ as, internal }: TicketEvent): boolean => ours.includes(as) && !internal

const rest = ['left', 'followup', 'closed']
/** Goes along the history; a ticket at rest is one that is solved. */
function walk(ticket: Ticket): { solved: number | null; minutes: number } {
  let working: number | null = ticket.requestedAt
  let solved: number | null = null
  let down = 0
  for (const event of ticket.events) {
    const before = rest.includes(event.from)
    const after = rest.includes(event.to)
    if (!before && after && event.to !== 'closed') {
      solved = leftAt(ticket, event) ?? event.at
      if (working !== null) down += solved - working
      working = null
    }
    if (before && !after) working = working ?? event.at
  }
  const minutes = ticket.production === 'stopped' ? Math.round(Math.max(0, down) / MINUTE) : 0
  return { solved: rest.includes(ticket.state) ? solved : null, minutes }
}

const leftAt = (ticket: Ticket, { visit }: TicketEvent): number | null =>
  visit === null ? null : (ticket.visits.find((one) => one.id === visit)?.leftAt ?? null)

function yuanOf({ visits, quote }: Ticket): number {
  let sum = quote?.answer?.ok === true ? quote.total : (quote?.agreed?.total ?? 0)
  for (const { trip, extras } of visits) {
    if (trip?.decision?.ok === true) sum += trip.total
    for (const extra of extras) if (extra.answer?.ok === true) sum += extra.total
  }
  return sum
}

function counted({ requestedAt, pauses }: Ticket, to: number): number {
  let minutes = 0
  for (let at = requestedAt; at < to; at += MINUTE) {
    const waits = pauses.some((pause) => at >= pause.from && (pause.to === null || at < pause.to))
    if (isWorkingTime(at) && !waits) minutes++
  }
  return minutes
}

const isIn = ({ from, to, model }: Period, one: { day: string; model: string }): boolean =>
  one.day >= from && one.day <= to && (model === '' || one.model === model)

/** Class → cases, minutes, yuan, of a period; '' for what has no class. */
export function classes(notes: readonly Note[], period: Period, level: number): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const note of notes.filter((one) => one.isFault && isIn(period, one))) {
    const code = note.fault.split('-').slice(0, level).join('-')
    const row = found.get(code) ?? [0, 0, 0]
    found.set(code, [row[0]! + 1, row[1]! + note.minutes, row[2]! + note.yuan])
  }
  return found
}

/** The measures of a period, by their keys. */
export function measures(
  notes: readonly Note[],
  tickets: readonly Ticket[],
  period: Period,
  machineHours: number,
): Record<string, number | null> {
  const some = notes.filter((one) => one.isFault && isIn(period, one))
  const visited = some.filter((one) => one.over.length > 0)
  const again = visited.filter((one) => cameBack(one, notes))
  const repaired = some.filter((one) => one.repairMinutes !== null)
  const stars = surveys(tickets, period).flatMap(({ survey }) => survey.stars ?? [])
  const nps = surveys(tickets, period).flatMap(({ survey }) => survey.nps ?? [])
  const share = (part: number, of: number) => (of === 0 ? null : part / of)
  const count = (of: readonly number[], holds: (n: number) => boolean) => of.filter(holds).length
  return {
    mtbf: machineHours === 0 ? null : share(machineHours, some.length),
    mttr: share(
      repaired.reduce((sum, one) => sum + one.repairMinutes!, 0),
      repaired.length,
    ),
    firstFix: share(visited.filter((one) => one.fixedAtOnce && !again.includes(one)).length, visited.length),
    repeat: share(again.length, visited.length),
    csat: share(
      count(stars, (n) => n > 3),
      stars.length,
    ),
    nps: nps.length === 0 ? null : ((count(nps, (n) => n > 8) - count(nps, (n) => n < 7)) / nps.length) * 100,
  }
}

function cameBack(note: Note, notes: readonly Note[]): boolean {
  if (note.fault === '') return false
  const same = notes.filter((one) => one.isFault && one.serial === note.serial && one.fault === note.fault)
  const begun = same.flatMap((one) => one.begun)
  return note.over.some((end) => begun.some((at) => at > end && at - end <= DAYS_30))
}

/** Surveys of visits that were over in a period. */
export function surveys(tickets: readonly Ticket[], { from, to, model }: Period) {
  return tickets
    .filter((ticket) => ticket.state !== 'merged')
    .filter((ticket) => model === '' || ticket.equipment.model.replace(/ .*/, '') === model)
    .flatMap((ticket) => ticket.visits.filter((visit) => isOver(visit) && visit.survey !== null))
    .filter((visit) => dayOf(visit.leftAt!) >= from && dayOf(visit.leftAt!) <= to)
    .map((visit) => ({ survey: visit.survey!, engineer: visit.crew[0]!.pid }))
}

/** Mean working minutes of a period; installations and requests that came to nothing were answered too. */
export function means(notes: readonly Note[], period: Period): Record<string, number | null> {
  const some = notes.filter((one) => isIn(period, one))
  const mean = (of: readonly number[]) => (of.length === 0 ? null : of.reduce((a, b) => a + b, 0) / of.length)
  return {
    response: mean(some.flatMap((one) => one.response ?? [])),
    resolution: mean(some.filter((one) => one.isFault).flatMap((one) => one.resolution ?? [])),
  }
}
