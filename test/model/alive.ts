// Nobody stuck: a ticket as a story left it, the customer silent for ever and one of the maker's people gone; those who
// are there see it, are told, and bring it to an end by what the tables offer them.
import { isoDay } from '../../miniprogram/domain/calendar/format'
import { defaults } from '../../miniprogram/domain/company/settings'
import { decide, dueAlarms, summarize } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { relationsTo, type Role } from '../../miniprogram/domain/ticket/people'
import { actingOn, dutyOf, inRole, standingsOf } from '../../miniprogram/domain/ticket/stand-ins'
import type { Actor, Facts } from '../../miniprogram/domain/ticket/table'
import type { Tell, Ticket } from '../../miniprogram/domain/ticket/ticket'
import { queuesOf, type Queue } from '../../miniprogram/domain/workbench/queues'
import { facts as all, people, type Who } from '../domain/world'
import { dice } from './cast'
import { offersOf, type Intent } from './choose'
import { wellFormed } from './inputs'

const DAY = 24 * 3600_000
const HOURS = 4 * 3600_000
export type How = 'away' | 'left'

/** Who is there, and what each of them stands in for. */
export interface There {
  facts: Facts
  as: (who: Who, ticket: Ticket) => Actor
  roles: (who: Who) => readonly Role[]
  present: readonly Who[]
}

const staff = (Object.keys(people) as Who[]).filter((who) => people[who].side === 'staff')
export const everybody = staff

/** The house without one of its people; null when all are there. No customer answers. */
export function without(gone: Who | null, how: How, now: number): There {
  const day = isoDay(now)
  const known = staff.filter((who) => how === 'away' || who !== gone)
  const always = [{ from: '2026-01-01', to: '2099-01-01' }]
  const roll = known.map((who) => ({
    pid: people[who].pid,
    roles: people[who].roles,
    absences: who === gone ? always : [],
  }))
  const standings = standingsOf(roll, day)
  const present = staff.filter((who) => who !== gone)
  const acting = (who: Who) => actingOn(standings.get(people[who].pid), day)
  const roles = (who: Who) => [...people[who].roles, ...acting(who)]
  const rows = all.staff
    .filter(({ pid }) => known.some((who) => people[who].pid === pid))
    .map((one) => (gone && one.pid === people[gone].pid ? { ...one, away: true } : one))
  return {
    facts: { ...all, staff: rows, duty: dutyOf(rows, ({ away }) => away === true) },
    roles,
    present,
    as: (who, ticket) => {
      const { pid, name } = people[who]
      const person = { ...people[who], roles: roles(who), acting: acting(who) }
      const relations = present.includes(who) ? relationsTo(person, ticket) : []
      return { pid, name, title: '', relations, acting: acting(who) }
    },
  }
}

/** As `work/queue-tickets.ts` asks the store. */
function liesIn(queue: Queue, ticket: Ticket, pid: string, now: number): boolean {
  if (ticket.hiddenFrom === pid) return false
  if (queue.ask) return ticket[queue.ask] !== null
  if (queue.late) return ['us', 'site'].includes(ticket.category) && ticket.due !== null && ticket.due < now
  if (queue.entered) return ticket.author?.pid === pid
  if (queue.faces && !queue.faces.includes(ticket.face)) return false
  if (queue.own) return ticket.crewPids.includes(pid)
  if (queue.held) return ticket.holder?.pid === pid
  return !queue.desk || ticket.inquiry?.desk === queue.desk
}

const inQueue = (ticket: Ticket, there: There, now: number): boolean =>
  there.present.some((who) =>
    queuesOf(there.roles(who)).some((queue) => liesIn(queue, ticket, people[who].pid, now)),
  )

const hears = ({ to }: Tell, ticket: Ticket, { facts, present }: There): boolean => {
  const isThere = (pid: string) => present.some((who) => people[who].pid === pid) && pid !== ticket.hiddenFrom
  if ('pid' in to) return isThere(to.pid)
  if ('company' in to) return false
  const gone = (one: (typeof facts.staff)[number]) => one.away === true || one.pid === ticket.hiddenFrom
  return inRole(facts.staff, to.role, gone).some(({ pid }) => isThere(pid))
}

/** What ends it soonest comes first; what goes round is left to chance. */
const first: readonly MoveName[] = [
  ...(['cancelSaid', 'endUnreached', 'decline', 'closeUnreached', 'close', 'planByPhone'] as const),
  ...(['settledByPhone', 'confirmPaper', 'leave', 'allowException', 'askException', 'answerHelp'] as const),
  ...(['acceptExtraSaid', 'withdrawExtra', 'withdrawDelay', 'dropRewrite', 'settleObjection'] as const),
  ...(['report', 'installReport', 'arrive', 'depart', 'prepare', 'approveTrip', 'askTrip'] as const),
  ...(['sendPlan', 'investigate', 'assess', 'callCustomer', 'answer'] as const),
]
const merging: readonly MoveName[] = ['takeIn', 'mergeInto', 'turnRepair', 'toComplaint', 'keepAnswer']

let keys = 0
function act(ticket: Ticket, intent: Intent, there: There, now: number, n: number): Ticket {
  const { who, move, visit } = intent
  const cast = { pid: (one: Who) => people[there.present.includes(one) ? one : 'ma'].pid }
  const fileId = () => `alive${++keys}`
  const input = wellFormed(move, visit, { ticket, now, cast, dice: dice(n), fileId })
  const actor = there.as(who, ticket)
  const made = decide(ticket, { move, visit, key: `alive-${++keys}`, input, actor, now, facts: there.facts })
  return made.ok ? made.ticket : ticket
}

function ring(ticket: Ticket, there: There, now: number): Ticket {
  let next = ticket
  const actor: Actor = { pid: 'clock', name: '系统', title: '', relations: ['timer'] }
  for (const move of dueAlarms(next, now, defaults)) {
    const command = { move, visit: null, key: `alive-${++keys}`, input: {}, now, facts: there.facts, actor }
    const made = decide(next, command)
    if (made.ok) next = made.ticket
  }
  return next
}

/** What is wrong for those who are there; [] when they see it, are told of it and end it. */
export function stuck(start: Ticket, gone: Who | null, how: How, begin: number): string[] {
  const there = without(gone, how, begin)
  const ticket = JSON.parse(JSON.stringify(start)) as Ticket
  summarize(ticket, begin, there.facts)
  let heard = false
  let seen = inQueue(ticket, there, begin)
  let later = ticket
  for (let day = 1; day <= 30 && !(seen && heard) && later.category !== 'closed'; day++) {
    const before = later.untold.length
    later = ring(later, there, begin + day * DAY)
    heard ||= later.untold.slice(before).some((tell) => hears(tell, later, there))
    seen ||= inQueue(later, there, begin + day * DAY)
  }
  const over = later.category === 'closed'
  return [
    ...(seen || over ? [] : ['in nobody’s queue']),
    ...(heard || over ? [] : ['nobody is told']),
    ...(ends(ticket, there, begin) ? [] : ['nobody can end it']),
  ]
}

function ends(start: Ticket, there: There, begin: number): boolean {
  for (let attempt = 1; attempt <= 12; attempt++) {
    const roll = dice(attempt * 7919)
    let ticket = start
    let now = begin
    for (let i = 0; i < 40; i++) {
      if (ticket.category === 'closed') return true
      now += HOURS
      ticket = ring(ticket, there, now)
      const offers = offersOf(ticket, now, there.facts, there.as).filter(
        ({ move, offer }) => !offer!.blocked && !merging.includes(move),
      )
      if (offers.length === 0) continue
      const chosen = roll(3) > 0 ? first.find((move) => offers.some((one) => one.move === move)) : undefined
      const intent = offers.find((one) => one.move === chosen) ?? offers[roll(offers.length)]!
      ticket = act(ticket, intent, there, now, roll(1_000_000))
    }
  }
  return false
}
