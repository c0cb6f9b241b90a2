import { machines } from '../../demo/machines'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Refusal } from '../../miniprogram/domain/engine/refusals'
import { at, given, joining, newKey, request, World } from '../service/world'

describe('doing it twice is doing it once', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  /** Twice at the same time, then once more after an answer that got lost. */
  async function thrice(who: string, action: string, input: unknown): Promise<unknown[]> {
    const both = await Promise.all([world.knock(who, action, input), world.knock(who, action, input)])
    await world.loseAnswer(who)
    await expect(world.knock(who, action, input)).rejects.toThrow()
    const answers = [...both, await world.knock(who, action, input)]
    return answers.map((answer) => (answer.ok ? answer.data : answer.refusal))
  }

  it('given ticket.submit, then there is one ticket with one number, and people are told once', async () => {
    const all = await thrice('liguoqiang', 'ticket.submit', request())
    expect(new Set(all.map((done) => (done as { no: string }).no)).size).toBe(1)
    const { items } = await world.call('shenxiaowen', 'inbox.list', {})
    expect(items).toHaveLength(1)
  })

  it('given each move of a repair, then each counts once and each person is told once', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const far = { arriveBy: at('11-27T10:00'), finishBy: at('11-27T17:30') }
    const steps: [string, string, Record<string, unknown>][] = [
      ['shenxiaowen', 'askInfo', { asked: '请拍铭牌' }],
      [
        'liguoqiang',
        'supplement',
        { text: '在电柜门上', media: [{ id: newKey(), kind: 'photo', slot: '' }] },
      ],
      ['shenxiaowen', 'verify', given.verify],
      ['liguoqiang', 'acceptQuote', {}],
      ['fanglixin', 'assign', { ...given.assign, ...far }],
      ['zhouhai', 'askTrip', given.askTrip],
      ['fanglixin', 'approveTrip', { note: '' }],
      ['zhouhai', 'prepare', given.prepare],
      ['zhouhai', 'depart', { eta: far.arriveBy }],
      ['zhouhai', 'arrive', given.arrive],
      [
        'zhouhai',
        'report',
        {
          ...given.report,
          media: ['修前', '修后'].map((slot) => ({ id: newKey(), kind: 'photo', slot })),
        },
      ],
      ['liguoqiang', 'sign', given.sign],
      ['liguoqiang', 'renewCode', {}],
      ['zhouhai', 'leave', {}],
      ['liguoqiang', 'rate', given.rate],
      ['shenxiaowen', 'close', given.close],
    ]
    for (const [i, [who, move, input]] of steps.entries()) {
      const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
      const code = ticket.visits[0]?.receipt?.code?.digits
      const read = await world.read(who, id, move as MoveName)
      const asked = { id, key: newKey(), move, visit: null, input: move === 'leave' ? { code } : input, read }
      const all = (await thrice(who, 'ticket.move', asked)) as { ticket?: { rev: number } }[]
      expect([move, all.map((done) => done.ticket?.rev)]).toEqual([move, [i + 2, i + 2, i + 2]])
    }
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
    expect(ticket.timeline).toHaveLength(steps.length + 1)
    expect(ticket.media).toHaveLength(1)
    expect(ticket.visits[0]!.media).toHaveLength(2)
    for (const who of ['liguoqiang', 'shenxiaowen', 'fanglixin', 'zhouhai']) {
      const { items } = await world.call(who, 'inbox.list', {})
      const said = items.map((one) => `${one.title} ${one.words} ${one.page}`)
      expect(said).toHaveLength(new Set(said).size)
    }
  })

  it('given a wrong departure code, when its answer was lost and it is sent again, then one try is spent; a new one spends another', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.ready(id)
    await world.clock(at('11-24T08:00'))
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    await world.report('zhouhai', id)
    const signed = await world.move('liguoqiang', id, 'sign', given.sign)
    const { digits } = signed.visits[0]!.receipt!.code!
    const code = digits === '111111' ? '222222' : '111111'
    for (const left of [2, 1]) {
      const leaving = { id, key: newKey(), move: 'leave', visit: null, input: { code } }
      const all = (await thrice('zhouhai', 'ticket.move', leaving)) as Refusal[]
      const words = `离场码不对,还可试 ${left} 次`
      expect(all.map((no) => [no.code, no.words])).toEqual(all.map(() => ['LEAVE_CODE_WRONG', words]))
    }
    expect((await world.move('zhouhai', id, 'leave', { code: digits })).face.code).toBe('left')
  })

  it('given the key of somebody else, then his request and his move are not taken for mine', async () => {
    const key = newKey()
    const hers = await world.call('liguoqiang', 'ticket.submit', request(key))
    const his = await world.call('chenmeiling', 'ticket.submit', {
      ...request(key),
      equipmentId: machines.find(({ companyId }) => companyId === 'c2')!._id,
    })
    expect(his.id).not.toBe(hers.id)
    const move = { id: hers.id, key: newKey(), visit: null }
    await world.call('shenxiaowen', 'ticket.move', { ...move, move: 'verify', input: given.verify })
    const urge = { ...move, move: 'urge' as const, input: { reason: 'loss' } }
    const { ticket } = await world.call('liguoqiang', 'ticket.move', urge)
    expect([ticket.rev, ticket.timeline[0]!.words]).toEqual([3, '催办:停产损失大'])
    const { ticket: again } = await world.call('liguoqiang', 'ticket.move', urge)
    expect(again.rev).toBe(3)
  })

  it('given company.join, then he is one of theirs once, and one seat is taken', async () => {
    const seats = async () => (await world.stored<{ left: number }>('invitations', joining.code)).left
    expect(await seats()).toBe(20)
    const all = await thrice('sunxiaobing', 'company.join', joining)
    expect(new Set(all.map((done) => (done as { me: { pid: string } }).me.pid)).size).toBe(1)
    expect(await seats()).toBe(19)
  })

  it('given media.arrived and inbox.read, then nothing changes the second time', async () => {
    const photo = { id: newKey(), kind: 'photo' as const, slot: '' }
    const { id, uploads } = await world.call('liguoqiang', 'ticket.submit', { ...request(), media: [photo] })
    const fileId = await world.upload('liguoqiang', uploads[0]!.path, 'jpeg')
    await thrice('liguoqiang', 'media.arrived', { id, media: photo.id, fileId })
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.rev).toBe(2)
    const { items } = await world.call('shenxiaowen', 'inbox.list', {})
    const read = await thrice('shenxiaowen', 'inbox.read', { ids: items.map((one) => one.id) })
    expect(read).toEqual([0, 0, 0].map((unread) => ({ unread })))
  })
})
