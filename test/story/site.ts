// A customer's machine, an engineer who may depart on Tuesday morning, and what both do beside the phones on stage.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { TicketView, VisitView } from '../../typings/contract'
import { given, joining, request, World } from '../service/world'
import { at, photo, Stage, type Phone } from './stage'

/** Set PICTURES to a folder to keep what was seen. */
const pictures = process.env.PICTURES ?? ''

export const visitPage = (page: string, id: string): string => `/field/${page}/index?id=${id}&v=v1`
export const jobPage = (id: string): string => `/field/job/index?id=${id}`

export class Site {
  private constructor(
    readonly stage: Stage,
    readonly world: World,
    public id: string,
  ) {}

  static async open(): Promise<Site> {
    const stage = await Stage.open()
    const world = World.on(stage.server)
    await world.call('sunxiaobing', 'company.join', joining)
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.ready(id)
    await stage.clock(at('11-24T08:10'))
    return new Site(stage, world, id)
  }

  move(who: string, name: MoveName, input: object = {}): Promise<TicketView> {
    return this.world.move(who, this.id, name, { ...input })
  }
  async arrived(): Promise<void> {
    await this.move('zhouhai', 'depart', given.depart)
    await this.stage.clock(at('11-24T09:30'))
    await this.move('zhouhai', 'arrive', given.arrive)
  }
  async recorded(): Promise<void> {
    await this.arrived()
    await this.world.report('zhouhai', this.id)
  }
  async visit(who = 'zhouhai'): Promise<VisitView> {
    return (await this.world.call(who, 'ticket.open', { id: this.id })).ticket.visits[0]!
  }
  async close(): Promise<void> {
    await this.stage.close()
  }
}

/** Takes a photo by the tile that asks for it. */
export async function take(phone: Phone, tile: string | RegExp): Promise<void> {
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(tile)])
  await chooser.setFiles(photo('site.png'))
}

export async function shot(phone: Phone, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await phone.page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** The value once it is there; the store is asked again, never a clock waited for. */
export async function settled<T>(read: () => Promise<T | null | undefined>): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const value = await read()
    if (value) return value
  }
  throw new Error('it did not come')
}
