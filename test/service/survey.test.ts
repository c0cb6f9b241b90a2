// The survey at the door and in the clock: credits, retry, who sees what, the reminder and the call list.
import { companies, peopleRecords } from '../../demo/people'
import { demoStart, options } from '../../demo/local'
import { machines } from '../../demo/machines'
import type { MessageRecord } from '../../cloudfunctions/store/records'
import { at, entry, given, newKey, pidOf, request, World } from './world'

type Ledger = Record<string, { credits: number }>
const morning = at('11-24T09:30')

/** A visit of 周海 that 李国强 has signed; its ticket. */
async function left(world: World, id?: string): Promise<string> {
  const ticket = id ?? (await world.call('liguoqiang', 'ticket.submit', request())).id
  await world.ready(ticket)
  await world.clock(at('11-24T08:00'))
  await world.move('zhouhai', ticket, 'depart', given.depart)
  await world.move('zhouhai', ticket, 'arrive', given.arrive)
  await world.report('zhouhai', ticket)
  const signed = await world.move('liguoqiang', ticket, 'sign', given.sign)
  await world.clock(morning)
  await world.move('zhouhai', ticket, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
  return ticket
}
const titles = async (world: World, who: string) =>
  (await world.call(who, 'inbox.list', {})).items.map((one) => one.title)

describe('messages and credits', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  it('given one credit, when two messages go to one person at once, then one is sent, one is not, and none is left', async () => {
    const ids = await Promise.all(
      [0, 1].map(async () => (await world.call('liguoqiang', 'ticket.submit', request())).id),
    )
    await world.accept('liguoqiang', 'T1')
    await Promise.all(ids.map((id) => world.move('shenxiaowen', id, 'decline', { reason: '非本公司产品' })))
    const told = (await world.call('liguoqiang', 'inbox.list', {})).items
    expect(told.map((one) => one.push).sort()).toEqual(['no-credit', 'sent'])
    expect((await world.chat('liguoqiang')).filter((card) => card.delivered)).toHaveLength(1)
    expect((await world.stored<Ledger>('credits', pidOf('liguoqiang'))).T1!.credits).toBe(0)
  })

  it('given a ledger that is ahead of WeChat, when WeChat says 43101, then it is set to nothing', async () => {
    // counted on the phone, withdrawn in WeChat's own settings
    await world.call('liguoqiang', 'consent.record', { results: [{ template: 'T1', answer: 'accept' }] })
    await world.call('liguoqiang', 'consent.record', { results: [{ template: 'T1', answer: 'accept' }] })
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'decline', { reason: '非本公司产品' })
    expect((await world.stored<Ledger>('credits', pidOf('liguoqiang'))).T1!.credits).toBe(0)
  })

  it('given a survey that reached nobody, then the clock puts it on the call list, once, and the office asks by phone', async () => {
    const id = await left(world)
    await world.tick()
    await world.tick()
    expect((await titles(world, 'shenxiaowen')).filter((one) => one === '评价未送达')).toHaveLength(1)
    const queue = () => world.call('shenxiaowen', 'work.queue', { queue: 'ratePhone' })
    expect((await queue()).items).toMatchObject([{ id, note: '11月25日(周三)17:30 前打电话' }])
    await world.move('shenxiaowen', id, 'callForRating', { result: 'will', note: '' }, 'v1')
    expect((await queue()).items).toEqual([])
  })

  it('given a credit, then the survey is sent, one reminder follows, and nobody else is bothered', async () => {
    for (let i = 0; i < 3; i++) await world.accept('liguoqiang', 'T4')
    const id = await left(world)
    for (const time of ['11-25T17:29', '11-25T17:30', '11-25T18:00', '11-26T10:00']) {
      await world.clock(at(time))
      await world.tick()
    }
    const cards = (await world.chat('liguoqiang')).filter((one) => one.title === '服务评价提醒')
    expect(cards.map((one) => one.delivered)).toEqual([true, true])
    expect((await world.stored<Ledger>('credits', pidOf('liguoqiang'))).T4!.credits).toBe(1)
    expect((await world.call('liguoqiang', 'ticket.open', { id })).ticket.face.code).toBe('left')
  })

  it('given the one credit went to the survey, then no reminder is put into 消息 either', async () => {
    await world.accept('liguoqiang', 'T4')
    await left(world)
    await world.clock(at('11-25T17:31'))
    await world.tick()
    expect(await titles(world, 'liguoqiang')).not.toContain('还没有收到您的评价')
  })

  it('given an answer, then no reminder comes', async () => {
    for (let i = 0; i < 2; i++) await world.accept('liguoqiang', 'T4')
    const id = await left(world)
    await world.move('liguoqiang', id, 'rate', given.rate)
    await world.clock(at('11-25T17:31'))
    await world.tick()
    expect(await titles(world, 'liguoqiang')).not.toContain('还没有收到您的评价')
  })
})

describe('a message that fails technically', () => {
  const ghost = pidOf('ghost')
  const personas = [...options({}).personas]
  let world: World
  beforeEach(async () => {
    const people = peopleRecords(demoStart)
    const like = people.find((one) => one.openid === 'shenxiaowen')!
    world = await World.open({
      personas,
      seed: (db) => {
        db.insert('people', [...people, { ...like, _id: ghost, openid: 'ghost', name: '顾岚' }])
        db.insert('companies', companies)
        db.insert('equipment', machines)
      },
    })
  })
  afterEach(async () => {
    personas.length = options({}).personas.length
    await world.close()
  })
  const submitted = async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    return () => world.stored<MessageRecord>('messages', `${id}-1-submitted-${ghost}`)
  }
  const minutes = async (n: number) => {
    await world.clock(demoStart + n * 60_000)
    await world.tick()
  }

  it('given WeChat knows nobody of that name, then it is tried five times more with growing waits, then it has failed', async () => {
    const read = await submitted()
    const waits: (number | null)[] = []
    for (const n of [0, 2, 8, 24, 85, 326]) {
      await minutes(n)
      const { retryAt, tries, push } = await read()
      waits.push(retryAt === null ? null : Math.round((retryAt - demoStart) / 60_000))
      expect([tries, push]).toEqual([waits.length, waits.length < 6 ? 'retry' : 'failed'])
    }
    expect(waits).toEqual([1, 7, 23, 84, 325, null])
    await minutes(2000)
    expect((await read()).tries).toBe(6)
  })

  it('given it works again, then it is sent at the next try, and once', async () => {
    const read = await submitted()
    personas.push({ ...personas[0]!, openid: 'ghost' })
    await world.accept('ghost', 'T6')
    await minutes(2)
    await minutes(20)
    expect(await read()).toMatchObject({ push: 'sent', tries: 1, retryAt: null })
    expect(await world.chat('ghost')).toHaveLength(1)
  })
})

describe('who sees a score', () => {
  let world: World
  let id = ''
  const voice = { id: newKey(), kind: 'voice', slot: '评价' }
  beforeAll(async () => {
    world = await World.open()
    id = await left(world)
    const low = { ...given.rate, stars: 2, reasons: ['late'], note: '晚了两小时', media: [voice] }
    await world.move('liguoqiang', id, 'rate', low)
  })
  afterAll(() => world.close())
  const callBacks = async () => (await world.call('fanglixin', 'work.queue', { queue: 'callBack' })).items
  const seenBy = async (who: string) => (await world.call(who, 'ticket.open', { id })).ticket

  it('given a low score, then the manager has it in 待回电 and the engineer finds nothing of it anywhere', async () => {
    const own = { id, verb: '回电', note: '11月24日(周二)17:30 前回电' }
    expect((await callBacks()).find((one) => one.id === id)).toMatchObject(own)
    expect((await seenBy('fanglixin')).visits[0]!.survey).toMatchObject({ stars: 2, reasons: ['late'] })
    const engineer = JSON.stringify([await seenBy('zhouhai'), await world.call('zhouhai', 'inbox.list', {})])
    expect(
      ['晚了两小时', '低分', '2 星', '"late"', voice.id].filter((word) => engineer.includes(word)),
    ).toEqual([])
    expect((await seenBy('zhouhai')).visits[0]!.survey).toMatchObject({ stars: null, reasons: [], nps: null })
  })

  it('given the manager called, then the engineer reads stars and reasons, and that he may', async () => {
    await world.move('fanglixin', id, 'callBack', { said: '等了两小时', agreed: '下次提前约' }, 'v1')
    expect((await seenBy('zhouhai')).visits[0]!.survey).toMatchObject({
      stars: 2,
      reasons: ['late'],
      note: '晚了两小时',
      nps: null,
      called: { said: '等了两小时' },
    })
    expect((await world.call('zhouhai', 'inbox.list', {})).items.map((one) => one.title)).toContain(
      '用户评价',
    )
    expect((await callBacks()).map((one) => one.id)).not.toContain(id)
  })
})

describe('a survey of somebody who is not in the mini-program', () => {
  it('given his company’s managers, then they are asked, and one who is reached is enough', async () => {
    const world = await World.open()
    const letter = { ...entry(), ownerPid: null, despite: true }
    const { id } = await world.call('shenxiaowen', 'ticket.enter', letter)
    await world.accept('liguoqiang', 'T4')
    await left(world, id)
    await world.tick()
    expect(await titles(world, 'liguoqiang')).toContain('请评价本次上门')
    expect(await titles(world, 'shenxiaowen')).not.toContain('评价未送达')
    await world.close()
  })
})
