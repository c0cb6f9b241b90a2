import { wholeYear } from '../bench/statistics'
import { World } from './world'

// given the demo's closed spindle repair, and one that no record classifies yet
describe('those who analyse faults read the tickets behind the bars (第十、十一条)', () => {
  let world: World
  let classified = ''
  let unclassified = ''
  beforeEach(async () => {
    world = await World.open()
    const closed = await world.call('fanglixin', 'ticket.list', { tab: 'finished', search: 'BX-260914' })
    classified = closed.items[0]!.id
    const open = await world.call('shenxiaowen', 'work.queue', { queue: 'verify' })
    unclassified = open.items[0]!.id
  })
  afterEach(() => world.close())

  it.each(['qinlan', 'dumingyuan'])(
    'given %s, when a classified repair is opened, then there is what was found, and no price, no number, nothing to do',
    async (who) => {
      const { ticket } = await world.call(who, 'ticket.open', { id: classified })
      expect(ticket.visits[0]!.report!.faultWords).toBe('主轴 › 拉刀松刀 › 碟簧失效拉刀力不足')
      expect(ticket.moves).toEqual([])
      expect(JSON.stringify(ticket)).not.toMatch(/¥|1380000\d{4}/)
      expect(ticket.visits.every((visit) => visit.extras.length === 0 && !visit.inside?.trip)).toBe(true)
    },
  )

  it.each([
    ['qinlan', '还没归类的', () => unclassified],
    ['luyifan', '别人的', () => classified],
    ['jiangyue', '别人的', () => classified],
  ])('given %s, when a ticket that is %s is opened, then it is not there', async (who, _which, id) => {
    expect((await world.refusal(who, 'ticket.open', { id: id() })).code).toBe('NOT_FOUND')
  })

  it('given a classified repair, then it is read with its manuals, and nothing else of it is there for the quality department', async () => {
    expect(
      (await world.call('qinlan', 'manual.list', { ticketId: classified })).items.length,
    ).toBeGreaterThan(0)
    expect((await world.refusal('qinlan', 'receipt.verify', { id: classified })).code).toBe('NOT_FOUND')
  })

  it.each([
    ['qinlan', true],
    ['dumingyuan', true],
    ['fanglixin', true],
    ['zhengguodong', false],
  ])(
    'given %s at the bar of a third-level fault, then it says what runs, and whether one may be begun: %s',
    async (who, mayStart) => {
      const bar = { ...wholeYear, level: 3 as const, code: 'TC-1-1' }
      const { d8 } = await world.call(who, 'stats.cases', bar)
      expect(d8.mayStart).toBe(mayStart)
      expect(d8.running.map((one) => one.title)).toEqual(['换刀卡刀(V850、V1160、D540)'])
      expect((await world.call(who, 'stats.cases', { ...bar, code: 'SP-3-1' })).d8.running).toEqual([])
      if (mayStart) await world.call(who, 'd8.prepare', { fault: 'TC-1-1' })
      else expect((await world.refusal(who, 'd8.prepare', { fault: 'TC-1-1' })).code).toBe('NO_PERMISSION')
    },
  )
})
