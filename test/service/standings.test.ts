// Somebody is away or has left, through the door: his queue, his inbox, what he holds and may decide are his stand-in's at
// once, and his again on the day he returns.
import type { PersonRecord, TicketRecord } from '../../cloudfunctions/store/records'
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { machines } from '../../demo/machines'
import { at, given, newKey, pidOf, request, World } from './world'

/** The demo's people and machines, and no ticket. */
const seed: Parameters<typeof World.open>[0] = {
  seed: (db) => {
    db.insert('people', peopleRecords(demoStart))
    db.insert('companies', companies)
    db.insert('equipment', machines)
  },
}

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

describe('who leaves', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open(seed)
    await world.clock(at('11-23T09:00'))
  })
  afterEach(() => world.close())

  const off = (who: string) =>
    world.knock('fanglixin', 'staff.change', { pid: pidOf(who), skills: [], base: '', active: false })
  const job = async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.ready(id)
    await world.clock(at('11-24T08:10'))
    await world.move('zhouhai', id, 'depart', given.depart)
    return id
  }

  it('given an engineer on the road, then he is not switched off before his job is handed over; the new man goes through his own gates, and the customer reads who and when', async () => {
    const id = await job()
    expect(await off('zhouhai')).toMatchObject({ ok: false, refusal: { code: 'BLOCKED' } })
    const { jobs: items } = await world.call('fanglixin', 'staff.jobs', { pid: pidOf('zhouhai') })
    expect(items.map((one) => one.id)).toEqual([id])
    const handed = await world.call('fanglixin', 'staff.handOver', {
      ...{ key: newKey(), pid: pidOf('zhouhai'), to: pidOf('luyifan'), ticket: null, reason: '周海离职' },
    })
    expect(handed).toEqual({ items: [], refused: [] })
    const ticket = (await world.call('liguoqiang', 'ticket.open', { id })).ticket
    expect(ticket.visits[0]).toMatchObject({
      ...{ state: 'planning', engineer: { name: '陆一帆' }, departedAt: null, eta: null },
      arriveBy: at('11-25T08:10'),
    })
    expect(ticket.timeline[0]!.words).toContain('工程师已更换为 陆一帆')
    const seen = (await world.call('luyifan', 'ticket.open', { id })).ticket.moves.map(({ move }) => move)
    expect(seen).toContain('askTrip')
    expect(seen).not.toContain('arrive')
    expect(await off('zhouhai')).toMatchObject({ ok: true })
    const whole = await world.stored<TicketRecord>('tickets', id)
    expect([whole.holder?.name, whole.lead]).toEqual(['陆一帆', pidOf('luyifan')])
  })

  it('given leave that begins while he has a job, then the manager is told which work waits for another', async () => {
    await job()
    const absence = { from: '2026-11-24', to: '2026-11-26', reason: '病假', remove: false }
    await world.call('zhouhai', 'staff.absence', { pid: pidOf('zhouhai'), ...absence })
    const inbox = (await world.call('fanglixin', 'inbox.list', {})).items
    expect(inbox.find(({ title }) => title === '有人不在,任务待改派')?.words).toBe(
      '周海 2026-11-24 至 2026-11-26 不在,1 张任务待改派',
    )
  })
})
