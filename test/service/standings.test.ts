// Somebody is away or has left, through the door: his queue, his inbox, what he holds and may decide are his stand-in's at
// once, and his again on the day he returns.
import type { PersonRecord, TicketRecord } from '../../cloudfunctions/store/records'
import { at, given, pidOf, request, World } from './world'

describe('stand-ins at the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
    await world.clock(at('11-23T09:00'))
  })
  afterEach(() => world.close())

  const away = (who: string, from: string, to: string) =>
    world.call(who, 'staff.absence', { pid: pidOf(who), from, to, reason: '病假', remove: false })
  /** What lies in a queue; null for whom it is not there. */
  const queue = async (who: string, key: string) => {
    try {
      return (await world.call(who, 'work.queue', { queue: key })).items.map(({ id }) => id)
    } catch {
      return null
    }
  }
  const titles = async (who: string) =>
    (await world.call(who, 'inbox.list', {})).items.map(({ title }) => title)
  const holder = async (id: string) => (await world.stored<TicketRecord>('tickets', id)).holder?.name

  it('given the only coordinator is away, when a machine that stopped is reported, then it is in the manager’s queue and inbox at once, and hers when she is back', async () => {
    await away('shenxiaowen', '2026-11-23', '2026-11-24')
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    expect(await queue('fanglixin', 'verify')).toContain(id)
    expect(await holder(id)).toBe('方立新')
    expect((await titles('fanglixin')).length).toBeGreaterThan(0)
    const { timeline } = await world.move('fanglixin', id, 'askInfo', { asked: '报警号' })
    expect(timeline[0]!.who).toBe('方立新')
    await world.move('liguoqiang', id, 'supplement', { text: '2025', media: [] })

    await world.clock(at('11-25T08:00'))
    await world.tick()
    expect(await holder(id)).toBe('沈晓雯')
    expect(await queue('fanglixin', 'verify')).toBeNull()
    expect(await queue('shenxiaowen', 'verify')).toContain(id)
  })

  it('given a ticket that she holds already, when her absence is entered, then who stands in holds it', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    expect(await holder(id)).toBe('沈晓雯')
    await away('shenxiaowen', '2026-11-23', '2026-11-23')
    expect(await holder(id)).toBe('方立新')
  })

  it('given the manager is away, then the general manager approves the trip in his place, and the history says so', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'verify', given.verify)
    await world.move('fanglixin', id, 'assign', { ...given.assign, engineer: pidOf('zhouhai') })
    await world.move('zhouhai', id, 'askTrip', given.askTrip)
    await away('fanglixin', '2026-11-23', '2026-11-23')
    expect(await queue('zhengguodong', 'approve')).toContain(id)
    const { timeline, visits } = await world.move('zhengguodong', id, 'approveTrip', { note: '' })
    expect([timeline[0]!.who, visits[0]!.state]).toEqual(['郑国栋(代负责人)', 'preparing'])
  })

  it('given the last coordinator is switched off, then the next above holds her tickets, and the administrator is told', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const people = await world.all<PersonRecord>('people')
    const { skills, base } = people.find((one) => one._id === pidOf('shenxiaowen'))!
    await world.call('fanglixin', 'staff.change', { pid: pidOf('shenxiaowen'), skills, base, active: false })
    expect(await holder(id)).toBe('方立新')
    const told = await Promise.all(['guanliyuan', 'zhengguodong'].map((who) => titles(who).catch(() => [])))
    expect(told.flat()).toContain('没有内勤')
  })
})
