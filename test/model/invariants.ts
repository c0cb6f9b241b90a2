// What must hold of every ticket at every moment, whatever has been done to it.
import { defaults } from '../../miniprogram/domain/company/settings'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { faceOf } from '../../miniprogram/domain/door/lifecycle'
import { brokenReceipts } from '../../miniprogram/domain/receipt/receipt'
import { summarize } from '../../miniprogram/domain/door/lifecycle'
import type { Facts } from '../../miniprogram/domain/ticket/table'
import type { Ticket, Visit } from '../../miniprogram/domain/ticket/ticket'
import { illegal } from './replay'

/** Everything that is wrong with a ticket in words, [] when all is well; `spent` are tries that counted. */
export function wrongs(
  ticket: Ticket,
  facts: Pick<Facts, 'duty' | 'hash' | 'settings' | 'staff'>,
  spent = 0,
): string[] {
  return [
    ...illegal(ticket),
    ...history(ticket, spent),
    ...summary(ticket, facts),
    ...holder(ticket),
    ...clock(ticket),
    ...visits(ticket),
    ...secret(ticket, facts),
    ...again(ticket),
    ...brokenReceipts(ticket, facts.hash).map((id) => `receipt of ${id} is broken`),
  ]
}

function history({ events, rev, face }: Ticket, spent: number): string[] {
  const keys = events.map((event) => `${event.key} ${event.by.pid}`)
  // what was done without a network keeps its own time
  const back = events.filter((event, i) => i > 0 && event.doneAt === null && event.at < events[i - 1]!.at)
  return [
    ...(new Set(keys).size === keys.length ? [] : ['a key counted twice']),
    ...(rev === events.length + spent ? [] : [`rev ${rev} after ${events.length} events, ${spent} tries`]),
    ...(events[events.length - 1]!.to === face ? [] : ['the last event does not end in the face']),
    ...back.map((event) => `${event.move} is dated before its predecessor`),
  ]
}

function summary(ticket: Ticket, facts: Pick<Facts, 'duty' | 'settings'>): string[] {
  const again = { ...ticket }
  summarize(again, ticket.updatedAt, facts)
  const differs = (Object.keys(ticket) as (keyof Ticket)[]).filter(
    (key) => again[key] !== ticket[key] && JSON.stringify(again[key]) !== JSON.stringify(ticket[key]),
  )
  return differs.map((key) => `summary: ${key} is not what the ticket says`)
}

function holder({ holder: who, category, closedAt, due, alarmAt, asks }: Ticket): string[] {
  if (category !== 'closed')
    return [
      ...(who && who.name !== '' ? [] : ['nobody holds it']),
      ...(closedAt === null ? [] : ['open with a closing time']),
    ]
  const left = {
    holder: who,
    due,
    alarmAt,
    asks: asks.find(({ kind }) => kind !== 'callBack' && kind !== 'objection') ?? null,
  }
  return Object.entries(left).flatMap(([key, value]) => (value === null ? [] : [`closed with ${key}`]))
}

const waiting = ['need_info', 'site_ready', 'waiting_part', 'gm_review']

/** Pauses run while somebody else is waited for, and only then. */
function clock(ticket: Ticket): string[] {
  const open = ticket.pauses.filter((pause) => pause.to === null)
  const turned = ticket.pauses.filter((pause) => pause.to !== null && pause.to < pause.from)
  const must = waiting.slice(0, 3).includes(ticket.state)
  return [
    ...(open.length > 1 ? ['two pauses run'] : []),
    ...(turned.length > 0 ? ['a pause ends before it begins'] : []),
    ...(open.length > 0 && !waiting.includes(ticket.state) ? [`a pause runs in ${ticket.state}`] : []),
    ...(open.length === 0 && must ? [`no pause runs in ${ticket.state}`] : []),
    ...(ticket.alarmAt !== null && dueAlarms(ticket, ticket.alarmAt, defaults).length === 0
      ? ['nothing to ring']
      : []),
  ]
}

/** Whom a complaint is about has nothing to do with it. */
function secret(
  { hiddenFrom, holder: who, complaint, untold, events, asks }: Ticket,
  { staff }: Pick<Facts, 'staff'>,
): string[] {
  if (hiddenFrom === null) return []
  const raised = complaint?.raised.map(({ to }) => to?.pid) ?? []
  const told = untold.map(({ to }) => ('pid' in to ? to.pid : ''))
  const acting = events.map(({ by }) => by.pid)
  const found = [who?.pid, complaint?.quality?.pid, ...raised, ...told, ...acting].includes(hiddenFrom)
  const asked = asks.some(({ role }) =>
    staff.some((one) => one.pid === hiddenFrom && one.roles.includes(role)),
  )
  return found || asked ? ['it reaches the person whom it is about'] : []
}

/** A repeat is marked and taken above as long as it is open (第十二条). */
function again({ complaint, category, askSuperior, askQuality }: Ticket): string[] {
  if (!complaint?.repeat) return []
  const { repeat, raised } = complaint
  const shown = category === 'closed' || (askSuperior !== null && askQuality !== null)
  return [
    ...(raised.some(({ why }) => why === 'repeat') ? [] : ['a repeat that nobody above was told of']),
    ...(repeat.earlier.length === repeat.count - 1 ? [] : ['a repeat that does not count those before it']),
    ...(shown ? [] : ['an open repeat in no queue']),
  ]
}

const over = ['left', 'rated', 'withdrawn']

function visits(ticket: Ticket): string[] {
  const earlier = ticket.visits.slice(0, -1).filter((visit) => !over.includes(visit.state))
  const last = ticket.visits[ticket.visits.length - 1]
  const running = last !== undefined && !over.includes(last.state)
  return [
    ...earlier.map(({ id, state }) => `${id} is ${state} and not the last`),
    ...(running === (ticket.state === 'visiting') ? [] : [`${ticket.state} with a visit ${last?.state}`]),
    ...ticket.visits.flatMap((visit) => ofVisit(visit).map((words) => `${visit.id} ${words}`)),
    ...(faceOf(ticket) === ticket.face ? [] : ['the face is another']),
  ]
}

function ofVisit(visit: Visit): string[] {
  const gone = visit.state === 'left' || visit.state === 'rated'
  const proof = visit.receipt?.form === 'phone' || visit.paper?.decision?.ok || visit.exception?.decision?.ok
  const pids = visit.crew.map((one) => one.pid)
  return [
    ...(visit.crew.length > 0 ? [] : ['has no crew']),
    ...(new Set(pids).size === pids.length ? [] : ['has somebody twice']),
    ...(gone && !proof ? ['was left without receipt, paper or exception'] : []),
    ...(gone === (visit.survey !== null) ? [] : [`is ${visit.state} and its survey is not`]),
    ...((visit.state === 'rated') === (visit.survey?.at != null) ? [] : ['rating and survey differ']),
    ...(gone && visit.leftAt === null ? ['was left at no time'] : []),
  ]
}
