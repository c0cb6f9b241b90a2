import { request, World } from './world'

describe('who is at a request', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())

  it('given two of the office at one request, then each reads who is at it too, for ten minutes; the customer does not', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const lookers = async (who: string) =>
      (await world.call(who, 'ticket.open', { id })).ticket.inside?.lookers
    expect(await lookers('shenxiaowen')).toEqual([])
    expect(await lookers('fanglixin')).toEqual(['沈晓雯'])
    expect(await lookers('shenxiaowen')).toEqual(['方立新'])
    expect(await lookers('liguoqiang')).toBeUndefined()
    const { now } = (await (await fetch(`${world.server.url}/clock`)).json()) as { now: number }
    await world.clock(now + 11 * 60_000)
    expect(await lookers('shenxiaowen')).toEqual([])
  })
})
