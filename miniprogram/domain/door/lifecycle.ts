// The engine: a lifecycle is a table; decide() judges a move, movesFor() says what a person may do.
// Pure: who, when and what is known come in; the next ticket, the event and what to tell go out.
import type { ArticleKey } from '../company/articles'
import { checks, type CheckName } from './checks'
import { complaint } from '../complaint/complaint'
import { clockTime } from '../calendar/format'
import { handedOn } from '../ticket/handed'
import { factsFor } from '../ticket/hidden'
import { happened } from '../ticket/happened'
import type { MoveInput, MoveName } from './inputs'
import { inquiry } from '../inquiry/inquiry'
import { installation } from '../installation/installation'
import type { Kind } from '../company/kinds'
import { addMedia } from '../ticket/media'
import type { Relation } from '../ticket/people'
import { isTold, saidBy, wordsFor } from '../sight/said'
import { sightOf } from '../sight/table'
import { refusalWords, type Refusal } from '../engine/refusals'
import { repair } from '../repair/repair'
import { ticketStates } from '../repair/states'
import { faceOf, summarize } from '../ticket/summary'
import type { Actor, Draft, Facts, Lifecycle, Move, StateRow } from '../ticket/table'
import { tells } from './tells'
import {
  visitOf,
  type FaceCode,
  type Ticket,
  type TicketEvent,
  type TicketState,
  type Visit,
  type VisitState,
} from '../ticket/ticket'
import { visit as visits } from '../visit/visit'

export { faceOf } from '../ticket/summary'

/** A move asked for: `key` is the caller's idempotency key, `doneAt` the phone's time when it was done offline. */
export interface Command {
  move: MoveName
  visit: string | null
  key: string
  input: unknown
  actor: Actor
  now: number
  doneAt?: number | null
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

type Row = Move<string, MoveName>
interface Found {
  row: Row
  visit: Visit | null
  state: string
}

type Cycle = Pick<Lifecycle<TicketState>, 'moves'> & {
  start: TicketState
  states: Readonly<Partial<Record<TicketState, StateRow>>>
}
/** The lifecycle of a kind; kinds that cannot be asked for yet have none. */
const lifecycles: Partial<Record<Kind, Cycle>> = { repair, installation, inquiry, complaint }
export const lifecycleOf = (ticket: Pick<Ticket, 'kind'>): Cycle => lifecycles[ticket.kind] ?? repair

const visitNames = Object.keys(visits.moves) as MoveName[]
const known = new Map<object, MoveName[]>()
/** The moves of a kind in the order of the tables; lists ask for them with every card. */
function namesOf(cycle: Cycle): MoveName[] {
  const names = known.get(cycle) ?? [...(Object.keys(cycle.moves) as MoveName[]), ...visitNames]
  known.set(cycle, names)
  return names
}

/** The row of a move as its kind of ticket has it; undefined for what is no move of it, as the submission. */
export const moveRow = (ticket: Pick<Ticket, 'kind'>, move: string): Row | undefined =>
  (lifecycleOf(ticket).moves[move as MoveName] ?? visits.moves[move as MoveName]) as Row | undefined

/** The row of a face code. */
export const faceRow = (code: FaceCode): StateRow =>
  code in ticketStates ? ticketStates[code as TicketState] : visits.states[code as VisitState]

/** The row of what a ticket shows, in its own kind's words. */
export const rowOf = (ticket: Pick<Ticket, 'kind' | 'face'>): StateRow =>
  lifecycleOf(ticket).states[ticket.face as TicketState] ?? faceRow(ticket.face)

/** Judges a move. The ticket given is not changed. */
export function decide(ticket: Ticket, command: Command): Decision {
  if (command.actor.relations.length === 0) {
    const handed = handedOn(ticket, command.actor.pid)
    return handed ? { ok: false, refusal: handed } : refuse('NOT_FOUND')
  }
  const found = find(ticket, command.move, command.visit)
  if (!found) return refuse('NOT_ALLOWED')
  const as = relationFor(ticket, found, command.actor)
  if (!as) return refuse('NOT_ALLOWED')
  if (!found.row.from.includes(found.state)) return { ok: false, refusal: conflict(ticket, as) }
  return apply(ticket, command, found.row, as)
}

// Crew and helper are so to one visit: who went the first time has no say in the second.
function relationFor(ticket: Ticket, { row, visit: named }: Found, actor: Actor): Relation | undefined {
  const visit = named ?? (ticket.state === 'visiting' ? visitOf(ticket) : null)
  return actor.relations.find((relation) => row.by.includes(relation) && isOn(relation, visit, actor.pid))
}

function isOn(relation: Relation, visit: Visit | null, pid: string): boolean {
  if (!visit || (relation !== 'crew' && relation !== 'helper')) return true
  return (relation === 'crew' ? visit.crew : visit.helpers).some((one) => one.pid === pid)
}

function apply(ticket: Ticket, command: Command, row: Row, as: Relation): Decision {
  const copy = JSON.parse(JSON.stringify(ticket)) as Ticket
  const facts = factsFor(ticket.hiddenFrom, command.facts)
  const visit = isVisitMove(command.move) ? visitOf(copy, command.visit) : null
  const at: Draft = {
    ticket: copy,
    visit: visit ?? visitOf(copy),
    before: ticket,
    input: command.input as MoveInput<MoveName>,
    actor: command.actor,
    key: command.key,
    now: happened(ticket, command),
    facts,
  }
  if (row.when?.some((name) => !checks[name].holds(at))) return { ok: false, refusal: conflict(ticket, as) }
  const failed = (row.needs ?? []).find((name) => !checks[name].holds(at))
  if (failed) return blockedBy(failed, at)
  const from = faceOf(ticket)
  const internal = isInternal(row, at)
  const hidden = internal && as !== 'owner' && as !== 'colleague'
  addMedia(copy, visit, command.input, { by: command.actor.pid, at: at.now, internal: hidden })
  row.does?.(at)
  const to = row.turns?.[visit?.state ?? copy.state] ?? row.to
  if (visit && to) visit.state = to as VisitState
  else if (to) copy.state = to as TicketState
  const lift = row.lifts?.find((rule) => checks[rule.when].holds(at))
  if (lift) copy.state = lift.to
  copy.rev = ticket.rev + 1
  copy.updatedAt = Math.max(command.now, at.now)
  summarize(copy, copy.updatedAt, facts)
  const event = { ...eventOf(command, at, as, from), internal, ...saidOf(row, at) }
  copy.events.push(event)
  copy.untold.push(...toTell(at, row, command.now - at.now > LATE))
  return { ok: true, ticket: copy, event }
}

const isInternal = ({ internal = false }: Row, at: Draft): boolean =>
  typeof internal === 'function' ? internal(at) : internal

/** The words in their versions; what a row does not set apart is not written. */
const saidOf = ({ words, customerWords, holds }: Row, at: Draft) => ({
  words: words(at),
  ...(customerWords ? { customerWords: customerWords(at) } : {}),
  ...(holds ? { holds } : {}),
})

type Bare = Omit<TicketEvent, 'words' | 'customerWords' | 'holds' | 'internal'>

function eventOf(command: Command, at: Draft, as: Relation, from: FaceCode): Bare {
  const { pid, name, title } = command.actor
  return {
    move: command.move,
    key: command.key,
    at: at.now,
    doneAt: command.doneAt ?? null,
    uploadedAt: command.doneAt ? command.now : null,
    as,
    from,
    to: faceOf(at.ticket),
    visit: at.visit?.id ?? null,
    by: { pid, name, title },
  }
}

/** What comes in so long after it was done is no reason to wake anybody. */
const LATE = 30 * 60_000

function toTell(at: Draft, row: Row, late: boolean): Ticket['untold'] {
  const { _id, rev } = at.ticket
  return (row.tells ?? []).flatMap((name) =>
    [tells[name](at)].flat().map((tell, i) => ({
      ...tell,
      urgent: tell.urgent && !late,
      id: `${_id}-${rev}-${name}${i === 0 ? '' : i}`,
    })),
  )
}

function blockedBy(name: CheckName, at: Draft): Decision {
  const check = checks[name]
  const refusal = (): Refusal => ({
    code: check.code ?? 'BLOCKED',
    words: check.words(at),
    article: check.article,
    wayOut: check.wayOut,
    fields: check.field ? { [check.field]: check.words(at) } : undefined,
  })
  if (!check.spends) return { ok: false, refusal: refusal() }
  check.spends(at)
  at.ticket.rev += 1
  return { ok: false, refusal: refusal(), spent: at.ticket }
}

/** What a person may do now, in the order of the tables; empty for whom the ticket does not exist. */
export function movesFor(ticket: Ticket, actor: Actor, now: number, facts: Facts): Offered[] {
  if (actor.relations.length === 0) return []
  return namesOf(lifecycleOf(ticket)).flatMap((move) =>
    targets(ticket, move).flatMap((visit) => offer(ticket, move, visit, actor, now, facts)),
  )
}

/** One move as a person may make it on a visit, [] when it is not his now; `trusted` gates are not judged. */
export function offer(
  ticket: Ticket,
  move: MoveName,
  visit: string | null,
  actor: Actor,
  now: number,
  facts: Facts,
  trusted: readonly CheckName[] = [],
): Offered[] {
  const found = find(ticket, move, visit)
  if (!found || found.row.inner) return []
  if (!found.row.from.includes(found.state) || !relationFor(ticket, found, actor)) return []
  const input = {} as MoveInput<MoveName>
  const on = found.visit ?? visitOf(ticket)
  const at: Draft = { ticket, visit: on, before: ticket, input, actor, key: '', now, facts }
  const { row } = found
  if (row.when?.some((name) => !checks[name].holds(at))) return []
  const failed = (row.needs ?? [])
    .filter((name) => !trusted.includes(name))
    .map((name) => checks[name])
    .find((check) => !check.onInput && !check.holds(at))
  const blocked = failed
    ? { words: failed.words(at), wayOut: failed.wayOut ?? '', article: failed.article ?? null }
    : null
  const { label, article = null } = row
  return [{ move, visit, label, primary: isVerb(row, found.state), article, blocked }]
}

const isVerb = ({ primary = false }: Row, state: string): boolean =>
  typeof primary === 'boolean' ? primary : primary.includes(state)

const visitMoves: Readonly<Record<string, unknown>> = visits.moves
const isVisitMove = (move: MoveName): boolean => move in visitMoves

// A visit's move is offered for each visit in a fitting state: a survey of an earlier visit stays open.
function targets(ticket: Ticket, move: MoveName): (string | null)[] {
  return isVisitMove(move) ? ticket.visits.map((visit) => visit.id) : [null]
}

function find(ticket: Ticket, move: MoveName, id: string | null): Found | null {
  const own = lifecycleOf(ticket).moves[move]
  if (own) return { row: own as unknown as Row, visit: null, state: ticket.state }
  const row = visits.moves[move]
  const visit = visitOf(ticket, id)
  return row && visit ? { row: row as unknown as Row, visit, state: visit.state } : null
}

// What happened last, as far as it is his to know.
function conflict(ticket: Ticket, as: Relation): Refusal {
  const sight = sightOf([as])
  const last = ticket.events.filter((event) => isTold(event, sight)).pop()
  if (!last) return { code: 'CONFLICT', words: refusalWords.CONFLICT }
  const said = wordsFor(saidBy(last, moveRow(ticket, last.move)), sight)
  const words = `工单刚被 ${last.by.name} 更新(${clockTime(last.at)},${said}),请看最新内容再操作。您写的内容已保留`
  return { code: 'CONFLICT', words, wayOut: '查看最新' }
}

function refuse(code: 'NOT_FOUND' | 'NOT_ALLOWED'): Decision {
  return { ok: false, refusal: { code, words: refusalWords[code] } }
}
