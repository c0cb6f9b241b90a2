import { defaults } from '../../miniprogram/domain/company/settings'
import { breaches } from '../../miniprogram/domain/statistics/breaches'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { decide } from '../../miniprogram/domain/door/lifecycle'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { at, facts, inputsOf, make, onsite, prepared, signed, submitted } from './world'

const found = (ticket: Ticket) =>
  breaches(ticket, defaults).map(
    ({ gate }) => `${gate.article} ${gate.breach}${gate.by ? ` ${gate.by}` : ''}`,
  )

/** As the clock function does it. */
function ring(ticket: Ticket, when: string): Ticket {
  const now = at(when)
  const actor = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
  return dueAlarms(ticket, now, defaults).reduce((one, move) => {
    const decision = decide(one, {
      ...{ move, visit: null, key: `${move}-${now}`, input: {}, now, facts, actor },
    })
    return decision.ok ? decision.ticket : one
  }, ticket)
}
const at10 = at('2026-11-25T10:00')

describe('articles that were not kept', () => {
  it('given a job as it should be, its site confirmed on the phone as 第十八条第2项 allows, then nothing is noted', () => {
    expect(found(signed())).toEqual([])
  })

  it('given a verification after the promise, then 18.1 was met late, dated by the promise', () => {
    const ticket = make(submitted(), 'shen', 'verify', { ...inputsOf.verify, siteByPhone: false }, at10)
    expect(breaches(ticket, defaults)).toMatchObject([
      { at: at('2026-11-24T17:30'), gate: { article: '18.1', breach: 'late', by: '沈晓雯' } },
    ])
  })

  it('given nobody who verifies, when the clock rings, then 18.1 is broken until it is done', () => {
    const rung = ring(submitted(), '2026-11-25T08:30')
    expect(found(rung)).toEqual(['18.1 broken'])
    expect(found(make(rung, 'shen', 'verify', inputsOf.verify, at10))).toEqual(['18.1 late 沈晓雯'])
  })

  it('given a request that is cancelled after its time, then nobody has kept it', () => {
    const rung = ring(submitted(), '2026-11-25T08:30')
    const gone = make(rung, 'li', 'cancel', { reason: 'solved', note: '' }, at10)
    expect(found(gone)).toEqual(['18.1 broken'])
  })

  it('given a ticket that waits for the customer, when the clock rings, then no article is ours to keep', () => {
    const asked = make(submitted(), 'shen', 'askInfo', { asked: '照片' }, at('2026-11-23T10:00'))
    expect(found(ring(asked, '2026-11-25T08:30'))).toEqual([])
  })

  it('given nobody who sends an engineer, when somebody is sent after all, then it was late', () => {
    const verified = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    const rung = ring(verified, '2026-11-24T11:00')
    expect(found(rung)).toEqual(['18.1 broken'])
    const sent = make(rung, 'fang', 'assign', inputsOf.assign, at('2026-11-24T14:00'))
    expect(found(sent)).toEqual(['18.1 late 方立新'])
  })

  it('given an arrival and a finish after what was agreed, then both were late', () => {
    let ticket = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const late = { ...inputsOf.arrive, lateReason: '拥堵', siteReady: false }
    ticket = make(ticket, 'zhou', 'arrive', late, at('2026-11-25T09:30'))
    ticket = make(ticket, 'zhou', 'report', inputsOf.report, at('2026-11-25T17:40'))
    ticket = make(ticket, 'sun', 'sign', inputsOf.sign, at('2026-11-25T17:50'))
    ticket = make(ticket, 'zhou', 'leave', { code: ticket.visits[0]!.receipt!.code }, at('2026-11-25T18:00'))
    expect(found(ticket)).toEqual(['18.2 broken', '18.3 late 周海', '19.2 late 周海'])
  })

  it('given somebody who left without a receipt, then the manager released it', () => {
    let ticket = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
    ticket = make(ticket, 'zhou', 'askException', { reason: '用户不在', media: [] }, at('2026-11-25T11:10'))
    expect(found(ticket)).toEqual([])
    ticket = make(ticket, 'fang', 'allowException', { note: '已电话说明' }, at('2026-11-25T11:20'))
    expect(found(ticket)).toEqual(['19.2 waived 方立新'])
  })

  it('given a special case, then the general manager released it', () => {
    const asked = { ...inputsOf.verify, special: 'debt', siteByPhone: false }
    let ticket = make(submitted(), 'shen', 'verify', asked, at('2026-11-23T10:00'))
    expect(found(ticket)).toEqual([])
    ticket = make(ticket, 'zheng', 'consent', { note: '' }, at('2026-11-23T11:00'))
    expect(found(ticket)).toEqual(['18.1 waived 郑国栋'])
  })

  it('given a price that was agreed on the phone, then it was confirmed otherwise', () => {
    let ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    ticket = make(ticket, 'shen', 'quoteByPhone', { note: '李国强来电同意' }, at('2026-11-23T10:30'))
    expect(found(ticket)).toEqual(['4 waived 沈晓雯'])
  })

  it('given a call for support that nobody answers, then 17 is broken; answered after all, it was late', () => {
    const asking = { kind: 'parts', text: '要碟簧', urgent: false, media: [] }
    let ticket = make(onsite(), 'zhou', 'askHelp', asking, at('2026-11-25T09:00'))
    ticket = ring(ticket, '2026-11-25T09:40')
    expect(found(ticket)).toEqual(['17 broken'])
    ticket = make(ticket, 'shen', 'answerHelp', { help: 'h1', answer: '明天到' }, at10)
    expect(found(ticket)).toEqual(['17 late 沈晓雯'])
  })

  it('given a paper receipt that the signer denies, then somebody left without one', () => {
    let ticket = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
    const paper = { signer: '孙小兵', post: '操作员', phone: '13800000001' }
    const media = [{ id: 'paper', kind: 'photo', slot: '回执' }]
    ticket = make(ticket, 'zhou', 'leaveOnPaper', { ...paper, media }, at('2026-11-25T11:10'))
    ticket = make(ticket, 'shen', 'rejectPaper', { note: '没有签过' }, at('2026-11-25T14:00'))
    expect(found(ticket)).toEqual(['19.2 broken'])
  })

  it('given a customer who never rated, when the ticket is closed, then 8 was waived by who closed it', () => {
    const ticket = make(
      signed(),
      'zhou',
      'leave',
      { code: signed().visits[0]!.receipt!.code },
      at('2026-11-25T11:20'),
    )
    const closed = make(ticket, 'shen', 'close', { note: '电话回访正常' }, at('2026-12-01T09:00'))
    expect(found(closed)).toEqual(['8 waived 沈晓雯'])
  })
})
