// A function that died between the write and the telling: the clock tells what was left, of each kind of record, once.
import { eightds, tickets } from '../../cloudfunctions/store/collections'
import { runningD8 as d8 } from '../hold/permissions/inputs'
import { pointSdkAt } from '../local/cloud/place'
import { at, request, World } from './world'

describe('what was left untold', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
  })
  afterAll(() => world.close())

  const left = (id: string, page: string) => ({
    untoldSince: at('11-23T09:30'),
    untold: [
      {
        id: `${id}-left`,
        to: { role: 'manager' as const },
        template: 'T6' as const,
        title: '断线补发',
        words: '写下后没有送出',
        page,
        urgent: false,
      },
    ],
  })
  const heard = async (id: string) =>
    (await world.call('fanglixin', 'inbox.list', {})).items.filter(
      (one) => one.title === '断线补发' && one.page.includes(id),
    )

  it('given a ticket and an 8D that were written and not told, when the clock runs twice, then each is told once', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const ticket = (await tickets.get(id))!
    const report = (await eightds.get(d8))!
    await tickets.set({ _id: id, rev: ticket.rev }, { ...left(id, `/field/job/index?id=${id}`) })
    await eightds.set({ _id: d8, rev: report.rev }, { ...left(d8, `/quality/d8/index?id=${d8}`) })
    for (let i = 0; i < 2; i++) await world.tick()
    expect([(await heard(id)).length, (await heard(d8)).length]).toEqual([1, 1])
    expect(await eightds.get(d8)).toMatchObject({ untold: [], untoldSince: null })
  })
})
