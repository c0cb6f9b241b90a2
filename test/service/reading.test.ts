// A yes names what was read: whoever agrees, refuses, signs or rates says which version stood on his page.
import { isTwin } from '../../miniprogram/domain/door/inputs'
import { answering } from '../model/reading'
import { at, given, joining, newKey, request, World } from './world'

describe('what somebody answers to', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterAll(() => world.close())

  it('given the tables, then each move by which somebody answers to something names what was read', () => {
    expect([...answering].filter((move) => !isTwin(move)).sort()).toEqual(
      [
        ...['acceptQuote', 'refuseQuote', 'quoteByPhone', 'acceptExtra', 'refuseExtra'],
        ...['approveExtra', 'rejectExtra', 'acceptDelay', 'refuseDelay', 'recordDelay'],
        ...['sign', 'confirmPaper', 'rejectPaper', 'allowException', 'refuseException'],
        ...['approveTrip', 'rejectTrip', 'agreeRoute', 'refuseRoute', 'lend', 'refuseLend', 'acceptNorms'],
        ...['acceptPlan', 'refusePlan', 'planByPhone', 'rate', 'changeRating', 'consent', 'refuseConsent'],
        ...['agreeReschedule', 'refuseReschedule'],
      ].sort(),
    )
  })

  it('given a price that is raised while she reads it, when she agrees, then the new one is shown anew and nothing is agreed', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.move('shenxiaowen', id, 'verify', given.verify)
    const read = await world.read('liguoqiang', id, 'acceptQuote')
    const line = { name: '主轴', amount: 48_000 }
    await world.move('shenxiaowen', id, 'sendQuote', { lines: [line], note: '' })
    const asked = { id, move: 'acceptQuote' as const, visit: null, input: {} }
    expect(await world.refusal('liguoqiang', 'ticket.move', { ...asked, key: newKey(), read })).toMatchObject(
      { code: 'CHANGED', wayOut: '查看最新' },
    )
    expect(await world.refusal('liguoqiang', 'ticket.move', { ...asked, key: newKey() })).toMatchObject({
      code: 'CHANGED',
    })
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.quote).toMatchObject({ total: 48_000, answer: null })
  })

  it('given a record that is written again before she signs, then her signature stands under what she reads only', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', { ...request(), key: newKey() })
    await world.ready(id)
    await world.clock(at('11-24T08:00'))
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    await world.report('zhouhai', id, { hours: 3 })
    const read = await world.read('liguoqiang', id, 'sign')
    await world.report('zhouhai', id, { hours: 30, measure: '换了主轴' })
    const signing = { id, key: newKey(), move: 'sign' as const, visit: null, input: given.sign, read }
    expect(await world.refusal('liguoqiang', 'ticket.move', signing)).toMatchObject({ code: 'CHANGED' })
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.visits[0]).toMatchObject({ receipt: null, report: { hours: 30 } })
    const signed = await world.move('liguoqiang', id, 'sign', given.sign)
    expect(signed.visits[0]!.receipt).not.toBeNull()
    // what was signed lets itself be repeated, whatever it says
    const again = await world.call('liguoqiang', 'ticket.open', { id })
    expect(again.ticket.face.code).toBe('signed')
  })
})
