import { yuan } from '../../miniprogram/domain/calendar/format'
import { entriesOf } from '../../miniprogram/domain/workbench/entries'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import { queuesOf, promiseOf } from '../../miniprogram/domain/workbench/queues'
import { actor, at, facts, inputsOf, make, submitted, type Who } from './world'

const moves = (who: Who) =>
  movesFor(submitted(), actor(who, submitted()), at('2026-11-23T10:00'), facts).map((one) => one.move)

describe('the office at its work', () => {
  it('given a ticket, then taking another in is nobody’s own move: it is half of a merge', () => {
    expect(moves('shen')).toContain('mergeInto')
    for (const who of ['shen', 'fang', 'sun', 'zheng'] as const) expect(moves(who)).not.toContain('takeIn')
  })

  it('given a role, then it begins on 工作台 what is its own to begin', () => {
    const labels = (...roles: Parameters<typeof entriesOf>[0]) => entriesOf(roles).map((one) => one.label)
    expect(labels('coordinator')).toEqual(['代客登记', '客户档案', '知识', '导入台账', '人员'])
    expect(labels('marketing')).toEqual(['发工作联系函'])
    expect(labels('engineer')).toEqual(['知识'])
    expect(new Set(labels('manager', 'coordinator'))).toEqual(new Set(labels('manager')))
    expect(labels('quality')).toEqual(['故障统计', '8D', '客户档案'])
  })

  it('given a letter that is not verified yet, then its queue tells marketing until when; afterwards it promises nothing', () => {
    const letters = queuesOf(['marketing'])[0]!
    const ticket = submitted()
    expect(promiseOf(letters, ticket)).toBe('客户服务部须在 11月24日(周二)17:30 前核实')
    expect(promiseOf(letters, { ...ticket, face: 'verified' })).toBe('')
  })

  it('given a customer who asks for another time before anybody is sent, when the office agrees, then he is told that time', () => {
    const now = at('2026-11-23T10:00')
    const verified = make(submitted(), 'shen', 'verify', { ...inputsOf.verify, siteByPhone: true }, now)
    const times = { first: at('2026-11-25T09:00'), second: null, reason: '' }
    const asked = make(verified, 'li', 'askReschedule', times, now)
    expect(asked.asks.map((one) => one.label)).toEqual(['改约待答复'])
    const finishBy = at('2026-11-25T17:30')
    const agreed = make(asked, 'shen', 'agreeReschedule', { arriveBy: times.first, finishBy }, now)
    expect(agreed.untold.at(-1)).toMatchObject({ title: '改约已确认', words: '改为11月25日(周三)09:00' })
    expect(agreed.asks).toEqual([])
  })

  it('given a special case, verified as paid, then the customer reads that it is being approved, not that somebody comes', () => {
    const now = at('2026-11-23T10:00')
    const said = (special: string) =>
      make(submitted(), 'shen', 'verify', { ...inputsOf.verify, special }, now).untold.map((one) => one.words)
    expect(said('debt')).toContain('已核实,受理审批中')
    expect(said('')).toContain('已核实,正在安排工程师')
  })

  it('given a paid job, when its costs are to be confirmed, then they read as money', () => {
    const now = at('2026-11-23T10:00')
    const paid = { ...inputsOf.verify, estimate: 12_800 }
    const told = make(submitted(), 'shen', 'verify', paid, now).untold
    expect(told.find((one) => one.title === '请确认费用')?.words).toBe(`预计费用 ${yuan(12_800)},请确认`)
    expect(yuan(12_800)).toBe('¥12,800')
  })
})
