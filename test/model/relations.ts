// Every move beside every relation: a ticket in which the move is possible, and what each gets who asks for it.
import { defaults } from '../../miniprogram/domain/company/settings'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { moveInputs, type MoveName } from '../../miniprogram/domain/door/inputs'
import { decide } from '../../miniprogram/domain/door/lifecycle'
import type { Relation } from '../../miniprogram/domain/ticket/people'
import { visitOf, type Ticket } from '../../miniprogram/domain/ticket/ticket'
import { visit as visits } from '../../miniprogram/domain/subjects'
import { facts, submitted, type Who } from '../domain/world'
import { dice } from './cast'
import { offersOf } from './choose'
import { wellFormed } from './inputs'
import { wander } from './play'

/** Made by merging only; nobody is offered them. */
const inner: readonly MoveName[] = ['takeIn', 'mergeInto']
const turned = (from: Ticket): Ticket => ({
  ...submitted(),
  _id: 't9',
  cameFrom: { id: from._id, no: from.no },
})

/** A ticket, and the visit in it, in which somebody may make the move. */
export interface Possible {
  ticket: Ticket
  visit: string | null
  now: number
}

const moves = Object.keys(moveInputs) as MoveName[]

/** Wanders through stories until each move was possible once. */
export function whereEachIsPossible(most = 400): Map<MoveName, Possible> {
  const found = new Map<MoveName, Possible>()
  for (let n = 1; n <= most && found.size < moves.length; n++)
    for (const story of wander(n)) note(found, story)
  return found
}

function note(found: Map<MoveName, Possible>, { ticket, now }: { ticket: Ticket; now: number }): void {
  const keep = (move: MoveName, visit: string | null, at: number) =>
    found.has(move) || found.set(move, { ticket, visit, now: at })
  for (const { move, visit, offer } of offersOf(ticket, now, facts))
    if (!offer!.blocked && helped(move, ticket)) keep(move, visit, now)
  if (ticket.state === 'followup' && !found.has('closeUnreached')) {
    const called = inVain(ticket)
    const offers = offersOf(called, now, facts)
    if (offers.some(({ move, offer }) => move === 'closeUnreached' && !offer!.blocked))
      found.set('closeUnreached', { ticket: called, visit: null, now })
  }
  for (const { id, state, survey } of ticket.visits)
    if (state === 'left' && survey?.phone === null) keep('surveyUnsent', id, now)
  if (ticket.complaint?.repeat === null && ticket.category !== 'closed') keep('foundAgain', null, now)
  if (ticket.state === 'followup') keep('toComplaint', null, now)
  if (ticket.state === 'submitted') for (const move of inner) keep(move, null, now)
  if (ticket.alarmAt !== null)
    for (const move of dueAlarms(ticket, ticket.alarmAt, defaults)) keep(move, null, ticket.alarmAt)
}

// Three calls that nobody answered, while something else kept it open.
const inVain = (ticket: Ticket): Ticket => {
  const by = { pid: 'shen', name: '沈晓雯', title: '' }
  const call = { at: 0, by, outcome: 'missed' as const, nextAt: null, note: '', script: null }
  return { ...ticket, returnCalls: [call, call, call] }
}

// Where a borrowed person may ask, there has to be one; where a crew of before may not, there has to be one now.
// A priced extra is for who may confirm costs.
const helped = (move: MoveName, ticket: Ticket): boolean =>
  (move !== 'askHelp' || (visitOf(ticket)?.helpers.some((one) => one.lent === null) ?? false)) &&
  (!['askAppraisal', 'addNote'].includes(move) || ticket.state === 'visiting') &&
  (move !== 'acceptExtra' || (visitOf(ticket)?.extras[visitOf(ticket)!.extras.length - 1]?.total ?? 0) > 0)

/** Who asks: a relation, or somebody of an earlier crew, or nobody to the ticket. */
export const columns = [
  'owner',
  'colleague',
  'payer',
  'crew',
  'formerCrew',
  'helper',
  'workshop',
  'coordinator',
  'manager',
  'generalManager',
  'technical',
  'author',
  'timer',
  'none',
] as const
export type Column = (typeof columns)[number]

/** y: taken, x: not this person's to do, 0: for him there is no ticket; anything else is the refusal's code. */
export function answerTo(column: Column, move: MoveName, { ticket, visit, now }: Possible): string {
  const cast = { pid: (who: Who) => who }
  const input = wellFormed(move, visit, { ticket, now, cast, dice: dice(1), fileId: () => 'file-1' })
  const given = move === 'leave' ? { code: visitOf(ticket, visit)!.receipt!.code } : input
  const others: { readonly [M in MoveName]?: (from: Ticket) => Ticket } = {
    takeIn: duplicate,
    mergeInto: takenIn,
    turnRepair: turned,
    toComplaint: duplicate,
  }
  const other = others[move]?.(ticket) ?? null
  const actor = { ...personOf(column, ticket, visit, move), name: '某人', title: '' }
  const key = 'key-of-matrix'
  const decision = decide(ticket, {
    move,
    visit,
    key,
    input: given,
    now,
    facts: { ...facts, other, kept: `k-${ticket._id}` },
    actor,
  })
  if (decision.ok) return 'y'
  return { NOT_ALLOWED: 'x', NOT_FOUND: '0' }[decision.refusal.code as string] ?? 'o'
}

function personOf(column: Column, ticket: Ticket, id: string | null, move: MoveName) {
  const visit = move in visits.moves ? visitOf(ticket, id) : visitOf(ticket)
  const pid = {
    crew: visit?.crew[0]?.pid,
    helper: (visit?.helpers.find((one) => one.lent?.ok && !one.normsAt) ?? visit?.helpers[0])?.pid,
  }[column as string]
  const relations: Relation[] =
    column === 'none'
      ? []
      : column === 'formerCrew'
        ? ['crew']
        : column === 'payer'
          ? ['colleague', 'payer']
          : [column]
  return { pid: pid ?? `some-${column}`, relations }
}

const duplicate = ({ kind, hiddenFrom }: Ticket): Ticket => ({ ...submitted(), _id: 't9', kind, hiddenFrom })
const takenIn = (ticket: Ticket): Ticket => ({
  ...duplicate(ticket),
  merged: [
    { id: ticket._id, no: ticket.no, description: '', contact: ticket.contact, by: '', requestedAt: 0 },
  ],
})
