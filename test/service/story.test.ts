import { at, given, joining, newKey, request, World } from './world'

describe('a repair from request to rating, through the door', () => {
  let world: World
  let id = ''
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterAll(() => world.close())

  it('given an operator of 澄远, when he submits on Monday 09:40, then he has a number and the promise of Tuesday 17:30', async () => {
    await world.accept('sunxiaobing', 'T1', 'T2', 'T4')
    const done = await world.call('sunxiaobing', 'ticket.submit', request())
    id = done.id
    expect(done).toMatchObject({ due: at('11-24T17:30'), provisional: false, outOfHours: false })
    expect(done.no).toMatch(/^BX-261123-/)
  })

  it('then his colleague sees it, and people of another company are told that it is not there', async () => {
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.face).toMatchObject({ words: '待核实', holder: { name: '沈晓雯' } })
    expect(await world.refusal('chenmeiling', 'ticket.open', { id })).toEqual({
      code: 'NOT_FOUND',
      words: '没有这张工单或无权查看',
    })
    expect(await world.refusal('chenmeiling', 'ticket.open', { id: 'tnothing' })).toEqual({
      code: 'NOT_FOUND',
      words: '没有这张工单或无权查看',
    })
  })

  it('then the coordinator finds it in 待核实 and verifies; the customer hears', async () => {
    const { items } = await world.call('shenxiaowen', 'work.queue', { queue: 'verify' })
    expect(items.map((card) => card.id)).toContain(id)
    const ticket = await world.move('shenxiaowen', id, 'verify', given.verify)
    expect(ticket.face.words).toBe('待派工')
    expect(await world.chat('sunxiaobing')).toMatchObject([{ title: '服务进度提醒', delivered: true }])
  })

  it('given two managers assigning at once, then one wins and the other is told who', async () => {
    const both = await Promise.all(
      ['fanglixin', 'shenxiaowen'].map((who) =>
        world.knock(who, 'ticket.move', {
          id,
          key: newKey(),
          move: 'assign',
          visit: null,
          input: given.assign,
        }),
      ),
    )
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    const lost = both.find((answer) => !answer.ok)
    expect(lost).toMatchObject({
      refusal: {
        code: 'CONFLICT',
        words: expect.stringMatching(/工单刚被 (方立新|沈晓雯) 更新\((09|10):\d\d,派给 周海/),
      },
    })
  })

  it('then the engineer departs with an ETA that the customer sees, and arrives', async () => {
    await world.move('liguoqiang', id, 'acceptQuote', {})
    await world.road(id)
    await world.clock(at('11-24T08:30'))
    await world.move('zhouhai', id, 'depart', given.depart)
    const { ticket } = await world.call('sunxiaobing', 'ticket.open', { id })
    expect(ticket.visits[0]).toMatchObject({
      eta: given.depart.eta,
      engineer: { name: '周海', staffNo: 'QH-F012' },
    })
    await world.clock(at('11-24T09:35'))
    expect((await world.move('zhouhai', id, 'arrive', given.arrive)).face.code).toBe('onsite')
  })

  it('then without the receipt he cannot leave, and is told why and how', async () => {
    await world.report('zhouhai', id)
    const refusal = await world.refusal('zhouhai', 'ticket.move', {
      id,
      key: newKey(),
      move: 'leave',
      visit: null,
      input: { code: '000000' },
    })
    expect(refusal).toMatchObject({
      code: 'BLOCKED',
      article: '19.2',
      words: '还不能离场:取得用户回执后方可离开',
    })
  })

  it('then the customer signs, the engineer never sees the code, and the code lets him leave', async () => {
    const signed = await world.move('sunxiaobing', id, 'sign', given.sign)
    const { digits } = signed.visits[0]!.receipt!.code!
    const { ticket } = await world.call('zhouhai', 'ticket.open', { id })
    expect(ticket.visits[0]!.receipt).toMatchObject({ code: null, intact: true })
    const wrong = await world.refusal('zhouhai', 'ticket.move', {
      id,
      key: newKey(),
      move: 'leave',
      visit: null,
      input: { code: digits === '111111' ? '222222' : '111111' },
    })
    expect(wrong).toMatchObject({ code: 'LEAVE_CODE_WRONG', fields: { code: '离场码不对,还可试 2 次' } })
    expect((await world.move('zhouhai', id, 'leave', { code: digits })).face.code).toBe('left')
  })

  it('then the survey is in the chat, the engineer cannot answer it, the customer can, once', async () => {
    expect((await world.chat('sunxiaobing')).map((card) => card.title)).toContain('服务评价提醒')
    expect(
      await world.refusal('zhouhai', 'ticket.move', {
        id,
        key: newKey(),
        move: 'rate',
        visit: 'v1',
        input: given.rate,
      }),
    ).toMatchObject({ code: 'NOT_ALLOWED' })
    await world.move('sunxiaobing', id, 'rate', given.rate, 'v1')
    expect(
      await world.refusal('liguoqiang', 'ticket.move', {
        id,
        key: newKey(),
        move: 'rate',
        visit: 'v1',
        input: given.rate,
      }),
    ).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('when things go wrong on the way', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterAll(() => world.close())

  it('given a double tap, then there is one ticket', async () => {
    const asked = request()
    const both = await Promise.all([1, 2, 3].map(() => world.call('sunxiaobing', 'ticket.submit', asked)))
    expect(new Set(both.map((done) => done.no)).size).toBe(1)
  })

  it('given the answer is lost after the write, when the phone tries again, then it gets the same ticket', async () => {
    const asked = request()
    await world.loseAnswer('sunxiaobing')
    await expect(world.knock('sunxiaobing', 'ticket.submit', asked)).rejects.toThrow()
    const before = await world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    const again = await world.call('sunxiaobing', 'ticket.submit', asked)
    const after = await world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    expect(after.counts).toEqual(before.counts)
    expect(after.items.some((card) => card.id === again.id)).toBe(true)
  })

  it('given the answer to a move is lost, when the phone tries again with its key, then the move counts once', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    const asked = { id, key: newKey(), move: 'verify' as const, visit: null, input: given.verify }
    await world.loseAnswer('shenxiaowen')
    await expect(world.knock('shenxiaowen', 'ticket.move', asked)).rejects.toThrow()
    const { ticket } = await world.call('shenxiaowen', 'ticket.move', asked)
    expect(ticket.timeline.filter((row) => row.words.startsWith('已核实'))).toHaveLength(1)
  })

  it('given no credit, then the survey is in 消息 with the badge, the chat shows it grey, and the coordinator is told', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.ready(id, 'luyifan')
    await world.clock(at('11-24T08:00'))
    await world.move('luyifan', id, 'depart', given.depart)
    await world.move('luyifan', id, 'arrive', given.arrive)
    await world.report('luyifan', id)
    const signed = await world.move('sunxiaobing', id, 'sign', given.sign)
    await world.move('luyifan', id, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
    const { items, unread } = await world.call('sunxiaobing', 'inbox.list', {})
    expect(items[0]).toMatchObject({
      title: '请评价本次上门',
      about: 'V850 立式加工中心 3号线',
      push: 'no-credit',
      read: false,
      page: expect.stringContaining('/customer/rate/'),
    })
    expect(unread).toBeGreaterThan(0)
    expect((await world.chat('sunxiaobing')).at(-1)).toMatchObject({
      title: '服务评价提醒',
      delivered: false,
    })
    await world.tick()
    const office = await world.call('shenxiaowen', 'inbox.list', {})
    expect(office.items.map((row) => row.title)).toContain('评价未送达')
  })

  it('given a photo announced, then only its author may say it arrived, and it is shown by an address with an end', async () => {
    const photo = { id: 'photo0000000001', kind: 'photo' as const, slot: '报警' }
    const { id, uploads } = await world.call('sunxiaobing', 'ticket.submit', { ...request(), media: [photo] })
    const path = uploads[0]!.path
    const stored = await fetch(`${world.server.url}/upload?path=${path}`, {
      method: 'POST',
      body: 'jpeg',
      headers: { 'x-openid': 'sunxiaobing' },
    })
    const { fileID } = (await stored.json()) as { fileID: string }
    const arrived = { id, media: photo.id, fileId: fileID }
    expect(await world.refusal('liguoqiang', 'media.arrived', arrived)).toMatchObject({ code: 'NOT_FOUND' })
    await world.call('sunxiaobing', 'media.arrived', arrived)
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
    const { url } = ticket.media[0]!
    expect((await fetch(url!)).status).toBe(200)
    expect((await fetch(url!.split('?')[0]!)).status).toBe(403)
  })

  it('given a duplicate that cannot be merged any more, then nothing of it is taken in', async () => {
    const first = await world.call('liguoqiang', 'ticket.submit', request())
    const second = await world.call('liguoqiang', 'ticket.submit', request())
    await world.move('shenxiaowen', second.id, 'verify', given.verify)
    const merging = { id: second.id, into: first.id, key: 'key-of-merge', reason: '同一故障' }
    expect((await world.refusal('shenxiaowen', 'ticket.merge', merging)).code).toBe('CONFLICT')
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id: first.id })
    expect(ticket.merged).toEqual([])
  })
})

describe('an extra', () => {
  let world: World
  let id = ''
  const shot = newKey()
  const asked = {
    what: '更换拉刀碟簧',
    reason: '碟簧失效',
    lines: [{ name: '碟簧', amount: 860 }],
    free: false,
    finishBy: at('11-24T17:30'),
    media: [{ id: shot, kind: 'photo', slot: '增项1' }],
  }
  const seenBy = async (who: string) => {
    const { ticket } = await world.call(who, 'ticket.open', { id })
    const { extras, media } = ticket.visits[0]!
    const said = JSON.stringify(ticket)
    return {
      extras: extras.map(({ what }) => what),
      photos: media.filter((one) => one.id === shot).length,
      told: said.includes(asked.what) || said.includes('860'),
    }
  }
  const nothing = { extras: [], photos: 0, told: false }
  beforeAll(async () => {
    world = await World.open()
    id = (await world.call('liguoqiang', 'ticket.submit', request())).id
    await world.ready(id)
    await world.clock(at('11-24T08:00'))
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
  })
  afterAll(() => world.close())

  it('given it was asked for and not approved, then the customer sees neither it nor its price nor its photo', async () => {
    await world.move('zhouhai', id, 'askExtra', asked)
    expect(await seenBy('liguoqiang')).toEqual(nothing)
    expect(await seenBy('fanglixin')).toEqual({ extras: [asked.what], photos: 1, told: true })
  })

  it('given the manager said no, then the customer never hears of it', async () => {
    await world.move('fanglixin', id, 'rejectExtra', { note: '先按原范围' })
    expect(await seenBy('liguoqiang')).toEqual(nothing)
  })

  it('given the manager says yes, then the customer sees this one, to be confirmed', async () => {
    const again = { ...asked, what: '更换油管', media: [] }
    await world.move('zhouhai', id, 'askExtra', again)
    await world.move('fanglixin', id, 'approveExtra', { lines: asked.lines, free: false, note: '' })
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.visits[0]!.extras).toMatchObject([{ what: '更换油管', total: 860, answer: null }])
    expect(ticket.moves.map(({ move }) => move)).toContain('acceptExtra')
  })
})
