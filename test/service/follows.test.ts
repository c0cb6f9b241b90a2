// 关联的工单: a new request names an earlier ticket, of its own company's only.
import { request, World } from './world'

describe('a request that follows an earlier ticket', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())
  const followed = async (follows: string) => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', { ...request(), follows })
    return (await world.call('liguoqiang', 'ticket.open', { id })).ticket.follows
  }

  it('given one of his own company’s, then the new ticket names it', async () => {
    const { id, no } = await world.call('liguoqiang', 'ticket.submit', request())
    expect(await followed(id)).toEqual({ id, no })
  })

  it('given another company’s, or one that is not there, then it names none: a number would be told', async () => {
    const { items } = await world.call('chenmeiling', 'ticket.list', { tab: 'open' })
    expect(await followed(items[0]!.id)).toBeNull()
    expect(await followed('tnothing')).toBeNull()
  })
})
