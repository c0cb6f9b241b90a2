// What somebody does next: a step is three numbers, so that a story shrinks to its shortest and replays.
import fc from 'fast-check'
import { moveInputs, type MoveName } from '../../miniprogram/domain/door/inputs'
import type { Move } from '../../miniprogram/domain/engine/table'
import { lifecycles, visit as visits } from '../../miniprogram/domain/subjects'
import { movesFor, type Offered } from '../../miniprogram/domain/door/lifecycle'
import type { Actor, Facts } from '../../miniprogram/domain/ticket/table'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, type Who } from '../domain/world'
import { cast, type Dice } from './cast'

/** offered: anything that somebody may do; forward: what leads on; anything: whatever comes to mind. */
export const kinds = ['forward', 'offered', 'anything', 'time', 'merge'] as const
export interface Step {
  what: (typeof kinds)[number]
  /** Seed of all choices of the step. */
  n: number
  /** Minutes that pass before it. */
  wait: number
}

export const step = fc.record({
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('forward' as const) },
    { weight: 4, arbitrary: fc.constant('offered' as const) },
    { weight: 3, arbitrary: fc.constant('anything' as const) },
    { weight: 2, arbitrary: fc.constant('time' as const) },
    { weight: 1, arbitrary: fc.constant('merge' as const) },
  ),
  n: fc.nat(1_000_000),
  wait: fc.constantFrom(0, 1, 5, 30, 120, 480, 1440, 4320),
})

/** Somebody's intention. */
export interface Intent {
  who: Who
  move: MoveName
  visit: string | null
  /** What the person was offered, null when nothing of the kind. */
  offer: Offered | null
}

const ending: readonly MoveName[] = ['cancel', 'cancelSaid', 'endUnreached', 'decline', 'refuseConsent']
/** Ways round: taken one time in four, so that stories come to their end. */
const detours: readonly MoveName[] = [
  'askInfo',
  'toRemote',
  'siteNotReady',
  'waitPart',
  'reject',
  'rejectTrip',
  'askTrip',
  'askDelay',
  'askExtra',
  'rejectPaper',
  'redo',
  'askRewrite',
]
/** Made with another ticket, or with an item of knowledge, by an action of their own. */
const merging: readonly MoveName[] = ['takeIn', 'mergeInto', 'turnRepair', 'toComplaint', 'keepAnswer']
const timer: readonly MoveName[] = [
  'warn',
  'escalate',
  'helpLate',
  'dayReportLate',
  'lapse',
  'foundAgain',
  'surveyUnsent',
  'remindSurvey',
  'surveyLate',
]
const named = (Object.keys(moveInputs) as MoveName[]).filter((move) => !merging.includes(move))

/** Everything that anybody is offered now. */
export function offersOf(
  ticket: Ticket,
  now: number,
  facts: Facts,
  as: (who: Who, ticket: Ticket) => Actor = actor,
): Intent[] {
  return cast.flatMap((who) =>
    movesFor(ticket, as(who, ticket), now, facts).map((offer) => ({
      who,
      move: offer.move,
      visit: offer.visit,
      offer,
    })),
  )
}

/** Every move of every table. */
export const rows: { readonly [M in MoveName]?: Move } = Object.assign(
  {},
  ...[...Object.values(lifecycles), visits].map(({ moves }) => moves),
)
/** What a departure waits for, beside the moves that lead to another state. */
const opening: readonly MoveName[] = [
  'acceptQuote',
  'quoteByPhone',
  'prepare',
  'lend',
  'acceptNorms',
  'setPlan',
  'assess',
  'investigate',
]
const leadsOn = ({ move }: Intent) => rows[move]?.to !== undefined || opening.includes(move)

/** One intention by the dice; null when nobody may do anything of the kind. */
export function choose(
  what: Step['what'],
  ticket: Ticket,
  offers: readonly Intent[],
  dice: Dice,
): Intent | null {
  if (what === 'anything') return anything(ticket, offers, dice)
  const calm = dice(8) > 0
  const all = offers.filter(
    ({ move, offer }) => !offer!.blocked && !merging.includes(move) && !(calm && ending.includes(move)),
  )
  const good = what === 'offered' ? all : onward(ticket, all.filter(leadsOn), dice)
  return good.length > 0 ? good[dice(good.length)]! : null
}

function onward(ticket: Ticket, all: Intent[], dice: Dice): Intent[] {
  if (dice(6) === 0) return all
  const prepared = ticket.visits[ticket.visits.length - 1]?.preparedAt != null
  const straight = all.filter(({ move, offer }) => offer!.primary || !detours.includes(move))
  const fresh = straight.filter(({ move }) => move !== 'prepare' || !prepared)
  return fresh.length > 0 ? fresh : all
}

function anything(ticket: Ticket, offers: readonly Intent[], dice: Dice): Intent {
  const who = cast[dice(cast.length)]!
  const move = named[dice(named.length)]!
  const ids = [null, ...ticket.visits.map((visit) => visit.id)]
  const own = move in visits.moves
  const visit = own ? (ids[dice(ids.length)] ?? ticket.visits[ticket.visits.length - 1]?.id ?? null) : null
  const found = offers.find((one) => one.who === who && one.move === move && one.visit === visit)
  return { who, move, visit, offer: timer.includes(move) ? null : (found?.offer ?? null) }
}
