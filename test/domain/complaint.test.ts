// 投诉 (GB/T 19012; 第十二条): acknowledged with both dates, looked into, answered; again goes above; about a person
// does not reach him.
import { defaults } from '../../miniprogram/domain/company/settings'
import { fingerprintOf } from '../../miniprogram/domain/complaint/open'
import { decide, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { momentsOf } from '../../miniprogram/domain/statistics/moments'
import { relationsTo } from '../../miniprogram/domain/ticket/people'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { inputErrors } from '../../miniprogram/domain/door/inputs'
import {
  actor,
  ask,
  at,
  complaining,
  complainingAbout,
  complainingAgain,
  facts,
  make,
  people,
  submitted,
} from './world'

const called = (t: Ticket) => make(t, 'fang', 'callCustomer', { note: '已听取' }, at('2026-11-23T14:00'))
const judged = { severity: 'high', safety: 'none', complexity: 'several', impact: 'machine' }
const found = { findings: '轴承磨损', cause: '接头漏油' }
const plan = { explanation: '接头选型不当', plan: '更换接头和轴承' }
const replied = (t: Ticket, who: 'fang' | 'zheng', day: string): Ticket => {
  let next = make(t, who, 'assess', judged, at(`${day}T09:00`))
  next = make(next, who, 'investigate', found, at(`${day}T10:00`))
  return make(next, who, 'sendPlan', plan, at(`${day}T11:00`))
}
const kept = (t: Ticket) => momentsOf(t, defaults).filter(({ what }) => what.kind === 'complaint')
const told = (t: Ticket) => t.untold.map(({ to, title, words }) => ({ to, title, words }))

describe('a complaint', () => {
  it('given a Monday, then both dates are promised at once and the customer reads who calls and when', () => {
    const t = openTicket(complaining())
    expect(t).toMatchObject({ state: 'acked', subject: '异响振动', holder: { name: '方立新' } })
    expect([t.complaint!.callBy, t.complaint!.planBy]).toEqual([
      at('2026-11-24T17:30'),
      at('2026-11-30T17:30'),
    ])
    expect(t.due).toBe(at('2026-11-24T17:30'))
    expect(told(t)[0]).toEqual({
      to: { pid: 'sun' },
      title: '投诉已受理',
      words: '方立新将在明天17:30前致电',
    })
    expect(told(t).map(({ to }) => to)).toEqual([{ pid: 'sun' }, { pid: 'fang' }, { role: 'coordinator' }])
  })

  it('given somebody in danger, then the general manager hears at once, at night too', () => {
    const t = openTicket(complaining({ safety: true }))
    const urgent = t.untold.filter((one) => one.urgent).map(({ to }) => to)
    expect(urgent).toEqual([{ pid: 'fang' }, { role: 'coordinator' }, { role: 'generalManager' }])
  })

  it('given a call, an assessment and what was found, then the plan goes to the customer, who closes it', () => {
    const t = called(openTicket(complaining()))
    expect(t).toMatchObject({ state: 'probing', due: at('2026-11-30T17:30') })
    const early = ask(t, 'fang', 'sendPlan', plan, at('2026-11-23T15:00'))
    expect(early.ok ? '' : early.refusal.words).toBe('还不能答复:投诉还没有评估')
    const answered = replied(t, 'fang', '2026-11-25')
    expect(answered).toMatchObject({ state: 'replied', tab: 'yours', category: 'customer' })
    const closed = make(answered, 'sun', 'acceptPlan', {}, at('2026-11-26T09:00'))
    expect(closed).toMatchObject({ state: 'closed', closedAt: at('2026-11-26T09:00'), alarmAt: null })
  })

  it('given a no, then it is looked into again with a new date; given a second, then the general manager has it', () => {
    let t = replied(called(openTicket(complaining())), 'fang', '2026-11-25')
    t = make(t, 'li', 'refusePlan', { note: '没说停产损失' }, at('2026-11-26T09:00'))
    expect(t).toMatchObject({ state: 'probing', due: at('2026-12-03T17:30'), holder: { name: '方立新' } })
    const same = ask(t, 'fang', 'sendPlan', plan, at('2026-11-26T10:00'))
    expect(same.ok ? '' : same.refusal.words).toBe('还不能答复:客户不接受后还没有再调查')
    t = replied(t, 'fang', '2026-11-27')
    t = make(t, 'sun', 'refusePlan', { note: '还是不行' }, at('2026-11-30T09:00'))
    expect(t).toMatchObject({ state: 'probing', holder: { name: '郑国栋' } })
    expect(t.askSuperior).toBe(t.rank)
    expect(t.events.at(-1)!.words).toBe('不接受方案:还是不行;第 2 次不接受,已上报 郑国栋')
    expect(told(t).slice(-1)).toEqual([
      { to: { pid: 'sun' }, title: '投诉已升级', words: '已上报总经理,由总经理处理' },
    ])
    t = replied(t, 'zheng', '2026-12-01')
    const byPhone = { answer: 'accepts', note: '李国强来电' }
    expect(make(t, 'shen', 'planByPhone', byPhone, at('2026-12-01T14:00')).state).toBe('closed')
  })

  it.each([
    ['2026-11-30', '2026-12-01', 'for two plans by their days, in time'],
    ['2026-12-01', '2026-12-02', 'for a first plan that was late, not in time, however soon the second came'],
  ])('given plans on %s and, after a no, on %s, then statistics count it, %s', (first, second) => {
    const open = called(openTicket(complaining()))
    expect(kept(open)).toMatchObject([{ day: '2026-11-30', what: { inTime: false } }])
    const one = replied(open, 'fang', first)
    const onTime = first === '2026-11-30'
    // the customer takes his time: that is not ours
    expect(kept(one)).toMatchObject([{ day: '2026-11-30', what: { inTime: onTime } }])
    const refused = make(one, 'li', 'refusePlan', { note: '不行' }, at(`${first}T14:00`))
    const by = onTime ? '2026-12-07' : '2026-12-08'
    expect(kept(refused)).toMatchObject([{ day: by, what: { inTime: false } }])
    const two = replied(refused, 'fang', second)
    expect(kept(two)).toMatchObject([{ day: by, what: { inTime: onTime } }])
    expect(kept(make(two, 'sun', 'cancel', { reason: 'wrong', note: '' }, at(`${second}T15:00`)))).toEqual([])
  })

  it('given a deadline that passes, then the clock takes it to the general manager and says so', () => {
    const t = openTicket(complaining())
    const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
    const now = at('2026-11-24T17:31')
    const decision = decide(t, {
      move: 'escalate',
      visit: null,
      key: 'k-1',
      input: {},
      actor: timer,
      now,
      facts,
    })
    if (!decision.ok) throw new Error(decision.refusal.words)
    expect(decision.event.words).toContain('已上报 郑国栋')
  })

  it('then engineers, technicians and the workshop know nothing of it, nor quality of a first one', () => {
    const t = openTicket(complaining())
    for (const who of ['zhou', 'ma', 'lu', 'han', 'du', 'qin', 'jiang'] as const)
      expect(relationsTo(people[who], t)).toEqual([])
    expect(relationsTo(people.qin, openTicket(complainingAgain()))).toEqual(['quality'])
  })

  it('given what is missing, then the form says what', () => {
    const { request } = complaining({ about: 'ticket', remedies: [], description: '' })
    expect(Object.keys(inputErrors('ticket.submit', request, at('2026-11-23T10:00'))).sort()).toEqual([
      'description',
      'remedies',
      'ticketId',
    ])
    const named = complaining({ about: 'product', personPid: 'fang' }).request
    expect(Object.keys(inputErrors('ticket.submit', named, at('2026-11-23T10:00')))).toEqual(['personPid'])
    expect(
      inputErrors('ticket.submit', { ...request, about: 'person' }, at('2026-11-23T10:00')),
    ).toHaveProperty('personPid')
  })
})

describe('a complaint that is urged', () => {
  it('given it is the general manager’s, then he is told', () => {
    const t = openTicket(complainingAbout('fang'))
    const urged = make(t, 'sun', 'urge', { reason: 'silence' }, at('2026-11-23T11:00'))
    expect(
      told(urged)
        .slice(-2)
        .map(({ to }) => to),
    ).toEqual([{ role: 'coordinator' }, { pid: 'zheng' }])
  })
})

describe('the same problem again (第十二条)', () => {
  it('then the general manager and quality are told and its history says so', () => {
    const t = openTicket(complainingAgain())
    expect(t.complaint).toMatchObject({
      repeat: { count: 2, earlier: [{ id: 't0' }] },
      raised: [{ why: 'repeat', to: { name: '郑国栋' }, at: at('2026-11-23T09:40') }],
      quality: { name: '秦岚' },
    })
    expect([t.askSuperior, t.askQuality]).toEqual([t.rank, t.rank])
    expect(t.holder!.name).toBe('方立新')
    expect(t.events[0]!.words).toBe('已提交:异响振动(同一问题第 2 次投诉,已按第十二条上报 郑国栋)')
    expect(told(t).map(({ to }) => to)).toEqual(
      expect.arrayContaining([{ role: 'generalManager' }, { role: 'quality' }]),
    )
  })

  it('then quality analyses it and may say nothing else, and no move takes the mark away', () => {
    const t = called(openTicket(complainingAgain()))
    const moves = movesFor(t, actor('qin', t), at('2026-11-23T15:00'), facts).map((one) => one.move)
    expect(moves.sort()).toEqual(['addNote', 'analyse', 'investigate'])
    const done = make(t, 'qin', 'analyse', { analysis: '同批三起' }, at('2026-11-23T15:00'))
    expect(done.complaint!.repeat).toEqual(t.complaint!.repeat)
    expect(done.untold.at(-1)).toMatchObject({ to: { pid: 'fang' }, title: '质量部已分析' })
  })

  it('given it is merged into the first one, then the first one has the mark and who was told', () => {
    const [first, again] = [openTicket(complaining()), openTicket(complainingAgain())]
    const other = { ...again, _id: 't2' }
    const decision = decide(first, {
      move: 'takeIn',
      visit: null,
      key: 'k-merge',
      input: { other: 't2', reason: '同一台' },
      actor: actor('fang', first),
      now: at('2026-11-23T10:00'),
      facts: { ...facts, other },
    })
    if (!decision.ok) throw new Error(decision.refusal.words)
    expect(decision.ticket.complaint).toMatchObject({
      repeat: { count: 3, earlier: [{ id: 't0' }, { id: 't2' }] },
      raised: [{ why: 'repeat' }],
    })
    expect(decision.ticket.askQuality).toBe(decision.ticket.rank)
  })

  it('given a repair or a complaint about somebody else, then it cannot be merged', () => {
    const t = openTicket(complaining())
    const about = { ...openTicket(complainingAbout('zhou')), _id: 't2' }
    for (const other of [{ ...submitted(), _id: 't3' }, about]) {
      const command = { move: 'takeIn', visit: null, key: 'k', input: { other: other._id, reason: '同一个' } }
      const now = at('2026-11-23T10:00')
      const who = actor('fang', t)
      const decision = decide(t, { ...command, move: 'takeIn', actor: who, now, facts: { ...facts, other } })
      expect(decision.ok).toBe(false)
    }
  })

  it('tells false friends by customer, machine, fault and person', () => {
    const asked = { equipmentId: 'e1', topic: 'noise', about: 'product', personPid: null } as const
    const noise = fingerprintOf('c1', asked, null)
    const leaf = { id: 't7', no: 'BX-1', faultClass: 'SP-2-1' }
    expect(fingerprintOf('c1', asked, null)).toBe(noise)
    const others = [
      fingerprintOf('c2', asked, null),
      fingerprintOf('c1', { ...asked, equipmentId: 'e2' }, null),
      fingerprintOf('c1', { ...asked, topic: 'leak' }, null),
      fingerprintOf('c1', asked, leaf),
      fingerprintOf('c1', { ...asked, about: 'person', personPid: 'zhou' }, null),
      fingerprintOf('c1', { ...asked, about: 'person', personPid: 'ma' }, null),
      fingerprintOf('c1', { ...asked, topic: 'other' }, { ...leaf, faultClass: '' }),
    ]
    expect(new Set([noise, ...others]).size).toBe(others.length + 1)
    expect(fingerprintOf('c1', { ...asked, topic: 'other' }, null)).toBe('')
    expect(fingerprintOf('c1', { ...asked, topic: 'leak' }, leaf)).toBe(others[3])
  })
})

describe('a complaint about a person', () => {
  it('given the manager, then the general manager handles it, calls, and the manager knows nothing', () => {
    const t = openTicket(complainingAbout('fang'))
    expect(t).toMatchObject({ hiddenFrom: 'fang', holder: { name: '郑国栋' } })
    expect(t.complaint!.raised).toMatchObject([{ why: 'about', to: { name: '郑国栋' } }])
    expect(told(t)[0]!.words).toBe('郑国栋将在明天17:30前致电')
    expect(relationsTo(people.fang, t)).toEqual([])
    expect(movesFor(t, actor('fang', t), t.updatedAt, facts)).toEqual([])
    expect(t.untold.some(({ to }) => 'pid' in to && to.pid === 'fang')).toBe(false)
    expect(make(t, 'zheng', 'callCustomer', { note: '已听取' }, at('2026-11-23T14:00')).state).toBe('probing')
  })

  it('given the general manager, then the manager has it and it is raised to nobody above him', () => {
    const t = openTicket({
      ...complainingAbout('zheng'),
      known: { ...complainingAbout('zheng').known!, earlier: [{ id: 't0', no: 'TS-1' }] },
    })
    expect(t.holder!.name).toBe('方立新')
    expect(t.complaint!.raised).toMatchObject([{ why: 'repeat', to: { name: '方立新' } }])
  })
})
