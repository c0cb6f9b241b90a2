// Tickets as the door, the clock and the phone ask of them: the engine with the tables of all rooms.
import type { Settings } from '../company/settings'
import { engineOf, type Decision as Judged, type Offered as Offer } from '../engine/engine'
import { refusalWords } from '../engine/refusals'
import {
  alarmsOf,
  asksOf,
  checks,
  lifecycleOf,
  moveRow,
  tells,
  ticketStates,
  visit as visits,
  type CheckName,
  type MoveName,
} from '../subjects'
import { handedOn } from '../ticket/handed'
import { happened } from '../ticket/happened'
import { factsFor } from '../ticket/stand-ins'
import { addMedia } from '../ticket/media'
import { faceOf, holding, summarizer } from '../ticket/summary'
import { isTold, saidBy, wordsFor } from '../sight/said'
import { sightOf } from '../sight/table'
import { relations, type Relation } from '../ticket/people'
import type { Actor, Draft, Facts, StateRow } from '../ticket/table'
import {
  visitOf,
  type FaceCode,
  type Ticket,
  type TicketEvent,
  type TicketState,
  type Visit,
  type VisitState,
} from '../ticket/ticket'

export { faceOf } from '../ticket/summary'
export { lifecycleOf, moveRow } from '../subjects'

/** A move asked for: `key` is the caller's idempotency key, `doneAt` the phone's time when it was done offline. */
export interface Command {
  move: MoveName
  visit: string | null
  key: string
  input: unknown
  actor: Actor
  now: number
  doneAt?: number | null
  /** The stamp of what the actor has read; undefined where no page was shown, as to the clock. */
  read?: string
  facts: Facts
}

export type Decision =
  | { ok: true; ticket: Ticket; event: TicketEvent }
  | { ok: false; refusal: Extract<Judged<Ticket>, { ok: false }>['refusal']; spent?: Ticket }

/** A move offered to a person; `blocked` says why not yet and the way out. */
export interface Offered extends Omit<Offer, 'move' | 'part'> {
  move: MoveName
  visit: string | null
}

/** The row of a face code. */
export const faceRow = (code: FaceCode): StateRow =>
  code in ticketStates ? ticketStates[code as TicketState] : visits.states[code as VisitState]

/** The row of what a ticket shows, in its own kind's words. */
export const rowOf = (ticket: Pick<Ticket, 'kind' | 'face'>): StateRow =>
  lifecycleOf(ticket).states[ticket.face as TicketState] ?? faceRow(ticket.face)

/** When the clock has to look next, null when never. */
export const nextAlarm = (ticket: Ticket, settings: Settings): number | null =>
  alarmsOf(ticket, settings)[0]?.at ?? null

/** What is due at an instant, as moves of the clock, each once; to warn is too late once the time is over. */
export const dueAlarms = (ticket: Ticket, now: number, settings: Settings): MoveName[] => [
  ...new Set(
    alarmsOf(ticket, settings)
      .filter(({ move, at }) => at <= now && (move !== 'warn' || now < ticket.due!))
      .map(({ move }) => move as MoveName),
  ),
]

/** Who holds it now: whose role it is and who is there. */
export const holderOf = holding({ row: faceRow })

/** Writes what lists need. `now` is the instant of the change. */
export const summarize = summarizer({ row: faceRow, asks: asksOf, nextAlarm })

export const tickets = engineOf<Ticket, Visit, Facts, Draft, MoveName>({
  label: '工单',
  unknown: refusalWords.NOT_FOUND,
  outside: ['owner', 'colleague'],
  actedBy: (actor, as) =>
    actor.acting?.includes(as)
      ? { ...actor, title: `${actor.title}(代${relations[as as Relation]})` }
      : actor,
  lastTold: (ticket, as) => {
    const sight = sightOf([as as Relation])
    const last = ticket.events.filter((event) => isTold(event, sight)).pop()
    return last && { ...last, words: wordsFor(saidBy(last, moveRow(ticket, last.move)), sight) }
  },
  checks,
  tells,
  cycles: (ticket) => [
    {
      moves: lifecycleOf(ticket).moves,
      state: ({ state }) => state,
      enter: (record, _part, state) => void (record.state = state as TicketState),
    },
    {
      moves: visits.moves,
      parts: { of: (record) => record.visits.map(({ id }) => id), find: visitOf },
      state: (_record, visit) => visit?.state ?? '',
      enter: (_record, visit, state) => void (visit && (visit.state = state as VisitState)),
    },
  ],
  draft: ({ record, part, before, input, actor, key, now, facts }) => ({
    ...{ ticket: record, visit: part ?? visitOf(record), before, input, key, now, facts },
    actor: actor as Actor,
  }),
  summarize,
  event: ({ before, record, part, as, command: { doneAt = null, now, actor } }) => ({
    ...(actor.acting?.includes(as) ? { instead: as as Relation } : {}),
    ...{ doneAt, uploadedAt: doneAt === null ? null : now, as },
    ...{ from: faceOf(before), to: faceOf(record), visit: part?.id ?? null, internal: false },
  }),
  // crew and helper are so to one visit: who went the first time has no say in the second
  isOn: (relation, part, pid, record) => {
    const visit = part ?? (record.state === 'visiting' ? visitOf(record) : null)
    if (!visit || (relation !== 'crew' && relation !== 'helper')) return true
    return (relation === 'crew' ? visit.crew : visit.helpers).some((one) => one.pid === pid)
  },
  stranger: handedOn,
  happened: (record, { actor, now, doneAt, facts: { settings } }) =>
    happened(record, { actor, now, doneAt, settings }),
  factsFor: ({ hiddenFrom }, facts) => factsFor(hiddenFrom, facts),
  // as long as a digest has to be, so that nobody finds another text of the same stamp
  stamp: (content, { hash }) => hash(JSON.stringify(content)).slice(0, 32),
  announced: ({ record, part, input, actor, now, internal }) =>
    addMedia(record, part, input, { by: actor.pid, at: now, internal }),
})

/** Judges a move. The ticket given is not changed. */
export function decide(ticket: Ticket, { visit, ...command }: Command): Decision {
  const judged = tickets.decide(ticket, { ...command, part: visit })
  if (judged.ok) return { ok: true, ticket: judged.record, event: judged.event as TicketEvent }
  const { refusal, spent } = judged
  return { ok: false, refusal, spent }
}

/** What a person may do now, in the order of the tables; empty for whom the ticket does not exist. */
export const movesFor = (ticket: Ticket, actor: Actor, now: number, facts: Facts): Offered[] =>
  tickets.offers(ticket, actor, now, facts).map(ofVisit)

/** One move as a person may make it on a visit, [] when it is not his now; `trusted` gates are not judged. */
export const offer = (
  ticket: Ticket,
  move: MoveName,
  visit: string | null,
  who: { actor: Actor; now: number; facts: Facts; trusted?: readonly CheckName[] },
): Offered[] => tickets.offer(ticket, move, visit, who).map(ofVisit)

const ofVisit = ({ part, ...offered }: Offer<MoveName>): Offered => ({ ...offered, visit: part })
