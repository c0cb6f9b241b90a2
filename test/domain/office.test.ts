import { entriesOf } from '../../miniprogram/domain/entries'
import { movesFor } from '../../miniprogram/domain/lifecycle'
import { queuesOf, promiseOf } from '../../miniprogram/domain/queues'
import { actor, at, facts, submitted, type Who } from './world'

const moves = (who: Who) =>
  movesFor(submitted(), actor(who, submitted()), at('2026-11-23T10:00'), facts).map((one) => one.move)

describe('the office at its work', () => {
  it('given a ticket, then taking another in is nobody’s own move: it is half of a merge', () => {
    expect(moves('shen')).toContain('mergeInto')
    for (const who of ['shen', 'fang', 'sun', 'zheng'] as const) expect(moves(who)).not.toContain('takeIn')
  })

  it('given a role, then it begins on 工作台 what is its own to begin', () => {
    const labels = (...roles: Parameters<typeof entriesOf>[0]) => entriesOf(roles).map((one) => one.label)
    expect(labels('coordinator')).toEqual(['代客登记', '人员'])
    expect(labels('marketing')).toEqual(['发工作联系函'])
    expect(labels('engineer')).toEqual([])
    expect(labels('manager', 'coordinator')).toEqual(['代客登记', '人员'])
  })

  it('given a letter that is not verified yet, then its queue tells marketing until when; afterwards it promises nothing', () => {
    const letters = queuesOf(['marketing'])[0]!
    const ticket = submitted()
    expect(promiseOf(letters, ticket)).toBe('客户服务部须在 11月24日(周二)17:30 前核实')
    expect(promiseOf(letters, { ...ticket, face: 'verified' })).toBe('')
  })
})
