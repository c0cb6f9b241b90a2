// A story at the door: what people do there, one after another and at once, and what must hold after each.
import fc from 'fast-check'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import type { Answer, TicketView } from '../../typings/contract'
import { complaint, newKey, question, request, type World } from '../service/world'
import { dice, type Dice } from './cast'
import { choose, offersOf, step, type Intent, type Step } from './choose'
import { accounts, actorAt, casting, drop, factsAt, onItsWay, put, stored, type StoryKind } from './house'
import { wellFormed } from './inputs'
import { wrongs } from './invariants'
import { readFor } from './reading'

/** once: asked and answered; lost: the answer is lost and asked again; twice: a double tap; together: two people. */
const ways = [
  'once',
  'once',
  'once',
  'once',
  'once',
  'lost',
  'twice',
  'together',
  'together',
  'malformed',
  'stranger',
] as const
export type DoorStep = Step & { way: (typeof ways)[number] }
export const doorSteps: fc.Arbitrary<DoorStep> = fc
  .tuple(step, fc.constantFrom(...ways))
  .map(([one, way]) => ({ ...one, way }))

interface Begin {
  far: number
  kind: StoryKind
  n: number
  run: number
}
interface Asked {
  intent: Intent
  body: { id: string; key: string; move: string; visit: string | null; input: Record<string, unknown> }
}
type Moved = Answer<{ ticket: TicketView }>
const MINUTE = 60_000
/** An installation is put into the store on its way; what begins at the door is a repair or a question. */
const complained = (key: string) => complaint({ key })
/** What is submitted at the door itself; nobody has served the company yet whom a complaint could be about. */
const asked = {
  repair: request,
  installation: request,
  inquiry: question,
  complaint: complained,
  again: complained,
  about: complained,
}

export class HouseStory {
  private ticket: Ticket
  private shift = 0
  private spent = 0
  private files = 0
  /** Key and person of everything that was accepted. */
  private readonly accepted: string[] = []
  private readonly others: string[] = []

  private constructor(
    private readonly world: World,
    private readonly id: string,
    ticket: Ticket,
  ) {
    this.ticket = ticket
  }

  /** Submitted at the door, or put into the store some way on. */
  static async begin(world: World, { far, kind, n, run }: Begin): Promise<HouseStory> {
    const start = Date.parse('2026-11-23T09:40:00+08:00') + (run % 7) * MINUTE
    if (far === 0) {
      await world.clock(start)
      const who = n % 2 === 0 ? accounts.sun : accounts.li
      const { id } = await world.call(who, 'ticket.submit', asked[kind](`model-key-${run}-${n}`))
      const story = new HouseStory(world, id, await stored(id))
      story.shift = start - Date.now()
      return story
    }
    const ticket = onItsWay(`tmodel${run}x${n}`, kind, far, dice(n))
    await put(ticket)
    const story = new HouseStory(world, ticket._id, ticket)
    story.spent = ticket.rev - ticket.events.length
    await story.setClock(ticket.updatedAt + MINUTE)
    return story
  }

  private get now(): number {
    return Date.now() + this.shift
  }

  private async setClock(now: number): Promise<void> {
    this.shift = now - Date.now()
    await this.world.clock(now)
    await this.world.tick()
    this.ticket = await stored(this.id)
  }

  async take(step: DoorStep): Promise<void> {
    if (step.wait > 30) await this.setClock(this.now + step.wait * MINUTE)
    const roll = dice(step.n)
    if (step.what === 'merge') await this.merge(roll)
    else if (step.what === 'time') await this.setClock(this.now + 60 * MINUTE)
    else if (step.way === 'stranger') await this.stranger(roll)
    else if (step.way === 'together') await this.together(step, roll)
    else await this.one(step, roll)
    this.check()
    if (this.ticket.hiddenFrom !== null) await this.secret()
  }

  private check(): void {
    const found = wrongs(this.ticket, factsAt(), this.spent)
    if (found.length > 0) this.fail(found.join('; '))
  }

  /** Whom it is about finds nothing of it: no ticket, no row, no number, no message. */
  private async secret(): Promise<void> {
    const opened = await this.world.knock(accounts.fang, 'ticket.open', { id: this.id })
    if (opened.ok || opened.refusal.code !== 'NOT_FOUND') this.fail('he opens what is about him')
    const asked = [
      ['work.open', {}],
      ['inbox.list', {}],
      ['ticket.list', { tab: this.ticket.tab, search: this.ticket.no }],
    ] as const
    for (const [action, input] of asked) {
      const text = JSON.stringify(await this.world.call(accounts.fang, action, input))
      if (text.includes(this.id) || text.includes(this.ticket.no)) this.fail(`he finds it by ${action}`)
    }
  }

  private fail(words: string): never {
    const past = this.ticket.events.map((event) => `${event.move}(${event.by.name})→${event.to}`).join(' ')
    throw new Error(`${words}\nafter ${past}`)
  }

  private intend(what: Step['what'], roll: Dice): Asked | null {
    const { ticket, now } = this
    const intent = choose(what, ticket, offersOf(ticket, now, factsAt(), actorAt), roll)
    if (!intent) return null
    const { move, visit } = intent
    const fileId = () => `f${this.id.slice(-12)}-${++this.files}`
    const input = wellFormed(move, visit, { ticket, now, cast: casting, dice: roll, fileId })
    return { intent, body: { id: this.id, key: newKey(), move, visit, input } }
  }

  /** What stands on his page, null where the ticket does not exist for him. */
  private async page(who: Intent['who']): Promise<TicketView | null> {
    const answer = await this.world.knock(accounts[who], 'ticket.open', { id: this.id })
    return answer.ok ? (answer.data as { ticket: TicketView }).ticket : null
  }

  private async ask({ intent: { who, move, visit }, body }: Asked): Promise<Moved> {
    const read = await readFor(() => this.page(who), move, visit)
    return this.world.knock(accounts[who], 'ticket.move', { ...body, read }) as Promise<Moved>
  }

  private async one(step: DoorStep, roll: Dice): Promise<void> {
    const asked = this.intend(step.what, roll)
    if (!asked) return
    if (step.way === 'malformed') return this.malformed(asked)
    if (step.way === 'lost') await this.lose(asked)
    const extra = step.way === 'twice' ? [this.ask(asked)] : []
    const [answer, again] = await Promise.all([this.ask(asked), ...extra])
    if (again && again.ok !== answer.ok)
      this.fail(`a double tap of ${asked.body.move} was answered in two ways`)
    await this.judge(asked, answer)
  }

  private async lose(asked: Asked): Promise<void> {
    await this.world.loseAnswer(accounts[asked.intent.who])
    const arrived = await this.ask(asked).then(
      () => true,
      () => false,
    )
    if (arrived) this.fail('an answer was not lost')
  }

  /** Offered is taken, not offered is refused in words and changes nothing. */
  private async judge(asked: Asked, answer: Moved): Promise<void> {
    const { offer, who } = asked.intent
    const before = this.ticket.rev
    this.ticket = await stored(this.id)
    if (answer.ok) {
      if (!offer || offer.blocked) this.fail(`${asked.body.move} of ${who} was not offered and was taken`)
      return this.took(asked, answer.data.ticket)
    }
    const { code, words } = answer.refusal
    if (code === 'BUSY' || !words) this.fail(`${asked.body.move} of ${who}: ${code} ${words}`)
    const wrong = code === 'LEAVE_CODE_WRONG' || code === 'LEAVE_CODE_EXPIRED'
    if (offer && !offer.blocked && !wrong)
      this.fail(`${asked.body.move} of ${who} was offered: ${code} ${words}`)
    if (wrong) this.spent = this.ticket.rev - this.ticket.events.length
    else if (this.ticket.rev !== before) this.fail(`${asked.body.move} was refused and changed the ticket`)
  }

  private took({ intent, body }: Asked, view: TicketView): void {
    this.accepted.push(`${body.key} ${casting.pid(intent.who)}`)
    if (view.rev !== this.ticket.rev) return
    const { who } = intent
    const own = movesFor(this.ticket, actorAt(who, this.ticket), this.now, factsAt())
    if (String(view.moves.map((one) => one.move)) !== String(own.map((one) => one.move)))
      this.fail(`${who} is shown ${view.moves.map((one) => one.move)}`)
  }

  private async malformed(asked: Asked): Promise<void> {
    const input = { ...asked.body.input, admin: true }
    const answer = await this.ask({ ...asked, body: { ...asked.body, input } })
    const seen = actorAt(asked.intent.who, this.ticket).relations.length > 0
    const code = answer.ok ? 'taken' : answer.refusal.code
    // who worked on it before it was handed on is told who has it now
    const worked = this.ticket.events.some((event) => event.by.pid === casting.pid(asked.intent.who))
    const fits = seen ? ['INVALID_INPUT'] : worked ? ['NOT_FOUND', 'CONFLICT'] : ['NOT_FOUND']
    if (!fits.includes(code)) this.fail(`an unknown key was ${code}`)
  }

  /** Two intentions that were both possible meet: each is taken or refused in words, one of them at least is taken. */
  private async together(step: DoorStep, roll: Dice): Promise<void> {
    const both = [this.intend('forward', roll), this.intend('offered', dice(step.n + 1))].filter(
      (one) => one !== null,
    )
    const answers = await Promise.all(both.map((one) => this.ask(one)))
    this.ticket = await stored(this.id)
    this.spent = this.ticket.rev - this.ticket.events.length
    answers.forEach((answer, i) => {
      if (answer.ok) this.took(both[i]!, answer.data.ticket)
      else if (answer.refusal.code === 'BUSY' || !answer.refusal.words)
        this.fail(`${answer.refusal.code} of two`)
    })
    const wrong = answers.some((one) => !one.ok && one.refusal.code.startsWith('LEAVE_CODE'))
    if (both.length > 0 && !wrong && answers.every((one) => !one.ok))
      this.fail(`nobody was served: ${both.map((one) => one.body.move)} ${JSON.stringify(answers)}`)
  }

  /** Somebody of another company, at every door of the ticket. */
  private async stranger(roll: Dice): Promise<void> {
    const asked = this.intend('forward', roll)
    const doors: [string, object][] = [
      ['ticket.open', { id: this.id }],
      ['receipt.verify', { id: this.id }],
      ...(asked ? [['ticket.move', asked.body] as [string, object]] : []),
    ]
    for (const [action, input] of doors) {
      const answer = await this.world.knock(accounts.chen, action, input)
      if (answer.ok || answer.refusal.code !== 'NOT_FOUND') this.fail(`another company at ${action}`)
    }
    const { items } = await this.world.call(accounts.chen, 'ticket.list', { tab: 'open' })
    if (items.length > 0) this.fail('another company lists it')
  }

  /** A second request of the company goes into this ticket, or this one into it: both or neither. */
  private async merge(roll: Dice): Promise<void> {
    const { id: other } = await this.world.call(accounts.li, 'ticket.submit', request())
    this.others.push(other)
    const [into, from] = roll(2) === 0 ? [this.id, other] : [other, this.id]
    const before = [await stored(into), await stored(from)] as const
    const body = { id: from, into, key: newKey(), reason: '同一故障' }
    const answer = await this.world.knock(roll(2) === 0 ? accounts.shen : accounts.fang, 'ticket.merge', body)
    const after = [await stored(into), await stored(from)] as const
    this.ticket = after[into === this.id ? 0 : 1]
    const moved = after.map((one, i) => one.rev - before[i]!.rev)
    if (String(moved) !== (answer.ok ? '1,1' : '0,0'))
      this.fail(`a merge was ${answer.ok ? 'taken' : answer.refusal.code} and changed ${moved}`)
    if (!answer.ok) return
    if (!after[0].merged.some((one) => one.description === before[1].description))
      this.fail('merged and lost')
    this.accepted.push(`${body.key} ${after[0].events[after[0].events.length - 1]!.by.pid}`)
  }

  /** Everything that was accepted stands in the history, once. */
  async end(): Promise<void> {
    this.ticket = await stored(this.id)
    this.check()
    const kept = this.ticket.events.map((event) => `${event.key} ${event.by.pid}`)
    const lost = this.accepted.filter((one) => kept.filter((key) => key === one).length !== 1)
    if (lost.length > 0) this.fail(`accepted and not there once: ${lost}`)
  }

  /** Leaves the house as it was. */
  async clear(): Promise<void> {
    await Promise.all([this.id, ...this.others].map(drop))
  }
}
