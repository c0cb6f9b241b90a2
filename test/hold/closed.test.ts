import type { Operation } from '../../local/options'
import { at, given, joining, newKey, request, World } from '../service/world'

const writes = /insert|modify|remove/

describe('what is refused leaves no trace but the audit', () => {
  let world: World
  let operations: Operation[] = []
  let id = ''
  beforeAll(async () => {
    world = await World.open({ onOperation: (one) => operations.push(one) })
    id = (await world.call('liguoqiang', 'ticket.submit', request())).id
  })
  afterAll(() => world.close())

  const written = () => operations.filter((one) => writes.test(one.action)).map((one) => one.collection)

  it('given people who may not, when they try every write, then nothing but the refusal is written', async () => {
    const move = { id, key: newKey(), move: 'verify', visit: null, input: given.verify }
    const tries: [string | null, string, unknown][] = [
      ...([null, 'stranger', 'chenmeiling', 'zhouhai', 'qinlan'] as const).map(
        (who) => [who, 'ticket.move', move] as [string | null, string, unknown],
      ),
      ['shenxiaowen', 'ticket.submit', request()],
      ['stranger', 'ticket.submit', request()],
      ['chenmeiling', 'ticket.submit', request()],
      ['stranger', 'inbox.read', { ids: [id] }],
      ['chenmeiling', 'media.arrived', { id, media: 'any', fileId: 'any' }],
      ['chenmeiling', 'company.join', joining],
    ]
    for (const [who, action, input] of tries) {
      operations = []
      const answer = await world.knock(who, action, input)
      expect([who, action, answer.ok, written().filter((name) => name !== 'audit')]).toEqual([
        who,
        action,
        false,
        [],
      ])
    }
  })

  it('given the messages of somebody else, when they are marked as read, then they stay unread', async () => {
    const { items, unread } = await world.call('shenxiaowen', 'inbox.list', {})
    await world.call('liguoqiang', 'inbox.read', { ids: items.map((one) => one.id) })
    expect((await world.call('shenxiaowen', 'inbox.list', {})).unread).toBe(unread)
  })

  it('given an invitation code of nothing, or of signs, then it is wrong and no bug', async () => {
    for (const code of ['', '-', ' ', '.', '$ne', '..', '\u0000', '%00'])
      expect([code, (await world.refusal('stranger', 'company.join', { ...joining, code })).code]).toEqual([
        code,
        expect.stringMatching(/^(CODE_WRONG|INVALID_INPUT)$/),
      ])
  })

  it('given more calls in a minute than a person can tap, then he is asked to wait, and others are not', async () => {
    for (let i = 0; i < 120; i++) {
      // it stays the same minute, however long the calls take
      await world.clock(at('11-23T11:00'))
      await Promise.all(Array.from({ length: 8 }, () => world.knock('gaoxue', 'session.open', {})))
    }
    expect((await world.refusal('gaoxue', 'session.open', {})).code).toBe('RATE_LIMITED')
    expect((await world.knock('dinglei', 'session.open', {})).ok).toBe(true)
  })
})
