// One change of a ticket: decide, write by compare-and-set, tell; read and decided again when somebody was faster.
import type { MoveName } from '../../../miniprogram/domain/door/inputs'
import { decide, type Decision } from '../../../miniprogram/domain/door/lifecycle'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Actor, Facts } from '../../../miniprogram/domain/ticket/table'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { after } from './after'
import { customersOf, tellAll } from './tell'
import { actorOf } from './seeing'

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

/** A ticket that was changed; `told` ends when everybody concerned has been told. */
export interface Changed<T> {
  ticket: TicketRecord
  told: Promise<void>
  answer: T
}

/** What is made beside the write, so that it costs no wait of its own: the caller's answer. */
type Beside<T> = (ticket: TicketRecord) => Promise<T>

/** The ticket after the move, or as the same move left it before. Throws what the rules refuse. */
export async function change<T>(
  first: TicketRecord,
  wanted: Wanted,
  who: Who,
  beside: Beside<T>,
): Promise<Changed<T>> {
  const pid = who.person?._id ?? clock.pid
  const done = (ticket: TicketRecord) =>
    ticket.events.some((event) => event.key === wanted.key && event.by.pid === pid)
  let ticket: TicketRecord | null = first
  for (let i = 0; i < TRIES && ticket; i++) {
    if (done(ticket)) return finished({ ticket, told: Promise.resolve(), answer: await beside(ticket) })
    const changed = await attempt(ticket, wanted, who, beside)
    if (changed) return finished(changed)
    await backOff(i)
    ticket = await tickets.get(wanted.id)
  }
  if (!ticket) throw new Refused('NOT_FOUND')
  if (done(ticket)) return finished({ ticket, told: Promise.resolve(), answer: await beside(ticket) })
  throw new Refused('CONFLICT')
}

async function finished<T>(changed: Changed<T>): Promise<Changed<T>> {
  await after(changed.ticket)
  return changed
}

// A few milliseconds that differ between callers, so that the same two do not meet again.
const backOff = (round: number): Promise<void> =>
  new Promise((done) => setTimeout(done, round * 10 + Math.random() * 20))

/** One round: null when somebody else was faster. */
async function attempt<T>(
  ticket: TicketRecord,
  wanted: Wanted,
  who: Who,
  beside: Beside<T>,
): Promise<Changed<T> | null> {
  const { move, visit, key, input, now, doneAt = null } = wanted
  const command = { move, visit, key, input, now, doneAt, facts: who.facts, actor: actor(who.person, ticket) }
  const decision = decide(ticket, command)
  if (!decision.ok) return refused(ticket, decision)
  const fresh = decision.ticket.untold.slice(ticket.untold.length)
  const untoldSince = fresh.length > 0 ? (ticket.untoldSince ?? now) : ticket.untoldSince
  const record: TicketRecord = { ...decision.ticket, untoldSince }
  const [won, customers, answer] = await Promise.all([
    tickets.swap(record, ticket.rev),
    customersOf(record, fresh, who.staff),
    beside(record),
  ])
  if (!won) return null
  return { ticket: record, told: tellAll(record, fresh, [...customers, ...who.staff], now), answer }
}

// A refusal that counts (a wrong code) is written before it is said.
async function refused(ticket: TicketRecord, decision: Extract<Decision, { ok: false }>): Promise<null> {
  const { spent, refusal } = decision
  if (spent && !(await tickets.swap({ ...spent, untoldSince: ticket.untoldSince }, ticket.rev))) return null
  const { code, ...more } = refusal
  throw new Refused(code, more)
}
