// One change of a ticket: decide, write by compare-and-set, tell; read and decided again when somebody was faster.
import type { MoveName } from '../../../miniprogram/domain/inputs'
import { decide, type Decision } from '../../../miniprogram/domain/lifecycle'
import { Refused } from '../../../miniprogram/domain/refusals'
import type { Actor, Facts } from '../../../miniprogram/domain/table'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { after } from './after'
import { tellTicket } from './tell'
import { actorOf } from './view'

const TRIES = 5

export interface Wanted {
  id: string
  key: string
  move: MoveName
  visit: string | null
  input: Record<string, unknown>
  now: number
  doneAt?: number | null
}
export interface Who {
  /** Null for the clock itself. */
  person: PersonRecord | null
  staff: PersonRecord[]
  facts: Facts
}

const clock = { pid: 'clock', name: '系统', title: '' }
const actor = (person: PersonRecord | null, ticket: TicketRecord): Actor =>
  person ? actorOf(person, ticket) : { ...clock, relations: ['timer'] }

/** The ticket after the move, or as the same move left it before. Throws what the rules refuse. */
export async function change(first: TicketRecord, wanted: Wanted, who: Who): Promise<TicketRecord> {
  const pid = who.person?._id ?? clock.pid
  const done = (ticket: TicketRecord) =>
    ticket.events.some((event) => event.key === wanted.key && event.by.pid === pid)
  let ticket: TicketRecord | null = first
  for (let i = 0; i < TRIES && ticket; i++) {
    if (done(ticket)) return finished(ticket)
    const changed = await attempt(ticket, wanted, who)
    if (changed) return finished(changed)
    await backOff(i)
    ticket = await tickets.get(wanted.id)
  }
  if (!ticket) throw new Refused('NOT_FOUND')
  if (done(ticket)) return finished(ticket)
  throw new Refused('CONFLICT')
}

async function finished(ticket: TicketRecord): Promise<TicketRecord> {
  await after(ticket)
  return ticket
}

// A few milliseconds that differ between callers, so that the same two do not meet again.
const backOff = (round: number): Promise<void> =>
  new Promise((done) => setTimeout(done, round * 10 + Math.random() * 20))

/** One round: null when somebody else was faster. */
async function attempt(ticket: TicketRecord, wanted: Wanted, who: Who): Promise<TicketRecord | null> {
  const { move, visit, key, input, now, doneAt = null } = wanted
  const command = { move, visit, key, input, now, doneAt, facts: who.facts, actor: actor(who.person, ticket) }
  const decision = decide(ticket, command)
  if (!decision.ok) return refused(ticket, decision)
  const fresh = decision.ticket.untold.slice(ticket.untold.length)
  const untoldSince = fresh.length > 0 ? (ticket.untoldSince ?? now) : ticket.untoldSince
  const record: TicketRecord = { ...decision.ticket, untoldSince }
  if (!(await tickets.swap(record, ticket.rev))) return null
  await tellTicket(record, fresh, who.staff, now)
  return record
}

// A refusal that counts (a wrong code) is written before it is said.
async function refused(ticket: TicketRecord, decision: Extract<Decision, { ok: false }>): Promise<null> {
  const { spent, refusal } = decision
  if (spent && !(await tickets.swap({ ...spent, untoldSince: ticket.untoldSince }, ticket.rev))) return null
  const { code, ...more } = refusal
  throw new Refused(code, more)
}
