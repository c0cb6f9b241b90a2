// The engine: a lifecycle is a table; decide() judges a move, movesFor() says what a person may do.
// Pure: who, when and what is known come in; the next ticket, the event and what to tell go out.
import type { ArticleKey } from './articles'
import { checks, type CheckName } from './checks'
import { clockTime } from './format'
import type { MoveInput, MoveName } from './inputs'
import type { Relation } from './people'
import { refusalWords, type Refusal } from './refusals'
import { repair } from './repair'
import type { Actor, Draft, Facts, HolderRule, Move, StateRow } from './table'
import { tells } from './tells'
import {
  visitOf,
  type FaceCode,
  type Name,
  type Ticket,
  type TicketEvent,
  type TicketState,
  type Visit,
  type VisitState,
} from './ticket'
import { visit as visits } from './visit'

/** A move asked for: `key` is the caller's idempotency key. */
export interface Command {
  move: MoveName
  visit: string | null
  key: string
  input: unknown
  actor: Actor
  now: number
  facts: Facts
}

export type Decision =
  | { ok: true; ticket: Ticket; event: TicketEvent }
  | {
      ok: false
      refusal: Refusal
      /** written although refused, e.g. a wrong try that counts */ spent?: Ticket
    }

/** A move offered to a person; `blocked` says why not yet and the way out. */
export interface Offered {
  move: MoveName
  visit: string | null
  label: string
  primary: boolean
  article: ArticleKey | null
  blocked: { words: string; wayOut: string; article: ArticleKey | null } | null
}

interface Found {
  row: Move<string, MoveName>
  visit: Visit | null
  state: string
}

/** The state a person sees: the visit's while one is on. */
export function faceOf(ticket: Ticket): FaceCode {
  if (ticket.state !== 'visiting') return ticket.state
  return visitOf(ticket)!.state
}

/** The row of a face code. */
export function faceRow(code: FaceCode): StateRow {
  return code in visits.states
    ? visits.states[code as VisitState]
    : repair.states[code as Exclude<TicketState, 'visiting'>]
}

/** Judges a move. The ticket given is not changed. */
export function decide(ticket: Ticket, command: Command): Decision {
  if (command.actor.relations.length === 0) return refuse('NOT_FOUND')
  const found = find(ticket, command.move, command.visit)
  if (!found) return refuse('NOT_ALLOWED')
  const as = command.actor.relations.find((relation) => found.row.by.includes(relation))
  if (!as) return refuse('NOT_ALLOWED')
  if (!found.row.from.includes(found.state)) return { ok: false, refusal: conflict(ticket) }
  return apply(ticket, command, found.row, as)
}

function apply(ticket: Ticket, command: Command, row: Move<string, MoveName>, as: Relation): Decision {
  const copy = JSON.parse(JSON.stringify(ticket)) as Ticket
  const visit = isVisitMove(command.move) ? visitOf(copy, command.visit) : null
  const at: Draft = {
    ticket: copy,
    visit: visit ?? visitOf(copy),
    input: command.input as MoveInput<MoveName>,
    actor: command.actor,
    now: command.now,
    facts: command.facts,
  }
  const failed = (row.needs ?? []).find((name) => !checks[name].holds(at))
  if (failed) return blockedBy(failed, at)
  const from = faceOf(ticket)
  row.does?.(at)
  if (visit) visit.state = row.to as VisitState
  else copy.state = row.to as TicketState
  const lift = row.lifts?.find((rule) => checks[rule.when].holds(at))
  if (lift) copy.state = lift.to
  copy.rev = ticket.rev + 1
  copy.updatedAt = command.now
  summarize(copy, command.now, command.facts)
  const event: TicketEvent = {
    move: command.move,
    key: command.key,
    at: command.now,
    as,
    from,
    to: faceOf(copy),
    visit: at.visit?.id ?? null,
    by: { pid: command.actor.pid, name: command.actor.name, title: command.actor.title },
    words: row.words(at),
    internal: row.internal ?? false,
  }
  copy.events.push(event)
  copy.untold.push(
    ...(row.tells ?? []).map((name) => ({ ...tells[name](at), id: `${copy._id}-${copy.rev}-${name}` })),
  )
  return { ok: true, ticket: copy, event }
}

function blockedBy(name: CheckName, at: Draft): Decision {
  const check = checks[name]
  const refusal: Refusal = {
    code: check.code ?? 'BLOCKED',
    words: check.words(at),
    article: check.article,
    wayOut: check.wayOut,
    fields: check.field ? { [check.field]: check.words(at) } : undefined,
  }
  if (!check.spends) return { ok: false, refusal }
  check.spends(at)
  at.ticket.rev += 1
  return {
    ok: false,
    refusal: {
      ...refusal,
      words: check.words(at),
      fields: check.field ? { [check.field]: check.words(at) } : undefined,
    },
    spent: at.ticket,
  }
}

/** Writes what lists need: face, holder, due. `now` is the instant of the change. */
export function summarize(ticket: Ticket, now: number, facts: Pick<Facts, 'duty'>): void {
  const code = faceOf(ticket)
  const row = faceRow(code)
  const visit = visitOf(ticket)
  const due = row.due?.(ticket, visit, now) ?? null
  ticket.face = code
  ticket.category = row.category
  ticket.tab = row.tab
  ticket.holder = holder(row.holder, ticket, visit, facts)
  ticket.due = due?.at ?? null
  ticket.provisional = due?.provisional ?? false
  ticket.lastLead = visit?.crew[0]?.pid ?? null
  ticket.lead = ticket.state === 'visiting' ? ticket.lastLead : null
  ticket.crewPids = [...new Set(ticket.visits.flatMap((one) => one.crew.map((name) => name.pid)))]
  ticket.rank = `${String(ticket.due ?? now).padStart(14, '0')}-${ticket._id}`
}

function holder(
  rule: HolderRule | null,
  ticket: Ticket,
  visit: Visit | null,
  facts: Pick<Facts, 'duty'>,
): Name | null {
  if (rule === null) return null
  if (rule === 'contact') return { pid: ticket.ownerPid, name: ticket.contact.name, title: '联系人' }
  if (rule === 'crew') return visit?.crew[0] ?? null
  return facts.duty[rule]
}

/** What a person may do now, in the order of the tables; empty for whom the ticket does not exist. */
export function movesFor(ticket: Ticket, actor: Actor, now: number, facts: Facts): Offered[] {
  const names = [...Object.keys(repair.moves), ...Object.keys(visits.moves)] as MoveName[]
  return names.flatMap((move) =>
    targets(ticket, move).flatMap((visit) => offer(ticket, move, visit, actor, now, facts)),
  )
}

function offer(
  ticket: Ticket,
  move: MoveName,
  visit: string | null,
  actor: Actor,
  now: number,
  facts: Facts,
): Offered[] {
  const found = find(ticket, move, visit)
  if (!found || !found.row.from.includes(found.state)) return []
  if (!actor.relations.some((relation) => found.row.by.includes(relation))) return []
  const at: Draft = {
    ticket,
    visit: found.visit ?? visitOf(ticket),
    input: {} as MoveInput<MoveName>,
    actor,
    now,
    facts,
  }
  const failed = (found.row.needs ?? [])
    .map((name) => checks[name])
    .find((check) => !check.onInput && !check.holds(at))
  return [
    {
      move,
      visit,
      label: found.row.label,
      primary: found.row.primary ?? false,
      article: found.row.article ?? null,
      blocked: failed
        ? { words: failed.words(at), wayOut: failed.wayOut ?? '', article: failed.article ?? null }
        : null,
    },
  ]
}

const isVisitMove = (move: MoveName): boolean => move in visits.moves

// A visit's move is offered for each visit in a fitting state: a survey of an earlier visit stays open.
function targets(ticket: Ticket, move: MoveName): (string | null)[] {
  return isVisitMove(move) ? ticket.visits.map((visit) => visit.id) : [null]
}

function find(ticket: Ticket, move: MoveName, id: string | null): Found | null {
  const own = repair.moves[move]
  if (own) return { row: own as unknown as Move<string, MoveName>, visit: null, state: ticket.state }
  const row = visits.moves[move]
  const visit = visitOf(ticket, id)
  return row && visit ? { row: row as unknown as Move<string, MoveName>, visit, state: visit.state } : null
}

function conflict(ticket: Ticket): Refusal {
  const last = ticket.events[ticket.events.length - 1]
  if (!last) return { code: 'CONFLICT', words: refusalWords.CONFLICT }
  const words = `工单刚被 ${last.by.name} 更新(${clockTime(last.at)},${last.words}),请看最新内容再操作。您写的内容已保留`
  return { code: 'CONFLICT', words, wayOut: '查看最新' }
}

function refuse(code: 'NOT_FOUND' | 'NOT_ALLOWED'): Decision {
  return { ok: false, refusal: { code, words: refusalWords[code] } }
}
