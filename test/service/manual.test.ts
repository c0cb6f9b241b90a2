import { World } from './world'

describe('作业手册, through the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  it('given an engineer on a job, when he asks for its manuals, then he reads those of the machine and of every machine, and who may not see the ticket finds none', async () => {
    const { items } = await world.call('zhouhai', 'ticket.list', { tab: 'open' })
    const { id, equipment } = (await world.call('zhouhai', 'ticket.open', { id: items[0]!.id })).ticket
    const got = await world.call('zhouhai', 'manual.list', { ticketId: id })
    expect(got.model).toBe(equipment.model)
    expect(got.items.map((one) => one.models)).toEqual([
      expect.arrayContaining([equipment.model.split(' ')[0]]),
      ['*'],
    ])
    for (const one of got.items) expect(one.bytes).toBeGreaterThan(500)
    expect((await world.refusal('luyifan', 'manual.list', { ticketId: id })).code).toBe('NOT_FOUND')
  })
})
