import { options } from '../../demo/local'
import { ticketRecords } from '../../demo/tickets'
import { at, entry, given, joining, newKey, pidOf, request, World } from './world'

const wrongDays = ['2026-13-45', '2026-02-30', '0000-00-00', '9999-12-31', '1970-01-01', '']

describe('dates at the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterEach(() => world.close())

  it('given no day or one of another age, then each door that takes a day refuses it in words under the field', async () => {
    for (const wrong of wrongDays) {
      const absence = { pid: pidOf('zhouhai'), to: '2026-11-24', reason: '年假', remove: false }
      const doors = [
        ['fanglixin', 'dispatch.board', {}],
        ['zhouhai', 'staff.absence', absence],
        ['shenxiaowen', 'archive.list', {}],
        ['qinlan', 'stats.measures', { to: '2026-11-24', model: '' }],
      ] as const
      for (const [who, action, more] of doors) {
        const refusal = await world.refusal(who, action, { ...more, from: wrong })
        expect([action, refusal.code, refusal.fields]).toEqual([
          action,
          'INVALID_INPUT',
          expect.objectContaining({ from: expect.stringMatching(/不是有效日期|2000 年到 2099 年|请选择/) }),
        ])
      }
    }
  })

  it('given a request, when its site is ready on 9999-12-31 or its spare part came in 2020, then it is refused', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'verify', given.verify)
    await world.move('liguoqiang', id, 'acceptQuote', {})
    const asked = (move: string, input: object) => ({ id, key: newKey(), move, visit: null, input })
    const far = asked('siteNotReady', { readyOn: '9999-12-31', note: '' })
    expect(await world.refusal('sunxiaobing', 'ticket.move', far)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { readyOn: '预计具备日期应在 2000 年到 2099 年之间' },
    })
    const past = asked('waitPart', { name: '编码器', eta: '2020-01-01' })
    expect(await world.refusal('shenxiaowen', 'ticket.move', past)).toMatchObject({
      fields: { eta: '预计到货不能早于今天' },
    })
  })

  it('given a call that the office writes down with a clock three minutes ahead, then it counts from now; an hour ahead is refused', async () => {
    const ahead = (minutes: number) => ({ ...entry(), requestedAt: at('11-23T09:40') + minutes * 60_000 })
    const refusal = await world.refusal('shenxiaowen', 'ticket.enter', ahead(60))
    expect(refusal.fields).toEqual({ requestedAt: '客户提出的时间不能在现在之后' })
    const { id } = await world.call('shenxiaowen', 'ticket.enter', ahead(3))
    const { requestedAt, createdAt } = await world.stored<{ requestedAt: number; createdAt: number }>(
      'tickets',
      id,
    )
    expect(requestedAt).toBe(createdAt)
  })

  it('given 今天下午 at 17:40, then the customer is asked for another time', async () => {
    await world.clock(at('11-27T17:40'))
    const refusal = await world.refusal('sunxiaobing', 'ticket.submit', { ...request(), wish: 'today' })
    expect(refusal.fields).toEqual({ wish: '今天已经没有工作时间了，请选别的时间' })
  })
})

describe('a ticket that was stored with an absurd date', () => {
  it.each([
    ['9999-12-31', Date.parse('9999-12-31T17:30:00+08:00')],
    ['2026-13-45', null],
    ['0000-00-00', null],
  ])(
    'given a site that is ready on %s, then it opens and is listed for all, and the clock goes on',
    async (readyOn, due) => {
      const base = ticketRecords().find(({ state, companyId }) => state === 'verified' && companyId === 'c1')
      const from = base ?? ticketRecords().find(({ state }) => state === 'verified')!
      const absurd = {
        ...from,
        ...{
          _id: 'tabsurd',
          no: 'BX-261123-ZZZZ',
          state: 'site_ready' as const,
          face: 'site_ready' as const,
        },
        ...{ due, alarmAt: at('11-23T09:40'), category: 'customer' as const, tab: 'yours' as const },
        site: { ...from.site, confirmed: null, readyOn },
      }
      const world = await World.open({
        seed: (db) => {
          options().seed!(db)
          db.insert('tickets', [absurd])
        },
      })
      try {
        await world.tick()
        const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id: 'tabsurd' })
        expect(ticket.site.readyOn).toBe(readyOn)
        const lists = await Promise.all(
          (['yours', 'open'] as const).map((tab) => world.call('shenxiaowen', 'ticket.list', { tab })),
        )
        expect(lists.flatMap(({ items }) => items.map(({ id }) => id))).toContain('tabsurd')
        const open = await world.call('fanglixin', 'ticket.open', { id: 'tabsurd' })
        expect(open.ticket.moves.length).toBeGreaterThan(0)
      } finally {
        await world.close()
      }
    },
  )
})
