import { at, given, request, World } from './world'

describe('the clock function', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  /** Titles of what somebody was told of a ticket. */
  const told = async (who: string, id: string) =>
    (await world.call(who, 'inbox.list', {})).items
      .filter((one) => one.page.includes(`id=${id}`))
      .map((one) => one.title)
  const timeline = async (id: string) =>
    (await world.call('shenxiaowen', 'ticket.open', { id })).ticket.timeline.map((row) => row.words)

  it('given a deadline that passes at night, then it rings in the morning and not before', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'verify', { ...given.verify, charge: 'free', estimate: null })
    await world.move('fanglixin', id, 'assign', {
      ...given.assign,
      arriveBy: at('11-24T22:00'),
      finishBy: at('11-25T17:30'),
    })
    await world.road(id)
    await world.clock(at('11-24T23:00'))
    await world.tick()
    expect((await timeline(id)).filter((words) => words.startsWith('已超过'))).toEqual([])
    await world.clock(at('11-25T07:31'))
    await world.tick()
    await world.tick()
    expect((await timeline(id)).filter((words) => words.startsWith('已超过'))).toHaveLength(1)
    expect((await told('liguoqiang', id)).filter((title) => title === '抱歉超时')).toHaveLength(1)
  })

  it('given a ticket that waits, then its warning and its escalation reach the right people, each once', async () => {
    const { id, no } = await world.call('liguoqiang', 'ticket.submit', request())
    for (const time of ['11-24T14:00', '11-24T15:00', '11-24T17:45', '11-24T19:00', '11-25T09:00']) {
      await world.clock(at(time))
      await world.tick()
    }
    const words = await timeline(id)
    expect([no, words.filter((one) => one.startsWith('将超时')).length]).toEqual([no, 1])
    expect(words.filter((one) => one.startsWith('已超过'))).toHaveLength(1)
  })

  it('given a customer who is not in the mini-program, when the survey reaches nobody, then the office is asked to call', async () => {
    const letter = {
      companyId: 'c1',
      ownerPid: null,
      source: 'phone' as const,
      letterNo: '',
      requestedAt: at('11-23T09:00'),
      special: '' as const,
      despite: true,
      request: request(),
    }
    const { id } = await world.call('shenxiaowen', 'ticket.enter', letter)
    await world.ready(id)
    await world.clock(at('11-24T08:00'))
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    await world.report('zhouhai', id)
    const signed = await world.move('liguoqiang', id, 'sign', given.sign)
    await world.move('zhouhai', id, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
    expect(await told('liguoqiang', id)).toContain('请评价本次上门')
    await world.tick()
    expect(await told('shenxiaowen', id)).toContain('评价未送达')
  })
})

describe('what waited for the morning', () => {
  let world: World
  let id = ''
  afterEach(() => world.close())

  /** 李国强's ticket is verified on Monday at 22:00: he has credits left, and the message waits. */
  async function atNight(): Promise<void> {
    world = await World.open()
    id = (await world.call('liguoqiang', 'ticket.submit', request())).id
    for (let credit = 0; credit < 3; credit++) await world.accept('liguoqiang', 'T1')
    await world.clock(at('11-23T22:00'))
    await world.move('shenxiaowen', id, 'verify', { ...given.verify, charge: 'free', estimate: null })
  }
  /** What WeChat brought him of his ticket: whether it was delivered. */
  const cards = async () =>
    (await world.chat('liguoqiang')).filter(({ page }) => page.includes(id)).map(({ delivered }) => delivered)

  it('given ticks all night, then nobody is woken; given the tick of 07:30, then it is sent once', async () => {
    await atNight()
    for (const time of ['11-23T22:01', '11-24T03:00', '11-24T07:29']) {
      await world.clock(at(time))
      await world.tick()
      expect([time, await cards()]).toEqual([time, []])
    }
    await world.clock(at('11-24T07:30'))
    await world.tick()
    await world.tick()
    expect(await cards()).toEqual([true])
  })
})
