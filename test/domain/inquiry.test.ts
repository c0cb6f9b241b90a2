// 咨询: a named person answers; solved, asked on, closed by the clock, or turned into a repair.
import { defaults, inWords } from '../../miniprogram/domain/company/settings'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { bestOf, keysOf, keysOfItem } from '../../miniprogram/domain/knowledge/knowledge'
import { decide, movesFor, rowOf } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { openTicket } from '../../miniprogram/domain/door/open'
import { fillTemplate } from '../../miniprogram/domain/ticket/message'
import { titleOf, type Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inquiring, make, submission, type Who } from './world'

const monday = at('2026-11-23T09:40')
const fresh = () => openTicket(inquiring())
const text = (words: string) => ({ text: words, media: [] })
const handed = () =>
  make(fresh(), 'shen', 'handInquiry', { to: 'du', note: '宏程序' }, at('2026-11-23T10:00'))
const answered = () => make(handed(), 'du', 'answer', text('把 #130 号参数改为 1'), at('2026-11-23T10:30'))
const offered = (ticket: Ticket, who: Who, now = ticket.updatedAt) =>
  movesFor(ticket, actor(who, ticket), now, facts).map((one) => one.move)
const refused = (ticket: Ticket, who: Who, move: MoveName, input: object, now = ticket.updatedAt) => {
  const decision = ask(ticket, who, move, input, now)
  return decision.ok ? null : decision.refusal
}

describe('an inquiry', () => {
  it('given a question without a machine, then 内勤 holds it and promises an answer within two working hours', () => {
    const t = fresh()
    expect(t).toMatchObject({
      no: expect.stringMatching(/^ZX-261123-/),
      state: 'asked',
      due: at('2026-11-23T11:40'),
    })
    expect(t.holder?.name).toBe('沈晓雯')
    expect(titleOf(t)).toBe('宏程序 O9010 报语法错误,怎么改?')
    expect(t.untold[0]).toMatchObject({
      to: { role: 'coordinator' },
      title: '待答复',
      page: '/office/answer/index?id=t1',
    })
    expect(t.site.items).toEqual([])
  })

  it('given no machine, then a message names none and still fills its field', () => {
    const fields = fillTemplate(fresh(), { template: 'T4', title: '', words: '' }, '待答复', monday)
    expect(fields.thing3).toBe('未指定设备')
  })

  it('given nobody answers, then it is amber, and after two working hours the manager hears', () => {
    const t = fresh()
    expect(dueAlarms(t, at('2026-11-23T11:10'), defaults)).toEqual(['warn'])
    expect(dueAlarms(t, at('2026-11-23T11:40'), defaults)).toEqual(['escalate'])
  })

  it('given a question, then the technical department does not see it, until it is handed there', () => {
    expect(actor('du', fresh()).relations).toEqual([])
    expect(refused(fresh(), 'du', 'answer', text('…'))?.code).toBe('NOT_FOUND')
    const desk = make(fresh(), 'shen', 'handInquiry', { to: 'technical', note: '' }, at('2026-11-23T10:00'))
    expect(desk.holder?.name).toBe('杜明远')
    expect(offered(desk, 'du')).toEqual(expect.arrayContaining(['answer', 'handInquiry', 'turnRepair']))
    expect(desk.untold.at(-1)).toMatchObject({ to: { role: 'technical' }, title: '请您答复咨询' })
  })

  it('given it is handed to 周海 by name, then he alone of the engineers may answer, and the promise stays', () => {
    const t = make(fresh(), 'shen', 'handInquiry', { to: 'zhou', note: '' }, at('2026-11-23T10:00'))
    expect([t.holder?.name, t.due]).toEqual(['周海', at('2026-11-23T11:40')])
    expect(offered(t, 'zhou')).toContain('answer')
    expect(actor('ma', t).relations).toEqual([])
  })

  it('given a colleague who answers no questions, or who has it already, then it is not handed to him', () => {
    expect(refused(fresh(), 'shen', 'handInquiry', { to: 'jiang', note: '' })?.fields).toEqual({
      to: '这位同事不能答复咨询',
    })
    expect(refused(handed(), 'shen', 'handInquiry', { to: 'du', note: '' })?.fields).toEqual({
      to: '现在就在他那里',
    })
  })

  it('given an answer, then it carries a name, the customer is asked whether it helped, and may ask on', () => {
    const t = answered()
    expect(t.inquiry).toMatchObject({
      answerer: { name: '杜明远' },
      thread: [{ side: 'staff', by: { name: '杜明远' } }],
    })
    expect(t).toMatchObject({ state: 'answered', tab: 'yours', due: at('2026-11-26T17:30') })
    expect(t.untold.at(-1)).toMatchObject({ to: { pid: 'sun' }, words: '杜明远 已答复,请看是否解决' })
    const again = make(t, 'sun', 'askOn', text('改了还是报警'), at('2026-11-23T14:00'))
    expect(again).toMatchObject({ state: 'asked', due: at('2026-11-23T16:00') })
    expect(again.holder?.name).toBe('杜明远')
    expect(again.untold.at(-1)).toMatchObject({ to: { pid: 'du' }, title: '客户接着问' })
  })

  it('given 解决了, then it is closed, and within three working days it may be asked on, not later', () => {
    const t = make(answered(), 'sun', 'settled', {}, at('2026-11-23T15:00'))
    expect([t.state, t.alarmAt, inWords(rowOf(t).next, defaults)]).toEqual([
      'closed',
      null,
      '3 个工作日内没解决,还可以接着问',
    ])
    expect(refused(t, 'sun', 'askOn', text('又报警'), at('2026-11-27T09:00'))?.words).toMatch('3 个工作日')
    const open = make(t, 'sun', 'askOn', text('又报警'), at('2026-11-25T09:00'))
    expect([open.state, open.closedAt]).toEqual(['asked', null])
  })

  it('given no word for three working days, then the clock closes it and says why', () => {
    const t = answered()
    expect(dueAlarms(t, t.due! - 1, defaults)).toEqual([])
    expect(dueAlarms(t, t.due!, defaults)).toEqual(['lapse'])
    const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
    const rung = decide(t, {
      move: 'lapse',
      visit: null,
      key: 'k',
      input: {},
      actor: timer,
      now: t.due!,
      facts,
    })
    if (!rung.ok) throw new Error(rung.refusal.words)
    expect(rung.ticket.state).toBe('closed')
    expect(rung.event).toMatchObject({ words: expect.stringMatching('没有回音,自动关闭'), internal: false })
  })

  it('given an answer that helps others, then it is kept once, and never without its item', () => {
    const t = answered()
    expect(offered(fresh(), 'shen')).not.toContain('keepAnswer')
    const command = { move: 'keepAnswer' as const, visit: null, key: 'k', input: {}, actor: actor('du', t) }
    const keep = (item?: string) =>
      decide(t, { ...command, now: t.updatedAt, facts: { ...facts, kept: item } })
    expect(keep()).toMatchObject({ ok: false, refusal: { words: expect.stringMatching('请用「存为知识」') } })
    const decision = keep('k-t1')
    if (!decision.ok) throw new Error(decision.refusal.words)
    const kept = decision.ticket
    expect([kept.inquiry?.knowledge, offered(kept, 'du').includes('keepAnswer')]).toEqual(['k-t1', false])
  })

  it('given a repair that was made of it, then the inquiry ends as 已转报修 and names it; of nothing else it may', () => {
    const t = answered()
    const turn = (other: Ticket) =>
      decide(t, {
        move: 'turnRepair',
        visit: null,
        key: 'k',
        input: { other: other._id },
        actor: actor('sun', t),
        now: t.updatedAt,
        facts: { ...facts, other },
      })
    const stranger = turn(openTicket({ ...submission(), id: 't2' }))
    expect(stranger.ok).toBe(false)
    const done = turn(openTicket({ ...submission(), id: 't2', cameFrom: { id: t._id, no: t.no } }))
    expect(done.ok && done.ticket).toMatchObject({ state: 'turned', holder: null, became: { id: 't2' } })
  })

  it('given another company, a visitor of the office or a repair’s moves, then nothing of it is theirs', () => {
    expect(actor('chen', fresh()).relations).toEqual([])
    expect(offered(fresh(), 'shen')).not.toContain('verify')
    expect(refused(fresh(), 'shen', 'verify', {})?.code).toBe('NOT_ALLOWED')
  })
})

describe('what was answered before', () => {
  const item = (question: string, answer: string, models = ['*'], helped = 0) => ({
    question,
    models,
    helped,
    keys: keysOfItem({ question, answer }),
  })
  const macro = item('宏程序 O9010 报语法错误怎么改?', '把 #130 号参数改为 1', ['V1160'])
  const macro850 = item('宏程序报语法错误', '检查括号', ['V850'])
  const coolant = item('冷却泵不出水怎么办', '先排气', ['*'], 9)
  const all = [coolant, macro850, macro]

  it('names and numbers are words, Chinese is read in pairs, what every question says finds nothing', () => {
    expect(keysOf('请问 V850 报 2025 号报警怎么办')).toEqual(['v850', '2025', '号报', '报警', '警怎'])
    expect(keysOf('水 A')).toEqual([])
  })

  it('given the same words for two models, then each is offered its own first and never the other’s', () => {
    expect(bestOf(all, '宏程序报语法错误', 'V1160 立式加工中心')).toEqual([macro])
    expect(bestOf(all, '宏程序语法错误', 'V850')).toEqual([macro850])
    expect(bestOf(all, '宏程序语法错误 O9010', '')).toEqual([macro, macro850])
  })

  it('given one pair of characters in common, then nothing is offered', () => {
    expect(bestOf(all, '主轴出水', 'V850')).toEqual([])
    expect(bestOf(all, '泵不出水', 'V850')).toEqual([coolant])
  })

  it('given a number that only the answer names, then it is found by it', () => {
    expect(bestOf(all, '130 号参数', 'V1160')).toEqual([macro])
  })
})
