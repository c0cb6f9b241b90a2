// What a crew may do without a network: the normal way of a visit from where it stands, one step after the other.
// The server walks the table and the phone keeps the answer; the phone itself never works out a right.
import { visit as visits, type CheckName, type MoveName } from '../subjects'
import { offer, type Offered } from './lifecycle'
import type { Actor, Facts } from '../ticket/table'
import { visitOf, type Ticket, type Visit } from '../ticket/ticket'

type Step = readonly (readonly [move: MoveName, trusted: readonly CheckName[]])[]

/**
 * The steps, each with the gates that are not judged: the record is the step before, and the customer signs, and
 * renews the code, on his own phone. A departure code stands for a receipt, so it may be typed only when the record
 * has been sent before.
 */
const way: readonly Step[] = [
  [['depart', []]],
  [['arrive', []]],
  [
    ['report', []],
    ['installReport', []],
  ],
  [
    ['leaveOnPaper', ['reportWritten']],
    ['leave', ['receiptSigned', 'codeAlive']],
  ],
]

/** What asks somebody and changes no state: it may wait on the phone whenever it was offered. */
export const asides: readonly MoveName[] = ['askHelp', 'askAppraisal', 'askException', 'addNote']

/** What will be offered step by step if nobody else interferes; [] when the first step's gates are not open. */
export function aheadOf(ticket: Ticket, id: string, actor: Actor, now: number, facts: Facts): Offered[][] {
  if (ticket.state !== 'visiting' || !actor.relations.includes('crew')) return []
  const copy = JSON.parse(JSON.stringify(ticket)) as Ticket
  const visit = visitOf(copy, id)
  if (!visit) return []
  const steps: Offered[][] = []
  for (const step of way) {
    const found = step
      .flatMap(([move, trusted]) => offer(copy, move, id, { actor, now, facts, trusted }))
      .filter((one) => !one.blocked && leadsOn(one.move, visit))
    if (found.length > 0) steps.push(found)
    else if (steps.length > 0) break
    if (found[0]) visit.state = leadsTo(found[0].move) ?? visit.state
  }
  return steps
}

const leadsOn = (move: MoveName, { state }: Visit): boolean => {
  const to = leadsTo(move)
  return to !== undefined && to !== state
}

const leadsTo = (move: MoveName) => visits.moves[move]?.to as Visit['state'] | undefined
