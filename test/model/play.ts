// A story on the domain alone: each step is decided, judged and checked against all that must hold.
import { defaults } from '../../miniprogram/domain/company/settings'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { decide, type Decision } from '../../miniprogram/domain/door/lifecycle'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Facts } from '../../miniprogram/domain/ticket/table'
import type { Tell, Ticket } from '../../miniprogram/domain/ticket/ticket'
import {
  actor,
  complaining,
  complainingAbout,
  complainingAgain,
  facts as all,
  inquiring,
  installing,
  onsite,
  prepared,
  signed,
  submission,
  submitted,
  type Who,
} from '../domain/world'
import { dice, type Dice } from './cast'
import { choose, offersOf, rows, type Intent, type Step } from './choose'
import { wellFormed } from './inputs'
import { wrongs } from './invariants'

const MINUTE = 60_000
const people = { pid: (who: Who) => who }

/** A ticket in play; `spent` counts tries that were refused and written. */
export interface Story {
  ticket: Ticket
  now: number
  spent: number
  told: Tell[]
  files: number
}

/** Where a story begins: at its beginning, or in the middle of the usual one. */
export const starts = {
  repair: () => submitted(),
  installation: () => openTicket(installing()),
  inquiry: () => openTicket(inquiring()),
  complaint: () => openTicket(complaining()),
  again: () => openTicket(complainingAgain()),
  aboutManager: () => openTicket(complainingAbout('fang')),
  aboutOffice: () => openTicket(complainingAbout('shen')),
  prepared: () => prepared(),
  onsite: () => onsite(),
  signed: () => signed(),
} as const
export type Start = keyof typeof starts

/** These have the most ways to go. */
const longer: readonly Start[] = ['installation', 'installation', 'prepared', 'onsite', 'signed']

function begin(start: Start): Story {
  const ticket = starts[start]()
  return { ticket, now: ticket.updatedAt, spent: 0, told: [...ticket.untold], files: 0 }
}

/** Plays all steps; throws where a rule does not hold. */
export function play(steps: readonly Step[], start: Start): Story {
  const story = begin(start)
  for (const step of steps) {
    story.now += step.wait * MINUTE
    const offers = offersOf(story.ticket, story.now, all)
    complain(story, [...twoVerbs(offers), ...deaf(story.ticket, offers)])
    take(story, step, offers)
    complain(story, wrongs(story.ticket, all, story.spent))
  }
  return story
}

/** One step of a story. */
function take(story: Story, { what, n }: Step, offers: readonly Intent[]): void {
  const roll = dice(n)
  if (what === 'time') return ring(story, roll)
  if (what === 'merge') return merge(story, roll)
  const intent = choose(what, story.ticket, offers, roll)
  if (intent) act(story, intent, roll)
}

function complain({ ticket }: Story, found: readonly string[]): void {
  if (found.length === 0) return
  const past = ticket.events.map((event) => `${event.move}(${event.by.pid})→${event.to}`).join(' ')
  throw new Error(`${found.join('; ')}\nafter ${past}`)
}

/** Nobody is offered two ways on at once; what is asked beside the state may stand beside it. */
function twoVerbs(offers: readonly Intent[]): string[] {
  const verbs = offers.filter(
    ({ offer, move }) => offer!.primary && !offer!.blocked && rows[move]?.to !== undefined,
  )
  return verbs.flatMap((one, i) => {
    const second = verbs.slice(i + 1).find((other) => other.who === one.who && other.visit === one.visit)
    return second ? [`${one.who} has the verbs ${one.move}, ${second.move}`] : []
  })
}

const answers: Record<Ticket['asks'][number]['kind'], readonly string[]> = {
  bigTrip: ['approveTrip'],
  help: ['answerHelp'],
  reschedule: ['agreeReschedule', 'refuseReschedule'],
  route: ['agreeRoute'],
  exception: ['allowException'],
  lend: ['lend'],
  norms: ['acceptNorms'],
  appraisal: ['appraise'],
  callBack: ['callBack'],
  ratePhone: ['callForRating'],
  objection: ['settleObjection'],
}

/** Whatever is asked of somebody can be answered by somebody. */
function deaf(ticket: Ticket, offers: readonly Intent[]): string[] {
  const open = offers.filter(({ offer }) => !offer!.blocked).map(({ move }) => move as string)
  return ticket.asks
    .filter((ask) => !answers[ask.kind].some((move) => open.includes(move)))
    .map((ask) => `nobody can answer ${ask.kind} in ${ticket.face}`)
}

let keys = 0
function decideAs(story: Story, intent: Intent, input: object, facts: Facts = all): Decision {
  const { ticket, now } = story
  const { who, move, visit } = intent
  const as = actor(who, ticket)
  return decide(keys % 4 === 0 ? freeze(ticket) : ticket, {
    move,
    visit,
    key: `play-${++keys}`,
    input,
    now,
    facts,
    actor: as,
  })
}

function act(story: Story, intent: Intent, roll: Dice): void {
  const { ticket, now } = story
  const fileId = () => `file${++story.files}`
  const input = wellFormed(intent.move, intent.visit, { ticket, now, cast: people, dice: roll, fileId })
  settle(story, decideAs(story, intent, input), intent)
}

// What was offered must be taken, what was not must be refused in words; a wrong try may count.
function settle(story: Story, decision: Decision, { move, who, offer }: Intent): void {
  const may = offer !== null && !offer.blocked
  if (decision.ok) {
    if (!may) throw new Error(`${move} of ${who} was not offered and was taken`)
    story.told.push(...decision.ticket.untold.slice(story.ticket.untold.length))
    story.ticket = decision.ticket
    return
  }
  const { code, words } = decision.refusal
  if (words === '' || code === undefined) throw new Error(`${move} is refused without words`)
  if (may && code !== 'LEAVE_CODE_WRONG')
    throw new Error(`${move} of ${who} was offered and refused: ${words}`)
  if (!decision.spent) return
  story.spent += 1
  story.ticket = decision.spent
}

// As the clock function does it: what is due rings once, and then nothing is due any more.
function ring(story: Story, roll: Dice): void {
  for (const move of dueAlarms(story.ticket, story.now, defaults)) byClock(story, move, null)
  const left = dueAlarms(story.ticket, story.now, defaults)
  if (left.length > 0) throw new Error(`${left} still due after it rang`)
  const asked = story.ticket.visits.find(({ state, survey }) => state === 'left' && survey?.phone === null)
  if (asked && roll(3) === 0) byClock(story, 'surveyUnsent', asked.id)
  const { complaint, category } = story.ticket
  const earlier = [{ id: 't0', no: 'TS-261020-AAAA' }]
  if (complaint?.repeat === null && category !== 'closed' && roll(6) === 0)
    byClock(story, 'foundAgain', null, { earlier })
}

function byClock(story: Story, move: MoveName, visit: string | null, input: object = {}): void {
  const { ticket, now } = story
  const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
  const command = { move, visit, key: `play-${++keys}`, input: { ...input }, now, facts: all, actor: timer }
  const decision = decide(ticket, command)
  if (!decision.ok) throw new Error(`${move} is due and refused: ${decision.refusal.words}`)
  story.told.push(...decision.ticket.untold.slice(ticket.untold.length))
  story.ticket = decision.ticket
}

// A second request of the same company is taken in; or this one goes into the other.
function merge(story: Story, roll: Dice): void {
  if (story.ticket.inquiry) return turn(story)
  const { hiddenFrom, complaint } = story.ticket
  const again = hiddenFrom ? complainingAbout(hiddenFrom as Who) : complaining()
  const other = openTicket({ ...(complaint ? again : submission()), id: 't2' })
  const [into, from] = roll(2) === 0 ? [story.ticket, other] : [other, story.ticket]
  const who = hiddenFrom === 'shen' ? ('fang' as const) : ('shen' as const)
  const intent = { who, visit: null, offer: null }
  const input = { other: from._id, reason: '同一故障' }
  const taken = decideAs({ ...story, ticket: into }, { ...intent, move: 'takeIn' }, input, {
    ...all,
    other: from,
  })
  if (!taken.ok) return
  const gone = decideAs(
    { ...story, ticket: from },
    { ...intent, move: 'mergeInto' },
    { ...input, other: into._id },
    { ...all, other: taken.ticket },
  )
  if (!gone.ok) return
  story.ticket = into === story.ticket ? taken.ticket : gone.ticket
  story.told.push(...gone.ticket.untold.slice(from.untold.length))
  if (!taken.ticket.merged.some((one) => one.description === from.description))
    throw new Error('merged and lost')
}

// An inquiry becomes a repair that was made of it.
function turn(story: Story): void {
  const { _id: id, no } = story.ticket
  const repair = openTicket({ ...submission(), id: 't2', cameFrom: { id, no } })
  const intent = { who: 'shen' as const, visit: null, offer: null, move: 'turnRepair' as const }
  const turned = decideAs(story, intent, { other: 't2' }, { ...all, other: repair })
  if (!turned.ok) return
  story.told.push(...turned.ticket.untold.slice(story.ticket.untold.length))
  story.ticket = turned.ticket
}

// A judgement must not touch the ticket that it is given.
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

const kinds = ['forward', 'forward', 'offered', 'time'] as const
const waits = [1, 5, 30, 120, 480, 1440, 4320]

/** A long random story, step by step, the same for the same number. */
export function* wander(n: number, steps = 40): Generator<Story> {
  const roll = dice(n)
  const names = [...(Object.keys(starts) as Start[]), ...longer]
  const story = begin(names[roll(names.length)]!)
  yield story
  for (let i = 0; i < steps; i++) {
    story.now += waits[roll(waits.length)]! * MINUTE
    const step = { what: kinds[roll(kinds.length)]!, n: roll(1_000_000), wait: 0 }
    take(story, step, offersOf(story.ticket, story.now, all))
    yield story
  }
  merge(story, roll)
  yield story
}

const toItsEnd: readonly MoveName[] = ['milestone', 'rate', 'askRewrite', 'close']

/** An installation that is brought to its end: its milestones are met as soon as somebody may. */
export function* installation(n: number, steps = 120): Generator<Story> {
  const roll = dice(n)
  const story = begin('installation')
  for (let i = 0; i < steps; i++) {
    story.now += waits[roll(4)]! * MINUTE
    const offers = offersOf(story.ticket, story.now, all)
    const met = offers.find(({ move, offer }) => toItsEnd.includes(move) && !offer!.blocked)
    if (met && roll(2) === 0) act(story, met, roll)
    else take(story, { what: 'forward', n: roll(1_000_000), wait: 0 }, offers)
    yield story
  }
}
