import { defaults } from '../../miniprogram/domain/company/settings'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import {
  milestones,
  nextStep,
  scheduleOf,
  type MilestoneKey,
} from '../../miniprogram/domain/installation/parts'
import { openTicket } from '../../miniprogram/domain/door/open'
import { warrantyFrom } from '../../miniprogram/domain/charge/warranty'
import { decide, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { actor, ask, at, facts, inputsOf, make } from './world'

const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-26', '2026-11-27', '2026-11-27']
const keys = Object.keys(milestones) as MilestoneKey[]
const plan = (planned = days, reason = '') => ({
  steps: keys.map((key, i) => ({ key, planned: planned[i]! })),
  reason,
})
const step = (key: MilestoneKey, more = {}) => ({
  key,
  quality: 'pass',
  cost: 0,
  delayCause: '',
  note: '',
  media: [],
  ...more,
})
const day = { done: '开箱清点', tomorrow: '就位找平', blockers: '', media: [] }
const report = {
  measure: '安装调试完成',
  parts: [],
  hours: 40,
  result: 'fixed',
  leftover: '',
  next: '',
  ticks: ['t1', 't2', 't3', 't4'],
  media: ['就位灌浆', '试切件检测'].map((slot, i) => ({ id: `photo${i}`, kind: 'photo', slot })),
  acceptance: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((id) => ({ id, result: 'pass', note: '' })),
}

/** 孙小兵 asks for an installation of a machine that is not accepted yet. */
function asked(mode: 'guided' | 'turnkey' = 'turnkey'): Ticket {
  return openTicket({
    id: 't2',
    ownerPid: 'sun',
    author: { pid: 'sun', name: '孙小兵', title: '报修人' },
    source: 'app',
    company: { id: 'c1', name: '苏州澄远精密机械', city: '苏州' },
    now: at('2026-11-20T09:40'),
    facts,
    equipment: {
      id: 'e2',
      serial: 'QHG2518',
      model: 'G2518 龙门加工中心',
      nickname: '1号坑',
      warrantyUntil: null,
    },
    request: {
      kind: 'installation',
      mode,
      contractNo: 'QH-2026-118',
      arrivalOn: '2026-11-24',
      readyOn: '2026-11-23',
      description: '',
      contactName: '孙小兵',
      contactPhone: '13800000001',
      wish: 'asap',
      wishAt: null,
      follows: null,
      met: null,
      key: 'key-install',
      equipmentId: 'e2',
      media: [],
    },
  })
}

/** Up to the engineer at the site on Tuesday; with a plan unless told otherwise. */
function there(planned = true): Ticket {
  let t = make(
    asked(),
    'shen',
    'verify',
    { ...inputsOf.verify, charge: 'free', estimate: null },
    at('2026-11-20T10:00'),
  )
  if (planned) t = make(t, 'shen', 'setPlan', plan(), at('2026-11-20T10:10'))
  t = make(
    t,
    'fang',
    'assign',
    { ...inputsOf.assign, finishBy: at('2026-11-27T17:30') },
    at('2026-11-20T11:00'),
  )
  t = make(t, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-20T11:10'))
  t = make(t, 'fang', 'approveTrip', { note: '' }, at('2026-11-20T11:20'))
  t = make(
    t,
    'zhou',
    'prepare',
    { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] },
    at('2026-11-23T16:00'),
  )
  t = make(t, 'zhou', 'depart', { eta: at('2026-11-24T08:50') }, at('2026-11-24T07:50'))
  return make(t, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-24T08:50'))
}

/** All six milestones by Friday noon. */
function accepted(): Ticket {
  let t = there()
  keys.forEach((key, i) => {
    t = make(t, 'zhou', 'milestone', step(key), at(`${days[i]!}T11:00`))
  })
  return t
}

function refused(t: Ticket, who: Parameters<typeof ask>[1], move: Parameters<typeof ask>[2], input: object) {
  const decision = ask(t, who, move, input, at('2026-11-24T10:00'))
  return decision.ok ? null : decision.refusal
}

describe('an installation', () => {
  it('given guided work, then the customer does each step and we accept; given turnkey, then we do all of it', () => {
    expect(asked('guided').plan!.steps.map((one) => one.doneBy)).toEqual([
      'customer',
      'customer',
      'customer',
      'customer',
      'customer',
      'us',
    ])
    expect(new Set(asked().plan!.steps.map((one) => one.doneBy))).toEqual(new Set(['us']))
  })

  it('given a site that is to be confirmed, then nine conditions are asked for, each with how to look at it', () => {
    const { items } = asked().site
    expect(items).toHaveLength(9)
    expect(items.filter((item) => item.hint === '')).toEqual([])
  })

  it('given dates out of order or steps out of order, then the plan is refused at its steps', () => {
    const t = there(false)
    const mixed = [...days]
    mixed[2] = '2026-11-23'
    const swapped = { ...plan(), steps: [plan().steps[1]!, plan().steps[0]!, ...plan().steps.slice(2)] }
    for (const input of [plan(mixed), swapped])
      expect(refused(t, 'shen', 'setPlan', input)).toMatchObject({
        code: 'BLOCKED',
        fields: { steps: '节点的计划日期应先后相接' },
      })
  })

  it('given a plan that was told, when a date changes, then it takes a reason; the same dates need none', () => {
    const t = there()
    const later = [...days.slice(0, 5), '2026-11-30']
    expect(refused(t, 'shen', 'setPlan', plan(later))).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    expect(refused(t, 'shen', 'setPlan', plan())).toBeNull()
    const next = make(t, 'shen', 'setPlan', plan(later, '到货晚三天'), at('2026-11-24T10:00'))
    expect(next.events.at(-1)!.words).toBe('进度计划:验收 2026-11-30(到货晚三天)')
  })

  it('given no plan, then no milestone is done and the words say who makes it', () => {
    expect(refused(there(false), 'zhou', 'milestone', step('delivery'))).toMatchObject({
      words: '还没有进度计划',
      wayOut: '请负责人或内勤先排出进度计划',
      article: '13',
    })
  })

  it('given milestones, then the next one only; given a late one, then its cause is kept', () => {
    const t = there()
    expect(refused(t, 'zhou', 'milestone', step('placing'))).toMatchObject({
      fields: { key: '请先完成 到货' },
    })
    const late = at('2026-11-25T10:00')
    expect(scheduleOf(t.plan!, '2026-11-25')).toBe('late')
    const decision = ask(t, 'zhou', 'milestone', step('delivery'), late)
    expect(decision).toMatchObject({ ok: false, refusal: { fields: { delayCause: '晚于计划,请填写原因' } } })
    const done = make(t, 'zhou', 'milestone', step('delivery', { delayCause: '道路限行', cost: 800 }), late)
    expect(done.plan!.steps[0]).toMatchObject({
      actual: '2026-11-25',
      quality: 'pass',
      cost: 800,
      delayCause: '道路限行',
      by: { name: '周海' },
    })
    expect(nextStep(done.plan!)!.key).toBe('placing')
  })

  it('given all six done, then no further milestone is offered', () => {
    const offered = (t: Ticket) =>
      movesFor(t, actor('zhou', t), at('2026-11-27T12:00'), facts).map((one) => one.move)
    expect(offered(there())).toContain('milestone')
    expect(offered(accepted())).not.toContain('milestone')
  })

  it('given a day report, then a second one of that day is blocked, and the next day it is open again', () => {
    const t = make(there(), 'zhou', 'dayReport', day, at('2026-11-24T17:00'))
    const blockedAt = (now: number) =>
      movesFor(t, actor('zhou', t), now, facts).find((one) => one.move === 'dayReport')!.blocked
    expect(blockedAt(at('2026-11-24T17:30'))).toMatchObject({ words: '今天的日报已经发过', article: '13' })
    expect(blockedAt(at('2026-11-25T09:00'))).toBeNull()
  })

  it('given no day report at 18:00, then the manager is told once; given one, then nobody is', () => {
    const evening = at('2026-11-24T18:00')
    const clock = (t: Ticket, now: number) =>
      decide(t, {
        move: 'dayReportLate',
        visit: null,
        key: `clock-${now}`,
        input: {},
        now,
        facts,
        actor: { pid: 'clock', name: '系统', title: '', relations: ['timer'] },
      })
    expect(dueAlarms(there(), at('2026-11-24T17:59'), defaults)).not.toContain('dayReportLate')
    const told = clock(there(), evening)
    expect(told.ok && told.ticket.untold.at(-1)).toMatchObject({ to: { role: 'manager' }, title: '没有日报' })
    expect(told.ok && dueAlarms(told.ticket, at('2026-11-24T20:00'), defaults)).not.toContain('dayReportLate')
    const reported = make(there(), 'zhou', 'dayReport', day, at('2026-11-24T17:00'))
    expect(clock(reported, evening).ok).toBe(false)
    expect(dueAlarms(reported, at('2026-11-25T18:00'), defaults)).toContain('dayReportLate')
  })

  it('given all six milestones and a receipt, when the engineer leaves, then 三包 begins with the acceptance', () => {
    let t = make(accepted(), 'zhou', 'installReport', report, at('2026-11-27T15:00'))
    t = make(t, 'sun', 'sign', inputsOf.sign, at('2026-11-27T15:10'))
    expect(t.equipment.warrantyUntil).toBeNull()
    t = make(t, 'zhou', 'leave', { code: '012345' }, at('2026-11-27T15:20'))
    expect([t.state, t.equipment.warrantyUntil]).toEqual(['left', '2027-11-27'])
  })

  it('given three days at the site, then each day’s report asks for no survey; leaving asks for one', () => {
    let t = there()
    for (const date of ['2026-11-24', '2026-11-25', '2026-11-26'])
      t = make(t, 'zhou', 'dayReport', day, at(`${date}T17:00`))
    const surveys = () => t.untold.filter((tell) => tell.template === 'T4').length
    expect([t.visits.length, t.visits[0]!.survey, surveys()]).toEqual([1, null, 0])
    t = make(t, 'zhou', 'installReport', report, at('2026-11-26T17:10'))
    t = make(t, 'sun', 'sign', inputsOf.sign, at('2026-11-26T17:20'))
    t = make(t, 'zhou', 'leave', { code: '012345' }, at('2026-11-26T17:30'))
    expect([t.visits[0]!.survey?.askedAt, surveys()]).toEqual([at('2026-11-26T17:30'), 1])
  })

  it('given milestones left, when the engineer leaves, then the ticket waits for the next visit and 三包 has not begun', () => {
    let t = make(there(), 'zhou', 'installReport', report, at('2026-11-24T15:00'))
    t = make(t, 'sun', 'sign', inputsOf.sign, at('2026-11-24T15:10'))
    t = make(t, 'zhou', 'leave', { code: '012345' }, at('2026-11-24T15:20'))
    expect([t.state, t.equipment.warrantyUntil]).toEqual(['verified', null])
  })

  it('twelve months end on the same day, or on the last of a shorter month', () => {
    expect(warrantyFrom('2026-11-27', defaults.warrantyMonths)).toBe('2027-11-27')
    expect(warrantyFrom('2028-02-29', defaults.warrantyMonths)).toBe('2029-02-28')
    expect(warrantyFrom('2026-12-31', 2)).toBe('2027-02-28')
  })
})
