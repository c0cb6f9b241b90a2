// ticket.move: read, decide, write by compare-and-set, tell. The one way in which a ticket changes.
import * as v from 'valibot'
import { fieldErrors, moveInputs, type MoveName } from '../../../miniprogram/domain/inputs'
import { decide, type Decision } from '../../../miniprogram/domain/lifecycle'
import { Refused } from '../../../miniprogram/domain/refusals'
import { mediaOf } from '../../../miniprogram/domain/submit'
import type { Facts } from '../../../miniprogram/domain/table'
import type { Media, Ticket } from '../../../miniprogram/domain/ticket'
import { relationsTo } from '../../../miniprogram/domain/people'
import type { Outputs } from '../../../typings/contract'
import { people, tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined, personOf, type Caller } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { tellAll } from './tell'
import { uploadsOf } from './uploads'
import { actorOf, viewFor } from './view'

const TRIES = 3

interface Asked {
  id: string
  key: string
  move: MoveName
  visit: string | null
  input: Record<string, unknown>
}

export const move: Action<'ticket.move'> = async (caller, asked) => {
  const [person, first, staff] = await Promise.all([joined(caller), tickets.get(asked.id), staffOnDuty()])
  if (!first || relationsTo(personOf(person), first).length === 0) throw new Refused('NOT_FOUND')
  const input = checked(asked.move, asked.input)
  const facts = factsOf(staff, asked.input.engineer)
  let ticket: TicketRecord | null = first
  for (let i = 0; i < TRIES && ticket; i++) {
    if (ticket.events.some((event) => event.key === asked.key && event.by.pid === caller.pid)) break
    const answered = await attempt(caller, person, ticket, { ...asked, input }, facts, staff)
    if (answered) return answered
    ticket = await tickets.get(asked.id)
  }
  if (!ticket) throw new Refused('NOT_FOUND')
  if (!ticket.events.some((event) => event.key === asked.key)) throw new Refused('CONFLICT')
  return answer(ticket, person, staff, facts, caller.now)
}

async function answer(
  ticket: Ticket,
  person: PersonRecord,
  staff: PersonRecord[],
  facts: Facts,
  now: number,
) {
  return {
    ticket: await viewFor(ticket, { person, staff, facts, now }),
    uploads: uploadsOf(ticket, person._id),
  }
}

/** One round: null when somebody else was faster. */
async function attempt(
  caller: Caller,
  person: PersonRecord,
  ticket: TicketRecord,
  { move: name, visit, key, input }: Asked,
  facts: Facts,
  staff: PersonRecord[],
): Promise<Outputs['ticket.move'] | null> {
  const actor = actorOf(person, ticket)
  const decision = decide(ticket, { move: name, visit, key, input, actor, now: caller.now, facts })
  if (!decision.ok) return refused(ticket, decision)
  const next = withMedia(decision.ticket, input, caller, name)
  const fresh = next.untold.filter((tell) => tell.id.startsWith(`${next._id}-${next.rev}-`))
  const record: TicketRecord = {
    ...next,
    untoldSince: fresh.length > 0 ? (ticket.untoldSince ?? caller.now) : ticket.untoldSince,
  }
  // The answer is made beside the write: one wait less, and nobody gets it when somebody else was faster.
  const [won, owner, answered] = await Promise.all([
    tickets.swap(record, ticket.rev),
    people.get(ticket.ownerPid),
    answer(record, person, staff, facts, caller.now),
  ])
  if (!won) return null
  await tellAll(record, fresh, [...(owner ? [owner] : []), ...staff], caller.now)
  return answered
}

// A refusal that counts (a wrong code) is written before it is said.
async function refused(ticket: TicketRecord, decision: Extract<Decision, { ok: false }>): Promise<null> {
  const { spent, refusal } = decision
  if (spent && !(await tickets.swap({ ...spent, untoldSince: ticket.untoldSince }, ticket.rev))) return null
  const { code, ...more } = refusal
  throw new Refused(code, more)
}

/** The move's own input, trimmed and checked; unknown keys are refused. */
function checked(name: MoveName, input: unknown): Record<string, unknown> {
  const result = v.safeParse(moveInputs[name], input)
  if (!result.success) throw new Refused('INVALID_INPUT', { fields: fieldErrors(result.issues) })
  return result.output
}

// Photos announced with the move belong to the ticket at once; their bytes come later.
function withMedia(ticket: Ticket, input: Record<string, unknown>, caller: Caller, name: MoveName): Ticket {
  const announced = (input.media ?? []) as { id: string; kind: Media['kind']; slot: string }[]
  const known = new Set(ticket.media.map((media) => media.id))
  const visit = ticket.visits[ticket.visits.length - 1]
  const slotOf = (slot: string) => (name === 'report' && visit ? `${visit.id} ${slot}`.trim() : slot)
  const fresh = announced
    .filter((media) => !known.has(media.id))
    .map((media) => mediaOf({ ...media, slot: slotOf(media.slot) }, ticket._id, caller.pid, caller.now))
  return { ...ticket, media: [...ticket.media, ...fresh] }
}
