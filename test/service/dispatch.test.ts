import { at, given, joining, newKey, pidOf, request, World } from './world'

const assign = (more: object = {}) => ({ ...given.assign, ...more })
const asked = (id: string, move: string, input: object) => ({ id, key: newKey(), move, visit: null, input })
const bigTrip = { ...given.askTrip, costs: [{ name: '机票', amount: 5200 }] }

describe('who goes, and who says so', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterEach(() => world.close())

  /** A ticket of 澄远 that waits for dispatch. */
  async function verified(): Promise<string> {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'verify', given.verify)
    await world.move('liguoqiang', id, 'acceptQuote', {})
    return id
  }
  async function sent(more: object = {}): Promise<string> {
    const id = await verified()
    await world.move('fanglixin', id, 'assign', assign(more))
    return id
  }

  it('given a machining centre in 苏州, then the one with the skill in the same city is first, the workshop last, the ticket with them', async () => {
    const id = await verified()
    const { ticket, items } = await world.call('fanglixin', 'dispatch.candidates', { id })
    expect(ticket).toMatchObject({
      id,
      moves: expect.arrayContaining([expect.objectContaining({ move: 'assign' })]),
    })
    expect(items[0]).toMatchObject({
      name: '周海',
      reasons: ['技能符合', '修过这台', '同城', expect.stringMatching(/^近 5 天空 \d 天$/)],
    })
    expect(items[items.length - 1]).toMatchObject({ name: '韩冬', workshop: true })
    expect(items[items.length - 1]!.reasons[0]).toBe('车间人员,须车间同意')
  })

  it('given he is on leave, then the candidates and the week board show it, and sending him is refused until the manager insists', async () => {
    const id = await verified()
    const leave = {
      pid: pidOf('zhouhai'),
      from: '2026-11-24',
      to: '2026-11-25',
      reason: '年假',
      remove: false,
    }
    await world.call('zhouhai', 'staff.absence', leave)
    const { items } = await world.call('fanglixin', 'dispatch.candidates', { id })
    const zhou = items.find((one) => one.name === '周海')!
    expect(zhou.load.map(({ absent }) => absent)).toEqual([null, '年假', '年假', null, null])
    const refusal = await world.refusal(
      'fanglixin',
      'ticket.move',
      asked(id, 'assign', assign({ despite: false })),
    )
    expect(refusal).toMatchObject({ fields: { despite: '周海 11月24日(周二)不在岗:年假' }, article: '18.2' })
    await world.move('fanglixin', id, 'assign', assign({ despite: true }))
    const { people } = await world.call('fanglixin', 'dispatch.board', {})
    expect(people.find((one) => one.name === '周海')!.conflicts).toContain('周二 年假,但有安排')
  })

  it('given a job that lasts over Saturday, then the week board shows it on every day that it is', async () => {
    const id = await verified()
    const days = { arriveBy: at('11-27T09:00'), finishBy: at('11-28T17:30'), despite: true }
    await world.move('fanglixin', id, 'assign', assign({ engineer: pidOf('luyifan'), ...days }))
    const { days: heads, people } = await world.call('fanglixin', 'dispatch.board', { from: '2026-11-23' })
    expect(heads).toContain('2026-11-28')
    const lu = people.find((one) => one.name === '陆一帆')!
    const there = lu.days.filter(({ jobs }) => jobs.some((job) => job.id === id)).map(({ day }) => day)
    expect(there).toEqual(['2026-11-27', '2026-11-28'])
  })

  it('given an engineer who asks for help at once, then it is the first thing on the coordinator’s 工作台, in its words and with its time', async () => {
    const id = await verified()
    await world.move('fanglixin', id, 'assign', assign({ despite: true }))
    const help = { kind: 'parts', text: '编码器坏了，停在客户车间', urgent: true, media: [] }
    await world.move('zhouhai', id, 'askHelp', help)
    const { queues } = await world.call('shenxiaowen', 'work.open', {})
    expect(queues[0]).toMatchObject({ key: 'help' })
    const { items } = await world.call('shenxiaowen', 'work.queue', { queue: 'help' })
    expect(items.find((one) => one.id === id)!.note).toMatch(
      /^紧急求助\(.+\):编码器坏了，停在客户车间 · .+ 前答复$/,
    )
  })

  it('given a job at the same time, when his trip is asked for, then the approval shows the overlap and the tickets of the same city', async () => {
    const first = await sent()
    const second = await sent({ despite: true })
    await world.move('zhouhai', second, 'askTrip', given.askTrip)
    const { items, last } = await world.call('fanglixin', 'approve.open', { id: second })
    expect(last).toBeNull()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'trip', title: '出差审批 · 周海', total: 60, article: '18.1' })
    expect(items[0]!.overlaps.map((one) => one.id)).toContain(first)
    expect(items[0]!.sameCity.map((one) => one.id)).toContain(first)
    await world.move('fanglixin', second, 'approveTrip', { note: '' })
    expect(await world.call('fanglixin', 'approve.open', { id: second })).toMatchObject({
      items: [],
      last: { who: '方立新', words: '方立新 同意出差' },
    })
  })

  it('given a trip of 5,200 yuan, then only the general manager may approve it, and the manager is told so', async () => {
    const id = await sent()
    await world.move('zhouhai', id, 'askTrip', bigTrip)
    const { items } = await world.call('fanglixin', 'approve.open', { id })
    expect(items[0]!.yes.blocked).toMatchObject({ words: '费用 ¥5,200 达到 ¥5,000,须总经理审批' })
    expect(
      await world.refusal('fanglixin', 'ticket.move', asked(id, 'approveTrip', { note: '' })),
    ).toMatchObject({
      code: 'BLOCKED',
      article: '18.1',
      wayOut: '请总经理审批',
    })
    const queue = await world.call('zhengguodong', 'work.open', {})
    expect(queue.queues.find((one) => one.key === 'bigTrip')!.items.map((one) => one.id)).toEqual([id])
    await world.move('zhengguodong', id, 'approveTrip', { note: '' })
    const { ticket } = await world.call('zhouhai', 'ticket.open', { id })
    expect(ticket.visits[0]!.inside!.trip!.decision).toMatchObject({ ok: true, by: { name: '郑国栋' } })
  })

  it('given a small trip, then the general manager has no say in it', async () => {
    const id = await sent()
    await world.move('zhouhai', id, 'askTrip', given.askTrip)
    expect((await world.call('zhengguodong', 'approve.open', { id })).items).toEqual([])
    expect(
      await world.refusal('zhengguodong', 'ticket.move', asked(id, 'rejectTrip', { note: '贵' })),
    ).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('given a job handed to another, then the first does not find it any more and the second has everything', async () => {
    const id = await sent()
    await world.road(id)
    const input = { engineer: pidOf('luyifan'), reason: '时间冲突;交接:备件在周海车上' }
    await world.move('fanglixin', id, 'reassign', input, 'v1')
    expect(await world.refusal('zhouhai', 'ticket.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    const { ticket } = await world.call('luyifan', 'ticket.open', { id })
    expect(ticket.visits[0]).toMatchObject({
      engineer: { name: '陆一帆' },
      inside: {
        trip: { decision: { ok: true } },
        prep: expect.arrayContaining([expect.objectContaining({ done: true })]),
      },
    })
    expect(ticket.moves.find((one) => one.move === 'depart')).toMatchObject({ blocked: null })
    const { items } = await world.call('luyifan', 'inbox.list', {})
    expect(items[0]).toMatchObject({ title: '改派给您' })
  })

  it('given he cannot take it, then it waits for dispatch again and the manager reads why', async () => {
    const id = await sent()
    await world.move('zhouhai', id, 'reject', { reason: '家中急事' }, 'v1')
    const { ticket } = await world.call('fanglixin', 'ticket.open', { id })
    expect(ticket.face.words).toBe('待派工')
    const { items } = await world.call('fanglixin', 'inbox.list', {})
    expect(items[0]).toMatchObject({ title: '接单被退回', words: '周海 不能接:家中急事' })
    await world.move('fanglixin', id, 'assign', assign({ engineer: pidOf('luyifan'), despite: true }))
    expect((await world.call('luyifan', 'ticket.open', { id })).ticket.visits).toHaveLength(2)
  })

  it('given two managers send at once, then the loser hears who was faster and whom he sent', async () => {
    const id = await verified()
    const inputs = [assign(), assign({ engineer: pidOf('luyifan'), despite: true })]
    const both = await Promise.all(
      ['fanglixin', 'shenxiaowen'].map((who, i) =>
        world.knock(who, 'ticket.move', asked(id, 'assign', inputs[i]!)),
      ),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({
      refusal: {
        code: 'CONFLICT',
        words: expect.stringMatching(/(方立新|沈晓雯) 更新\(.*派给 (周海|陆一帆)/),
      },
    })
  })
})

describe('somebody of a workshop (第十五条)', () => {
  let world: World
  let id = ''
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
    id = (await world.call('sunxiaobing', 'ticket.submit', request())).id
    await world.move('shenxiaowen', id, 'verify', given.verify)
    await world.move('liguoqiang', id, 'acceptQuote', {})
  })
  afterAll(() => world.close())
  const lendQueue = async () => {
    const { queues } = await world.call('handong', 'work.open', {})
    // the demo asks for him too
    return queues.find((one) => one.key === 'lend')!.items.filter((one) => one.id === id)
  }

  it('given nobody asked for him, then the ticket does not exist for the workshop', async () => {
    expect(await world.refusal('handong', 'ticket.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await lendQueue()).toEqual([])
  })

  it('given he is asked for, then the workshop sees the outline only: no phone, words, photos or history', async () => {
    await world.move(
      'fanglixin',
      id,
      'assign',
      assign({ companions: [pidOf('handong')], finishBy: at('11-25T17:30') }),
    )
    const { ticket } = await world.call('handong', 'ticket.open', { id })
    expect(ticket).toMatchObject({ outline: true, description: '', media: [], timeline: [], quote: null })
    expect(ticket.contact.phone).toBe('138******02')
    expect(ticket.visits[0]).toMatchObject({ task: given.assign.task, inside: { trip: null, prep: [] } })
    expect((await lendQueue()).map((one) => one.verb)).toEqual(['同意派出'])
    const { items } = await world.call('handong', 'inbox.list', {})
    expect(items[0]).toMatchObject({ title: '请求派出车间人员', page: `/office/lend/index?id=${id}` })
  })

  it('given the workshop consents, then his own yes to the norms opens the job', async () => {
    await world.move('handong', id, 'lend', { helper: pidOf('handong'), note: '' }, 'v1')
    expect((await lendQueue()).map((one) => one.verb)).toEqual(['接受服务规范'])
    expect((await world.call('handong', 'ticket.open', { id })).ticket.outline).toBe(true)
    expect(
      await world.refusal('handong', 'ticket.move', asked(id, 'acceptNorms', { norms: false })),
    ).toMatchObject({
      fields: { norms: '请先阅读并同意服务规范' },
    })
    const ticket = await world.move('handong', id, 'acceptNorms', { norms: true }, 'v1')
    expect(ticket).toMatchObject({ outline: false, description: request().description })
    expect(ticket.contact.phone).toBe('13800000002')
    expect(await lendQueue()).toEqual([])
  })
})

describe('the pages beside the queues', () => {
  it('given manager and coordinator, then 待派工 leads to the week board; an engineer may not open it', async () => {
    const world = await World.open()
    for (const who of ['fanglixin', 'shenxiaowen']) {
      const { queues } = await world.call(who, 'work.open', {})
      expect(queues.find((one) => one.key === 'dispatch')!.link).toEqual({
        label: '周看板',
        page: '/office/week/index',
      })
    }
    expect(await world.refusal('zhouhai', 'dispatch.board', {})).toMatchObject({ code: 'NO_PERMISSION' })
    await world.close()
  })
})
