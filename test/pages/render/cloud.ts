// The real functions behind a page under test.
import type { Answer } from '../../../typings/contract'
import type { WeChat } from '../foundation/wechat'
import { settle } from '../foundation/wechat'

/** A running cloud and what a page still waits for. */
export class Cloud {
  private readonly waiting = new Set<Promise<unknown>>()
  private constructor(private readonly url: string) {}

  static async open(): Promise<Cloud> {
    const { openCloud } = globalThis as unknown as { openCloud(): Promise<string> }
    return new Cloud(await openCloud())
  }

  async knock(who: string, action: string, input: object): Promise<Answer<unknown>> {
    const response = await fetch(`${this.url}/call`, {
      method: 'POST',
      headers: { 'x-openid': who },
      body: JSON.stringify({ name: 'api', data: { action, input } }),
    })
    // parsed here, so that a list is a list of this document's world
    return (JSON.parse(await response.text()) as { result: Answer<unknown> }).result
  }

  /** Lets a phone be answered as this person. */
  answers(phone: WeChat, who: string): void {
    phone.cloud = (action, input) => {
      const work = this.knock(who, action, input).then((answer) =>
        answer.ok ? answer.data : { refusal: answer.refusal },
      )
      this.waiting.add(work)
      void work.finally(() => this.waiting.delete(work))
      return work
    }
  }

  /** Until every answer has come and has been drawn. */
  async quiet(): Promise<void> {
    await settle()
    while (this.waiting.size > 0) {
      await Promise.all(this.waiting)
      await settle()
    }
  }
}
