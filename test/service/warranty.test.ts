import { at, given, newKey, pidOf, World } from './world'

const keys = ['delivery', 'placing', 'wiring', 'tuning', 'cutting', 'acceptance']
const photo = (slot: string) => ({ id: newKey(), kind: 'photo', slot })

describe('三包 of an installed machine, through the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  /** 高雪's G2518 up to the engineer who may leave; the code of her receipt. */
  async function accepted(done = keys): Promise<{ id: string; code: string }> {
    const { id } = await world.call('gaoxue', 'ticket.submit', {
      kind: 'installation',
      key: newKey(),
      equipmentId: 'e-qhg2518-2611-001',
      mode: 'turnkey',
      contractNo: 'QH-2026-118',
      arrivalOn: '2026-11-24',
      readyOn: '2026-11-24',
      description: '',
      contactName: '高雪',
      contactPhone: '13800000011',
      wish: 'asap',
      wishAt: null,
      media: [],
    })
    await world.move('shenxiaowen', id, 'verify', { ...given.verify, charge: 'free', estimate: null })
    const steps = keys.map((key) => ({ key, planned: '2026-11-24' }))
    await world.move('shenxiaowen', id, 'setPlan', { steps, reason: '' })
    await world.move('fanglixin', id, 'assign', { ...given.assign, engineer: pidOf('luyifan') })
    await world.move('luyifan', id, 'askTrip', given.askTrip)
    await world.move('fanglixin', id, 'approveTrip', { note: '' })
    await world.move('luyifan', id, 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
    await world.clock(at('11-24T08:00'))
    await world.move('luyifan', id, 'depart', given.depart)
    await world.move('luyifan', id, 'arrive', given.arrive)
    for (const key of done)
      await world.move('luyifan', id, 'milestone', {
        key,
        quality: 'pass',
        cost: 0,
        delayCause: '',
        note: '',
        media: [],
      })
    await world.move('luyifan', id, 'installReport', {
      measure: '安装调试完成',
      parts: [],
      hours: 8,
      result: 'fixed',
      leftover: '',
      next: '',
      ticks: ['t1', 't2', 't3', 't4'],
      media: [photo('就位灌浆'), photo('试切件检测')],
      acceptance: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((one) => ({ id: one, result: 'pass', note: '' })),
    })
    const ticket = await world.move('gaoxue', id, 'sign', { ...given.sign, name: '高雪' })
    return { id, code: ticket.visits[0]!.receipt!.code!.digits }
  }
  const machine = async () => {
    const { items } = await world.call('gaoxue', 'equipment.list', {})
    return items.find((one) => one.serial === 'QHG2518-2611-001')!.warranty
  }

  it('given all milestones and the receipt, when the engineer leaves, then the machine has twelve months; said twice it stays', async () => {
    const { id, code } = await accepted()
    expect(await machine()).toMatchObject({ until: null, words: '三包验收后起算' })
    const key = newKey()
    const leave = { id, key, move: 'leave' as const, visit: null, input: { code } }
    const { ticket } = await world.call('luyifan', 'ticket.move', leave)
    expect(ticket.equipment.warranty).toMatchObject({ free: true, words: '三包期内·剩 365 天' })
    expect(await machine()).toMatchObject({ until: '2027-11-24', words: '三包期内·剩 365 天' })
    await world.clock(at('11-26T08:00'))
    await world.call('luyifan', 'ticket.move', leave)
    await world.move('gaoxue', id, 'rate', given.rate)
    expect(await machine()).toMatchObject({ until: '2027-11-24' })
  })

  it('given milestones that are left, when the engineer leaves, then 三包 has not begun', async () => {
    const { id, code } = await accepted(keys.slice(0, 4))
    const ticket = await world.move('luyifan', id, 'leave', { code })
    expect(ticket.face.words).toBe('待派工')
    expect(await machine()).toMatchObject({ until: null })
  })
})
