import { actor, ask, at, facts, inputsOf, make, submitted, type Who } from './world'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'

const offered = (ticket: Ticket, who: Who) =>
  movesFor(ticket, actor(who, ticket), at('2026-11-23T11:30'), facts).map((one) => one.move)

/** 周海 with 马志强 and, asked for, 韩冬 of the workshop. */
function asked(): Ticket {
  const verified = make(
    submitted(),
    'shen',
    'verify',
    { ...inputsOf.verify, charge: 'free', estimate: null },
    at('2026-11-23T10:00'),
  )
  const companions = ['ma', 'han']
  return make(verified, 'fang', 'assign', { ...inputsOf.assign, companions }, at('2026-11-23T11:00'))
}

describe('people of a workshop on a job (第十五条)', () => {
  it('given 韩冬 is asked for, then he is no crew until his workshop lends him and he accepts the norms', () => {
    let ticket = asked()
    expect([ticket.visits[0]!.crew.map((one) => one.pid), ticket.helperPids]).toEqual([
      ['zhou', 'ma'],
      ['han'],
    ])
    expect(offered(ticket, 'han')).toEqual(['askHelp', 'lend', 'refuseLend'])
    ticket = make(ticket, 'han', 'lend', { helper: 'han', note: '' }, at('2026-11-23T11:10'))
    expect(offered(ticket, 'han')).toContain('acceptNorms')
    ticket = make(ticket, 'han', 'acceptNorms', { norms: true }, at('2026-11-23T11:20'))
    expect(ticket.crewPids).toEqual(['zhou', 'ma', 'han'])
    expect(offered(ticket, 'han')).toContain('prepare')
  })

  it('given he has not accepted, then the departure says whom it waits for', () => {
    let ticket = asked()
    ticket = make(ticket, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-23T11:10'))
    ticket = make(ticket, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))
    ticket = make(ticket, 'zhou', 'prepare', inputsOf.prepare, at('2026-11-24T16:00'))
    const go = () => ask(ticket, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    expect(go()).toMatchObject({ refusal: { article: '15', words: '还不能出发:韩冬 等车间同意派出' } })
    ticket = make(ticket, 'han', 'lend', { helper: 'han', note: '' }, at('2026-11-25T07:40'))
    expect(go()).toMatchObject({ refusal: { words: '还不能出发:韩冬 还没有接受服务规范' } })
    ticket = make(ticket, 'han', 'acceptNorms', { norms: true }, at('2026-11-25T07:45'))
    expect(go().ok).toBe(true)
  })

  it('given the workshop refuses, then the job goes without him and he no longer sees it', () => {
    const ticket = make(
      asked(),
      'han',
      'refuseLend',
      { helper: 'han', note: '本周排满' },
      at('2026-11-23T11:10'),
    )
    expect([ticket.helperPids, offered(ticket, 'han')]).toEqual([[], []])
    expect(ticket.untold.map((tell) => tell.title)).toContain('车间不同意派出')
  })

  it('given a companion, then only the leader may return the job; a companion twice is refused', () => {
    const ticket = asked()
    expect([offered(ticket, 'zhou').includes('reject'), offered(ticket, 'ma').includes('reject')]).toEqual([
      true,
      false,
    ])
    const verified = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    const twice = { ...inputsOf.assign, companions: ['ma', 'ma'] }
    expect(ask(verified, 'fang', 'assign', twice, at('2026-11-23T11:00'))).toMatchObject({
      refusal: { fields: { companions: expect.stringContaining('每人一次') } },
    })
  })
})
