// On site: extra work, delay, the record, paper and exception, a call for support (第十七、十九条).
import { decide, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { stepsOf } from '../../miniprogram/domain/visit/steps'
import {
  delayStanding,
  extraStanding,
  helpStanding,
  paperStanding,
} from '../../miniprogram/domain/visit/words'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, onsite, prepared, signed, submitted, type Who } from './world'

const at10 = at('2026-11-25T10:00')
const visitOf = (ticket: Ticket) => ticket.visits[ticket.visits.length - 1]!
const photo = (id: string, slot: string) => ({ id, kind: 'photo', slot })
const offered = (ticket: Ticket, who: Who, move: MoveName) =>
  movesFor(ticket, actor(who, ticket), at10, facts).find((one) => one.move === move)
const told = (ticket: Ticket) => ticket.untold.map(({ title }) => title)
const words = (decision: ReturnType<typeof ask>) => (decision.ok ? '' : decision.refusal.words)

const extra = {
  what: '更换拉刀碟簧',
  reason: '碟簧失效,超出本次范围',
  lines: [
    { name: '人工 2 小时', amount: 600 },
    { name: '碟簧 1 套', amount: 1260 },
  ],
  free: false,
  finishBy: at('2026-11-25T19:30'),
  media: [photo('crack', '增项1')],
}
const delay = { reason: '操作人员未到岗', finishBy: at('2026-11-26T12:00'), media: [] }
const askedExtra = () => make(onsite(), 'zhou', 'askExtra', extra, at10)
const approved = (change = {}) =>
  make(
    askedExtra(),
    'fang',
    'approveExtra',
    { lines: extra.lines, free: false, note: '', ...change },
    at('2026-11-25T10:20'),
  )
const askedDelay = () => make(onsite(), 'zhou', 'askDelay', delay, at10)
const reported = () => make(onsite(), 'zhou', 'report', inputsOf.report, at10)

describe('extra work beyond the contract (第十九条第1项)', () => {
  it('given an extra asked for, then the manager holds it and the customer can neither answer it nor see its photos', () => {
    const ticket = askedExtra()
    expect(ticket.holder?.name).toBe('方立新')
    expect(offered(ticket, 'li', 'acceptExtra')).toBeUndefined()
    expect(ticket.media.find((one) => one.id === 'crack')).toMatchObject({ internal: true })
    expect(extraStanding(visitOf(ticket).extras[0]!).words).toBe('待负责人审批,客户还看不到')
  })

  it('given the manager changes the price, then the customer is asked for the new one and sees the photos', () => {
    const ticket = approved({ lines: [{ name: '碟簧 1 套', amount: 1260 }] })
    expect(visitOf(ticket).extras[0]).toMatchObject({ total: 1260, decision: { ok: true } })
    expect(ticket.media.find((one) => one.id === 'crack')).not.toHaveProperty('internal')
    expect(told(ticket)).toContain('请确认增项')
  })

  it('given an operator without the right to confirm costs, then 「需要有费用权限的同事确认」, and the equipment manager may', () => {
    const ticket = approved()
    expect(words(ask(ticket, 'sun', 'acceptExtra', {}, at10))).toBe('需要有费用权限的同事确认')
    const accepted = make(ticket, 'li', 'acceptExtra', {}, at('2026-11-25T10:30'))
    expect(visitOf(accepted)).toMatchObject({ state: 'onsite', finishBy: extra.finishBy })
  })

  it('given a free extra, then an operator may confirm it', () => {
    expect(ask(approved({ free: true, lines: [] }), 'sun', 'acceptExtra', {}, at10).ok).toBe(true)
  })

  it('given neither a price nor free, then it cannot be asked for', () => {
    expect(ask(onsite(), 'zhou', 'askExtra', { ...extra, lines: [] }, at10)).toMatchObject({
      ok: false,
      refusal: { fields: { lines: '请填写费用明细,或标明本项免费' } },
    })
  })

  it('given the customer does not want it, then the engineer works on within the old scope and time', () => {
    const before = visitOf(onsite()).finishBy
    const ticket = make(approved(), 'sun', 'refuseExtra', { note: '下次再做' }, at10)
    expect(visitOf(ticket)).toMatchObject({ state: 'onsite', finishBy: before })
    expect(extraStanding(visitOf(ticket).extras[0]!).words).toBe('用户不做增项:按原范围继续')
  })

  it('given the manager says no, then the customer never hears of it', () => {
    const ticket = make(askedExtra(), 'fang', 'rejectExtra', { note: '三包内,不另收费' }, at10)
    expect(told(ticket)).not.toContain('请确认增项')
    expect(ticket.events.filter(({ move }) => /Extra/.test(move)).every(({ internal }) => internal)).toBe(
      true,
    )
  })
})

describe('longer because of the customer (第十九条第2项)', () => {
  it('given a delay reported, then the manager and the customer are told and the old finish time still counts', () => {
    const ticket = askedDelay()
    expect(told(ticket)).toEqual(expect.arrayContaining(['用户原因延期', '请确认延期']))
    expect([ticket.due, visitOf(ticket).finishBy]).toEqual([
      inputsOf.assign.finishBy,
      inputsOf.assign.finishBy,
    ])
    expect(delayStanding(visitOf(ticket).delays[0]!).words).toBe('待用户确认,时限照算')
  })

  it('given the customer confirms, then the finish moves and the time is not ours', () => {
    const ticket = make(askedDelay(), 'sun', 'acceptDelay', {}, at('2026-11-25T11:00'))
    expect(visitOf(ticket).finishBy).toBe(delay.finishBy)
    expect(ticket.pauses).toMatchObject([{ reason: '用户原因:操作人员未到岗', from: at10 }])
  })

  it('given the customer called instead, then the office records who said what, and it counts the same', () => {
    const proof = { how: 'call', note: '李国强 10:40 来电同意', media: [] }
    const ticket = make(askedDelay(), 'shen', 'recordDelay', proof, at('2026-11-25T10:45'))
    expect(visitOf(ticket)).toMatchObject({ state: 'onsite', finishBy: delay.finishBy })
    expect(delayStanding(visitOf(ticket).delays[0]!).words).toBe('用户来电确认')
  })

  it('given an earlier finish, then it is no delay', () => {
    const decision = ask(onsite(), 'zhou', 'askDelay', { ...delay, finishBy: at10 }, at10)
    expect(decision).toMatchObject({ ok: false, refusal: { fields: { finishBy: expect.any(String) } } })
  })

  it('given the office has not been asked, then there is nothing to record', () => {
    expect(offered(onsite(), 'shen', 'recordDelay')).toBeUndefined()
    expect(offered(askedDelay(), 'shen', 'recordDelay')).toBeDefined()
  })
})

describe('the record on site', () => {
  it('given an open tick or a missing photo, then a repaired visit cannot be recorded', () => {
    const open = { ...inputsOf.report, ticks: ['t1', 't2'] }
    expect(words(ask(onsite(), 'zhou', 'report', open, at10))).toBe(
      '现场清单还没有完成:试车 30 分钟、现场清理、操作员交底',
    )
    const dark = { ...inputsOf.report, media: [photo('before', '修前')] }
    expect(words(ask(onsite(), 'zhou', 'report', dark, at10))).toBe('还差照片:修后')
  })

  it('given a part without serials, then it cannot be recorded', () => {
    const part = { name: '编码器', oldSerial: '', newSerial: 'N1', quantity: 1, oldGoes: 'back' }
    const decision = ask(onsite(), 'zhou', 'report', { ...inputsOf.report, parts: [part] }, at10)
    expect(decision).toMatchObject({ ok: false, refusal: { fields: { parts: expect.any(String) } } })
  })

  it('given it was not repaired, then the list may stay open, and the next visit must be said', () => {
    const unfixed = { ...inputsOf.report, result: 'unfixed', ticks: [], media: [] }
    expect(words(ask(onsite(), 'zhou', 'report', unfixed, at10))).toBe('没有修复,请写下次上门的安排')
    expect(ask(onsite(), 'zhou', 'report', { ...unfixed, next: '周四带编码器来' }, at10).ok).toBe(true)
  })
})

describe('the way of a visit', () => {
  const labels = (ticket: Ticket) => {
    const steps = stepsOf(visitOf(ticket))
    return [steps.filter((one) => one.done).map((one) => one.label), steps.find((one) => one.current)?.label]
  }
  it('given each stage, then what is behind and what is on now is read from what was done', () => {
    expect(labels(prepared())).toEqual([['申请', '准备'], '出发'])
    expect(labels(onsite())).toEqual([['申请', '准备', '出发', '到达'], '作业'])
    expect(labels(reported())[1]).toBe('回执')
    expect(labels(signed())[1]).toBe('离场')
    const left = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    expect(labels(left)).toEqual([['申请', '准备', '出发', '到达', '作业', '回执', '离场'], undefined])
  })
})

describe('leaving without the customer’s phone (第十九条第2项)', () => {
  const paper = { signer: '赵师傅', post: '班长', phone: '13800000077', media: [photo('paper', '纸质回执')] }
  const onPaper = () => make(reported(), 'zhou', 'leaveOnPaper', paper, at('2026-11-25T11:00'))

  it('given no photo of it, then a receipt on paper does not count', () => {
    expect(words(ask(reported(), 'zhou', 'leaveOnPaper', { ...paper, media: [] }, at10))).toBe(
      '请拍下签了字的纸质回执',
    )
  })

  it('given a receipt on paper, then the office holds it until the end of the next working day', () => {
    const ticket = onPaper()
    expect([ticket.holder?.name, ticket.due]).toEqual(['沈晓雯', at('2026-11-26T17:30')])
    expect(paperStanding(visitOf(ticket).paper!).words).toBe('待内勤电话确认')
  })

  it('given the signer says yes on the phone, then the visit is over and the survey goes out', () => {
    const ticket = make(onPaper(), 'shen', 'confirmPaper', { note: '赵师傅确认' }, at('2026-11-25T14:00'))
    expect([ticket.face, told(ticket).includes('请评价本次上门')]).toEqual(['left', true])
    expect(visitOf(ticket).leftAt).toBe(at('2026-11-25T11:00'))
  })

  it('given the signer denies it, then the receipt is void and the engineer has to get another', () => {
    const ticket = make(onPaper(), 'shen', 'rejectPaper', { note: '没有签过' }, at('2026-11-25T14:00'))
    expect(visitOf(ticket)).toMatchObject({ state: 'wait_sign', receipt: null, leftAt: null })
    expect(offered(ticket, 'zhou', 'leaveOnPaper')).toBeDefined()
  })

  it('given the customer will not sign, then the manager alone decides, once, and the general manager knows', () => {
    const reason = { reason: '对结果有异议', media: [photo('proof', '例外离场')] }
    const asked = make(reported(), 'zhou', 'askException', reason, at10)
    expect(asked.media.find((one) => one.id === 'proof')).toMatchObject({ internal: true })
    expect(offered(asked, 'zhou', 'askException')).toBeUndefined()
    expect(ask(asked, 'shen', 'allowException', { note: '同意' }, at10).ok).toBe(false)
    const gone = make(asked, 'fang', 'allowException', { note: '已和客户通话' }, at('2026-11-25T11:00'))
    expect(visitOf(gone)).toMatchObject({ receipt: null, exception: { decision: { ok: true } } })
    expect(told(gone)).toEqual(expect.arrayContaining(['例外离场已同意', '请致电用户', '例外离场']))
  })

  it('given the manager says no, then he stays and may ask again', () => {
    const asked = make(reported(), 'zhou', 'askException', { reason: '不签', media: [] }, at10)
    const refused = make(asked, 'fang', 'refuseException', { note: '请等李国强' }, at('2026-11-25T10:10'))
    expect(visitOf(refused).leftAt).toBeNull()
    expect(offered(refused, 'zhou', 'askException')).toBeDefined()
  })
})

describe('a call for support (第十七条)', () => {
  const help = { kind: 'parts', text: '缺碟簧 1 套', urgent: true, media: [photo('voice', '求助1')] }
  const asked = () => make(onsite(), 'zhou', 'askHelp', help, at10)

  it('given a call at 10:00, then the office has it until 10:30 and its photos are not the customer’s', () => {
    const ticket = asked()
    expect(ticket.helps[0]).toMatchObject({ kind: '备件', answerBy: at('2026-11-25T10:30') })
    expect([ticket.askCoordinator === null, ticket.media.at(-1)?.internal]).toEqual([false, true])
  })

  it('given somebody takes it, then a colleague is told who, and the answer closes it', () => {
    const taken = make(asked(), 'shen', 'takeHelp', { help: 'h1' }, at('2026-11-25T10:05'))
    expect(words(ask(taken, 'fang', 'takeHelp', { help: 'h1' }, at10))).toBe('沈晓雯 已接单')
    const done = make(
      taken,
      'shen',
      'answerHelp',
      { help: 'h1', answer: '14:00 送到' },
      at('2026-11-25T10:09'),
    )
    expect([helpStanding(done.helps[0]!).words, done.askCoordinator]).toEqual(['沈晓雯:14:00 送到', null])
    expect(words(ask(done, 'shen', 'answerHelp', { help: 'h1', answer: '再答' }, at10))).not.toBe('')
  })

  it('given no answer in 30 working minutes, then the manager hears, once', () => {
    const ring = (ticket: Ticket) => {
      const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer'] as const }
      const now = at('2026-11-25T10:30')
      const move = { move: 'helpLate' as const, visit: null, key: 'late', input: {} }
      return decide(ticket, { ...move, actor: timer, now, facts })
    }
    const decision = ring(asked())
    if (!decision.ok) throw new Error(decision.refusal.words)
    expect(decision.ticket.untold.at(-1)!.to).toEqual({ role: 'manager' })
    expect(helpStanding(decision.ticket.helps[0]!).words).toContain('已告知负责人')
    expect(ring(decision.ticket).ok).toBe(false)
  })

  it('given a question to the technical department, then it answers, and another may be asked', () => {
    const question = { question: '编码器还能用吗', media: [] }
    const asking = make(onsite(), 'zhou', 'askAppraisal', question, at10)
    expect(offered(asking, 'zhou', 'askAppraisal')).toBeUndefined()
    const answered = make(asking, 'du', 'appraise', { opinion: '须更换' }, at('2026-11-25T10:40'))
    expect(answered.appraisal).toMatchObject({ opinion: '须更换', decision: { by: { name: '杜明远' } } })
    expect(offered(answered, 'zhou', 'askAppraisal')).toBeDefined()
  })
})

describe('before a request', () => {
  it('given nobody was sent, then there is no support to ask for', () => {
    expect(ask(submitted(), 'shen', 'askHelp', {}, at10).ok).toBe(false)
  })
})
