// What a story does not play by taps is asked at the same door.
import type { ActionName, Inputs, MoveName } from '../../miniprogram/domain/door/inputs'
import type { Refusal } from '../../miniprogram/domain/engine/refusals'
import { readFor } from '../model/reading'
import type { Answer, Outputs, TicketView } from '../../typings/contract'

let keys = 0
const newKey = (): string => `story-key-${process.pid}-${++keys}`

/** A photo announced under a name. */
export const announcedPhoto = (slot: string) => ({ id: newKey(), kind: 'photo' as const, slot })

export class Calls {
  constructor(private readonly url: string) {}

  private async knock(who: string, action: ActionName, input: unknown): Promise<Answer<unknown>> {
    const response = await fetch(`${this.url}/call`, {
      method: 'POST',
      headers: { 'x-openid': who },
      body: JSON.stringify({ name: 'api', data: { action, input } }),
    })
    return ((await response.json()) as { result: Answer<unknown> }).result
  }

  async call<A extends ActionName>(who: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const answer = await this.knock(who, action, input)
    if (!answer.ok) throw new Error(`${who} ${action}: ${JSON.stringify(answer.refusal)}`)
    return answer.data as Outputs[A]
  }

  async move(who: string, id: string, move: MoveName, input: object): Promise<TicketView> {
    const read = await readFor(async () => (await this.call(who, 'ticket.open', { id })).ticket, move, null)
    const asked = { id, key: newKey(), move, visit: null, input: { ...input }, read }
    return (await this.call(who, 'ticket.move', asked)).ticket
  }

  /** The words with which a move is refused. */
  async refused(who: string, id: string, move: MoveName, input: object): Promise<Refusal> {
    const answer = await this.knock(who, 'ticket.move', { id, key: newKey(), move, visit: null, input })
    if (answer.ok) throw new Error(`${who} ${move} was answered`)
    return answer.refusal
  }

  /** The message of a title; undefined while it has not come. */
  async told(who: string, title: string): Promise<{ words: string } | undefined> {
    const { items } = await this.call(who, 'inbox.list', {})
    return items.find((one) => one.title === title)
  }

  /** The last ticket that a customer has asked for. */
  async newest(who: string): Promise<string> {
    const { items } = await this.call(who, 'ticket.list', { tab: 'open' })
    const yours = await this.call(who, 'ticket.list', { tab: 'yours' })
    return [...yours.items, ...items].sort((a, b) => b.requestedAt - a.requestedAt)[0]!.id
  }
}
