// An 8D (第十一条): who does which step, what locks its closing, and what the statistics must show.
import { defaults } from '../../miniprogram/domain/company/settings'
import { effectOf, type Occurrence } from '../../miniprogram/domain/quality/effect'
import { d8MoveInputs, type D8MoveName } from '../../miniprogram/domain/quality/inputs'
import {
  d8Locks,
  d8MovesFor,
  d8RelationsTo,
  decideD8,
  dueD8Alarms,
} from '../../miniprogram/domain/quality/lifecycle'
import { stepOf, type D8 } from '../../miniprogram/domain/quality/record'
import { beginD8, describeProblem, type Beginning } from '../../miniprogram/domain/quality/start'
import { stepKeys, type StepKey } from '../../miniprogram/domain/quality/steps'
import type { Person, Role } from '../../miniprogram/domain/ticket/people'
import { at } from './world'

const person = (pid: string, name: string, role: Role): Person => ({
  ...{ pid, name, side: 'staff', roles: [role], companyId: null, companyName: null, post: null },
})
const cast = {
  qin: person('qin', '秦岚', 'quality'),
  du: person('du', '杜明远', 'technical'),
  han: person('han', '韩冬', 'workshop'),
  fang: person('fang', '方立新', 'manager'),
  zheng: person('zheng', '郑国栋', 'generalManager'),
  zhou: person('zhou', '周海', 'engineer'),
}
type Who = keyof typeof cast
const named = (who: Who) => ({ pid: cast[who].pid, name: cast[who].name, title: '' })
const staff = Object.values(cast).map(({ pid, name, roles }) => ({ pid, name, title: '', roles }))

const start = at('2026-10-08T10:00')
const beginning: Beginning = {
  _id: 'd1',
  no: '8D-261008-K7Q4',
  state: 'running',
  origin: 'pareto',
  title: '润滑管断裂(V850)',
  fault: 'LB-1-3',
  models: ['V850 立式加工中心'],
  problem: { who: '澄远', what: '润滑管断裂', where: 'V850', when: '9月', many: '3 次' },
  urgent: '',
  tickets: [],
  hiddenFrom: [],
  by: named('qin'),
  lead: named('qin'),
}
const begun = (more: Partial<Beginning> = {}): D8 =>
  beginD8({ ...beginning, ...more }, 'key-start', start, defaults)

const words: Readonly<Record<StepKey, Record<string, string>>> = {
  D0: { action: '通知停机点检' },
  D1: { team: '秦岚、杜明远、韩冬' },
  D2: {},
  D3: { action: '库存全检', proof: '韩冬 10月9日' },
  D4: { occurrence: '接头力矩过大', escape: '出厂不测力矩' },
  D5: { measure: '改用限力扳手' },
  D6: { done: '自 10月12日 装机', on: '2026-10-12', proof: '48 小时无渗漏' },
  D7: { drawings: '工艺卡 3 版', alike: 'H63 同改' },
  D8: { summary: '谢谢大家' },
}

let keys = 0
function attempt(
  d8: D8,
  who: Who | 'clock',
  move: D8MoveName,
  input: object,
  more: { now?: number; cases?: Occurrence[] } = {},
) {
  const { now = at('2026-10-12T10:00'), cases = [] } = more
  const today = new Date(now + 8 * 3600_000).toISOString().slice(0, 10)
  const on = stepOf(d8, 'D6').done ? stepOf(d8, 'D6').values.on! : ''
  const actor =
    who === 'clock'
      ? { pid: 'clock', name: '系统', title: '', relations: ['timer'] as const }
      : { ...named(who), relations: d8RelationsTo(cast[who], d8) }
  const known = {
    staff,
    effect: effectOf(on, today, d8.models, cases, defaults),
    ticket: null,
    settings: defaults,
  }
  return decideD8(d8, { move, key: `k${++keys}`, input, actor, now, facts: known })
}
function done(...args: Parameters<typeof attempt>): D8 {
  const decision = attempt(...args)
  if (!decision.ok) throw new Error(`${args[2]}: ${decision.refusal.words}`)
  return decision.d8
}
function refused(...args: Parameters<typeof attempt>) {
  const decision = attempt(...args)
  if (decision.ok) throw new Error(`${args[2]} was done`)
  return decision.refusal
}
const written = (d8: D8, step: StepKey, values = words[step]) => ({
  ...{ step, values: { ...stepOf(d8, step).values, ...values }, media: [], seen: stepOf(d8, step).rev },
})
const finish = (d8: D8, step: StepKey, who: Who = 'qin') => done(d8, who, 'finish', written(d8, step))
const upTo = (last: StepKey, from = begun()): D8 =>
  stepKeys.slice(0, stepKeys.indexOf(last) + 1).reduce((d8, step) => finish(d8, step), from)

const close = { summary: '谢谢大家' }
const after30 = at('2026-11-11T10:00')
const back = (day: string, model = 'V850'): Occurrence => ({ day, model, no: 'BX-1', ticketId: 't1' })

describe('an 8D from D0 to D8', () => {
  it('given cases of the statistics, then D2 says who, what, where, when and how many', () => {
    const one = (companyName: string, serial: string, day: string) => ({
      ...{ companyName, serial, day, model: 'V850', downtimeHours: 3 },
    })
    const cases = [
      one('澄远', 'A', '2026-09-02'),
      one('澄远', 'A', '2026-09-20'),
      one('皖江', 'B', '2026-09-11'),
    ]
    expect(describeProblem('LB-1-3', '漏油', cases)).toEqual({
      who: '澄远、皖江',
      what: '润滑冷却排屑 › 润滑 › 润滑管断裂:漏油',
      where: 'V850',
      when: '9月2日至9月20日',
      many: '3 次,2 台,停机 9 小时',
    })
  })

  it('given all steps done and 30 days without the fault, then quality closes it and nothing rings any more', () => {
    const d8 = done(upTo('D7'), 'qin', 'close', close, { now: after30 })
    expect(d8).toMatchObject({ state: 'closed', tab: 'closed', alarmAt: null, due: null, ownerPids: [] })
    expect(stepOf(d8, 'D8').done).toMatchObject({ by: { name: '秦岚' } })
  })

  it('given 12 days, then D8 stays locked with words, article and way out', () => {
    const refusal = refused(upTo('D7'), 'qin', 'close', close, { now: at('2026-10-24T10:00') })
    expect(refusal).toMatchObject({ code: 'BLOCKED', article: '11' })
    expect(refusal.words).toBe('效果未验证:同类故障须 30 天内为 0 才能关闭(现在 12 天,0 次)')
    expect(refusal.wayOut).toContain('D6')
  })

  it('given the fault came back, when 30 days after D6 are over, then it is still locked', () => {
    const cases = [back('2026-11-01')]
    expect(refused(upTo('D7'), 'qin', 'close', close, { now: after30, cases }).words).toContain('又发生')
    expect(done(upTo('D7'), 'qin', 'close', close, { now: at('2026-12-01T10:00'), cases }).state).toBe(
      'closed',
    )
  })

  it('given D6 is sent back and done again later, then the days begin with the new date', () => {
    const again = done(upTo('D7'), 'qin', 'redo', { step: 'D6', reason: '又渗漏' })
    expect(refused(again, 'qin', 'close', close, { now: after30 }).words).toContain('D6')
    const values = { ...words.D6, on: '2026-11-01' }
    const d6 = done(again, 'qin', 'finish', written(again, 'D6', values), { now: at('2026-11-01T10:00') })
    expect(refused(d6, 'qin', 'close', close, { now: after30 }).words).toContain('现在 10 天')
  })

  it('given D6 with a date to come, then it is refused under that field', () => {
    const d8 = upTo('D5')
    const refusal = refused(d8, 'qin', 'finish', written(d8, 'D6', { ...words.D6, on: '2026-12-01' }))
    expect(refusal.fields).toHaveProperty(['values.on'])
  })

  it('given one cause only, then D4 is not done, and without D4 nothing after it and no closing', () => {
    const d8 = upTo('D3')
    expect(refused(d8, 'qin', 'finish', written(d8, 'D4', { occurrence: '力矩过大' })).fields).toEqual({
      'values.escape': '请填写流出原因',
    })
    expect(refused(d8, 'qin', 'finish', written(d8, 'D5')).words).toBe('请先完成 D4 根本原因')
    const locks = d8Locks(d8, after30, {
      staff,
      effect: effectOf('', '2026-11-11', [], [], defaults),
      ticket: null,
      settings: defaults,
    })
    expect(locks.map((lock) => lock.ok)).toEqual([false, false, true, false])
  })

  it('given a manual to be changed, then D7 is not done before the technical department has changed it', () => {
    const task = { manual: 'V850 维修手册', change: '接头力矩 12 N·m', due: '2026-10-20' }
    const waiting = done(upTo('D6'), 'qin', 'addTask', task)
    expect(waiting.openTasks).toBe(1)
    expect(waiting.untold[waiting.untold.length - 1]).toMatchObject({
      to: { role: 'technical' },
      title: '手册待更新',
    })
    expect(refused(waiting, 'qin', 'finish', written(waiting, 'D7'))).toMatchObject({
      words: '还有 1 本手册待更新:《V850 维修手册》',
      article: '9',
    })
    expect(refused(waiting, 'qin', 'doneTask', { task: 'm1', note: '3.2 版' }).code).toBe('NOT_ALLOWED')
    const changed = done(waiting, 'du', 'doneTask', { task: 'm1', note: '3.2 版' })
    expect(stepOf(finish(changed, 'D7'), 'D7').done).not.toBeNull()
  })

  it('given an owner of another department, then he finishes his step and no other', () => {
    const due = at('2026-10-20T17:00')
    const d8 = done(upTo('D3'), 'qin', 'assign', { step: 'D4', owner: 'han', due })
    expect(d8.untold[d8.untold.length - 1]).toMatchObject({
      to: { pid: 'han' },
      title: '8D 请您负责:D4 根本原因',
    })
    expect(refused(d8, 'du', 'finish', written(d8, 'D4')).code).toBe('NOT_ALLOWED')
    const finished = finish(d8, 'D4', 'han')
    expect(refused(finished, 'han', 'finish', written(finished, 'D5')).code).toBe('NOT_ALLOWED')
    expect(stepOf(done(finished, 'han', 'save', written(finished, 'D5')), 'D5').values.measure).toBe(
      '改用限力扳手',
    )
  })

  it('given somebody wrote a step meanwhile, then the later one is told who and nothing is overwritten', () => {
    const d8 = begun()
    const first = done(d8, 'du', 'save', written(d8, 'D3', { action: '发货前全检' }))
    const refusal = refused(first, 'qin', 'save', { ...written(d8, 'D3'), seen: 0 })
    expect(refusal.code).toBe('CONFLICT')
    expect(refusal.words).toContain('D3 临时遏制刚被 杜明远 更新')
  })

  it('given a deadline that has passed, then it rings once for it, to its owner and to quality', () => {
    const now = at('2026-10-10T10:00')
    const d8 = begun()
    expect(dueD8Alarms(d8, start)).toEqual([])
    const [alarm] = dueD8Alarms(d8, now)
    const rung = done(d8, 'clock', alarm!.move, alarm!.input, { now })
    expect(rung.untold.slice(-2)).toMatchObject([{ to: { role: 'quality' } }, { to: { pid: 'qin' } }])
    expect(dueD8Alarms(rung, now).map((one) => one.input)).not.toContainEqual(alarm!.input)
  })

  it('given a draft, then quality takes it up with D0 or dismisses it; nobody else works on it before', () => {
    const draft = begun({ state: 'draft', origin: 'repeat' })
    expect(refused(draft, 'du', 'save', written(draft, 'D3')).words).toBe('质量部还没有立项')
    expect(finish(draft, 'D0').state).toBe('running')
    expect(done(draft, 'qin', 'dismiss', { reason: '操作问题' })).toMatchObject({
      state: 'dismissed',
      tab: 'closed',
    })
  })

  it('given the fault is not named, then D2 is not done before quality names it', () => {
    const d8 = begun({ fault: '', models: [] })
    expect(refused(d8, 'qin', 'finish', written(d8, 'D2')).article).toBe('10')
    const scoped = done(d8, 'qin', 'scope', { fault: 'LB-1-3', models: ['V850'] })
    expect(stepOf(finish(scoped, 'D2'), 'D2').done).not.toBeNull()
  })
})

describe('who may do what in an 8D', () => {
  const possible: Readonly<Record<D8MoveName, string>> = {
    save: 'qin du han fang',
    finish: 'qin',
    redo: 'qin',
    assign: 'qin',
    scope: 'qin',
    link: 'qin du han fang clock',
    unlink: 'qin',
    addTask: 'qin du',
    doneTask: 'du',
    dismiss: 'qin',
    close: 'qin',
    stepLate: 'clock',
    taskLate: 'clock',
  }

  it('given each move, then it is taken up from whom its line names and refused to all others', () => {
    expect(Object.keys(possible).sort()).toEqual(Object.keys(d8MoveInputs).sort())
    for (const [move, line] of Object.entries(possible)) {
      const may = ([...Object.keys(cast), 'clock'] as (Who | 'clock')[]).filter((who) => {
        const decision = attempt(begun(), who, move as D8MoveName, {
          ...{
            step: 'D3',
            values: {},
            media: [],
            seen: 0,
            models: [],
            fault: 'LB-1-3',
            ticket: 't',
            task: 'm1',
          },
          ...{ manual: 'M', due: 0, owner: 'du', no: 'BX' },
        })
        return decision.ok || !['NOT_ALLOWED', 'NOT_FOUND'].includes(decision.refusal.code)
      })
      expect([move, may.join(' ')]).toEqual([move, line])
    }
  })

  it('given who is offered what, then all of it is his, and what only the clock does is nobody’s', () => {
    const d8 = upTo('D6')
    const offers = (who: Who) =>
      d8MovesFor(d8, { ...named(who), relations: d8RelationsTo(cast[who], d8) }, start, {
        ...{
          staff,
          ticket: null,
          settings: defaults,
          effect: effectOf('2026-10-12', '2026-10-24', [], [], defaults),
        },
      }).map((one) => one.move)
    expect(new Set(offers('qin'))).toEqual(
      new Set(['save', 'finish', 'redo', 'assign', 'scope', 'link', 'unlink', 'addTask', 'close']),
    )
    expect(new Set(offers('zheng'))).toEqual(new Set())
    expect(new Set(offers('du'))).toEqual(new Set(['save', 'link', 'addTask', 'doneTask']))
  })

  it('given a complaint about somebody, then the 8D that began with it is not there for him', () => {
    expect(d8RelationsTo(cast.fang, begun({ hiddenFrom: ['fang'] }))).toEqual([])
    expect(d8RelationsTo(cast.zhou, begun())).toEqual([])
    expect(d8RelationsTo({ ...cast.qin, side: 'customer' }, begun())).toEqual([])
  })
})
