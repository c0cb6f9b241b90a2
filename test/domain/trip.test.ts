import { actor, ask, at, facts, inputsOf, make, prepared, submitted } from './world'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import { breaches } from '../../miniprogram/domain/statistics/breaches'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'

const big = { ...inputsOf.askTrip, costs: [{ name: '机票', amount: 5000 }] }
const route = {
  legs: [{ from: '苏州厂', to: '昆山', by: '汽车', departAt: at('2026-11-25T07:00') }],
  reason: '封路',
}

function planned(trip = inputsOf.askTrip): Ticket {
  let t = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
  t = make(t, 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))
  return make(t, 'zhou', 'askTrip', trip, at('2026-11-23T11:10'))
}
const verbs = (ticket: Ticket, who: 'zhou' | 'fang' | 'zheng') =>
  movesFor(ticket, actor(who, ticket), at('2026-11-24T17:00'), facts)
    .filter((one) => one.primary)
    .map((one) => one.move)

describe('the trip (第十八条第1、3项)', () => {
  it('given a trip of ¥5,000, then the manager is blocked with the way out and the general manager decides', () => {
    const ticket = planned(big)
    expect(ticket.asks).toMatchObject([{ kind: 'bigTrip', role: 'generalManager' }])
    expect(ask(ticket, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))).toMatchObject({
      refusal: { code: 'BLOCKED', article: '18.1', wayOut: '请总经理审批' },
    })
    expect(make(ticket, 'zheng', 'approveTrip', { note: '' }, at('2026-11-23T11:20')).face).toBe('preparing')
  })

  it('given a small trip, then the general manager is not asked', () => {
    expect(verbs(planned(), 'zheng')).toEqual([])
    expect(ask(planned(), 'zheng', 'approveTrip', { note: '' }, at('2026-11-23T11:20')).ok).toBe(false)
  })

  it('given an application with another finish, then the customer’s promise changes with the approval only, and he hears it', () => {
    const later = { ...inputsOf.askTrip, task: '换主轴', finishBy: at('2026-11-26T17:30') }
    let ticket = planned(later)
    const before = { task: inputsOf.assign.task, finishBy: inputsOf.assign.finishBy }
    expect(ticket.visits[0]).toMatchObject(before)
    const rejected = make(ticket, 'fang', 'rejectTrip', { note: '太贵' }, at('2026-11-23T11:20'))
    expect(rejected.visits[0]).toMatchObject(before)
    ticket = make(ticket, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))
    expect(ticket.visits[0]).toMatchObject({ task: '换主轴', finishBy: later.finishBy })
    expect(ticket.untold.filter((one) => one.title === '完工时间有变')).toMatchObject([
      { to: { pid: ticket.ownerPid }, words: '完工改为11月26日(周四)17:30' },
    ])
  })

  it('given a change of route that nobody answered, when he arrives, then it is told to the manager and counted under 十八条3', () => {
    let ticket = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    ticket = make(ticket, 'zhou', 'changeRoute', route, at('2026-11-25T08:00'))
    ticket = make(ticket, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'))
    expect(ticket.untold.map((one) => one.title)).toContain('未经同意变更路线')
    expect(breaches(ticket, facts.settings).filter((one) => one.gate.article === '18.3')).toMatchObject([
      { at: at('2026-11-25T08:50'), gate: { breach: 'broken', words: '变更路线未经同意就到达：封路' } },
    ])
  })

  it('given a rejected trip, then a second version is asked for, and the departure waits for its approval', () => {
    let ticket = make(planned(), 'fang', 'rejectTrip', { note: '改乘高铁' }, at('2026-11-23T11:20'))
    expect([ticket.face, verbs(ticket, 'zhou')]).toEqual(['planning', ['askTrip', 'depart']])
    ticket = make(ticket, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-23T11:30'))
    expect(ticket.visits[0]!.trip).toMatchObject({ version: 2, decision: null })
  })

  it('given everything is ready, then to depart is the first verb, and a new application is no verb any more', () => {
    expect(verbs(prepared(), 'zhou')).toEqual(['depart', 'prepare'])
  })

  it('given a change of route before departure, then the departure waits for the manager’s consent', () => {
    let ticket = make(prepared(), 'zhou', 'changeRoute', route, at('2026-11-24T16:30'))
    expect(ask(ticket, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))).toMatchObject({
      refusal: { article: '18.3', words: '还不能出发:变更路线须事先经负责人同意' },
    })
    ticket = make(ticket, 'fang', 'agreeRoute', { note: '' }, at('2026-11-24T16:40'))
    expect(ticket.visits[0]!.trip!.legs).toEqual(route.legs)
    expect(ask(ticket, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50')).ok).toBe(true)
  })

  it('given a change of route that waits, when a new trip is asked for, then the new route alone counts', () => {
    let ticket = make(prepared(), 'zhou', 'changeRoute', route, at('2026-11-24T16:30'))
    ticket = make(ticket, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-24T16:35'))
    expect([ticket.visits[0]!.route, ticket.asks]).toEqual([null, []])
  })

  it('given a change of route on the way and then the arrival, then nobody is asked about it any more', () => {
    let ticket = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    ticket = make(ticket, 'zhou', 'changeRoute', route, at('2026-11-25T08:00'))
    expect(ticket.asks.map((one) => one.kind)).toEqual(['route'])
    ticket = make(ticket, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'))
    expect([ticket.asks, ticket.askManager]).toEqual([[], null])
  })
})
