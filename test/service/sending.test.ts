// Sending what waited: two ticks that have read the same message.
import { sendWaiting } from '../../cloudfunctions/service/record/tell'
import { messages, people } from '../../cloudfunctions/store/collections'
import { pointSdkAt } from '../local/cloud/place'
import { at, given, pidOf, request, World } from './world'

describe('a message that waited for the morning', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
  })
  afterAll(() => world.close())

  it('given two ticks that have both read it, then the first takes it and it is sent once; a credit is left', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    for (let credit = 0; credit < 2; credit++) await world.accept('liguoqiang', 'T1')
    await world.clock(at('11-23T22:00'))
    await world.move('shenxiaowen', id, 'verify', { ...given.verify, charge: 'free', estimate: null })
    const pid = pidOf('liguoqiang')
    const [waiting] = await messages.find({ ticketId: id, pid, push: 'quiet' }, { limit: 2 })
    const person = await people.get(pid)
    const morning = at('11-24T07:30')
    await sendWaiting(waiting!, person!, morning)
    await sendWaiting(waiting!, person!, morning)
    const cards = (await world.chat('liguoqiang')).filter(({ page }) => page.includes(id))
    expect(cards.map(({ delivered }) => delivered)).toEqual([true])
    expect(await messages.get(waiting!._id)).toMatchObject({ push: 'sent', retryAt: null })
    const { T1 } = await world.stored<Record<string, { credits: number }>>('credits', pid)
    expect(T1!.credits).toBe(1)
  })
})
