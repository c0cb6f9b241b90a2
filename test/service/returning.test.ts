// 定期回访: the clock learns each machine's next date from its services; calls are kept and count once.
import { at, given, newKey, request, World } from './world'

const machine = 'e-qhv850-2403-016'
const due = 'e-qhu500-2606-002'

describe('return visits of machines', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  const open = async (id: string) => (await world.call('shenxiaowen', 'return.open', { id })).visit
  const record = (id: string, more: object, key = newKey()) =>
    world.call('shenxiaowen', 'return.record', {
      id,
      key,
      how: 'done',
      running: null,
      wish: '',
      nextAt: null,
      note: '',
      ...more,
    })

  it('given a new service, then the machine’s date moves with the next tick, and learning again changes nothing', async () => {
    expect((await open(machine)).dueAt).toBe(Date.parse('2027-03-16T17:30:00+08:00'))
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.ready(id)
    await world.clock(at('11-24T08:00'))
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    await world.report('zhouhai', id)
    const signed = await world.move('liguoqiang', id, 'sign', given.sign)
    await world.move('zhouhai', id, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
    await world.tick()
    const moved = await world.stored<{ rev: number; dueAt: number }>('returnVisits', machine)
    expect(moved.dueAt).toBe(Date.parse('2027-05-24T17:30:00+08:00'))
    await world.tick()
    expect((await world.stored<{ rev: number }>('returnVisits', machine)).rev).toBe(moved.rev)
    await world.move('liguoqiang', id, 'rate', { ...given.rate, stars: 4 })
    await world.tick()
    expect(await open(machine)).toMatchObject({ ticketId: id, stars: 4 })
  })

  it('given a machine whose day has come, then the workbench says so and the list begins with it', async () => {
    const { queues } = await world.call('shenxiaowen', 'work.open', {})
    expect(queues.find((one) => one.key === 'followup')?.link?.label).toBe('定期回访 · 1 台到期')
    const list = await world.call('shenxiaowen', 'return.list', {})
    expect([list.due, list.items[0]?.id, list.items[0]?.due]).toEqual([1, due, true])
    expect(list.items.map((one) => one.dueAt)).toEqual(
      [...list.items.map((one) => one.dueAt)].sort((a, b) => a - b),
    )
  })

  it('given a call, sent twice after a lost answer, then it is kept once and the next is due by the rule', async () => {
    const key = newKey()
    await record(due, { running: 'well', wish: '想要一份保养表' }, key)
    const { visit } = await record(due, { running: 'well', wish: '想要一份保养表' }, key)
    expect([visit.calls.length, visit.dueAt]).toEqual([1, Date.parse('2027-02-23T17:30:00+08:00')])
    expect((await world.call('shenxiaowen', 'return.list', {})).due).toBe(0)
  })

  it('given two who write down their calls of one machine at one instant, then both are kept, each judged by the other', async () => {
    const call = (who: string) =>
      world.call(who, 'return.record', { ...said(due), how: 'missed' as const, nextAt: at('11-24T10:00') })
    await Promise.all(['shenxiaowen', 'fanglixin', 'shenxiaowen'].map(call))
    const visit = await open(due)
    expect([visit.calls.length, visit.missed, visit.dueAt]).toEqual([
      3,
      0,
      Date.parse('2027-02-23T17:30:00+08:00'),
    ])
  })

  it('given nobody answers, then a next time is asked for, and the third time the rule decides it', async () => {
    const missed = { how: 'missed', nextAt: at('11-24T10:00') }
    expect(
      (await world.refusal('shenxiaowen', 'return.record', { ...said(due), how: 'missed' })).fields,
    ).toEqual({ nextAt: '请选下次回访时间' })
    expect((await record(due, missed)).visit).toMatchObject({ missed: 1, dueAt: at('11-24T10:00') })
    await record(due, missed)
    const { visit } = await record(due, missed)
    expect([visit.missed, visit.dueAt]).toEqual([0, Date.parse('2027-02-23T17:30:00+08:00')])
  })

  it('given a machine that does not run, then the call is kept as a repair to be entered, not as done', async () => {
    const answer = await world.refusal('shenxiaowen', 'return.record', { ...said(due), running: 'unfixed' })
    expect(answer.fields).toEqual({ running: '设备有问题,请登记报修' })
    const { visit } = await record(due, { how: 'repair', running: 'unfixed' })
    expect(visit.calls[0]).toMatchObject({ outcome: 'repair', script: { running: 'unfixed' } })
  })

  it('given a customer who is not satisfied, then a complaint of its own is linked, once, and the service waits for its plan', async () => {
    const { items } = await world.call('shenxiaowen', 'work.queue', { queue: 'followup' })
    const { id } = items.find((one) => one.title.startsWith('V1160'))!
    const asked = {
      id,
      key: newKey(),
      topic: 'unfixed' as const,
      description: '又有异响',
      remedies: ['repair' as const],
      safety: false,
    }
    const first = await world.call('shenxiaowen', 'return.complain', asked)
    const second = await world.call('shenxiaowen', 'return.complain', asked)
    expect([second.id, first.no.slice(0, 2)]).toEqual([first.id, 'TS'])
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
    expect(ticket.timeline.filter((row) => row.words.includes(first.no))).toHaveLength(1)
    expect([ticket.face.code, ticket.face.due]).toEqual(['followup', at('11-30T17:30')])
    expect((await world.refusal('zhouhai', 'return.complain', asked)).code).toBe('NO_PERMISSION')
  })

  const said = (id: string) => ({
    id,
    key: newKey(),
    how: 'done',
    running: null,
    wish: '',
    nextAt: null,
    note: '',
  })
})
