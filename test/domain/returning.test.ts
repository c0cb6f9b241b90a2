import { defaults } from '../../miniprogram/domain/company/settings'
import { faceOf, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { receiptProblems } from '../../miniprogram/domain/receipt/receipt'
import { learntReturn, nextReturn, openCalls, returnOf } from '../../miniprogram/domain/returning/returning'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, signed, type Who } from './world'

const leave = (start: Ticket) => make(start, 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
const followup = (): Ticket => make(leave(signed()), 'sun', 'rate', inputsOf.rate, at('2026-11-25T14:00'))
const morning = at('2026-11-26T10:00')
const names = (ticket: Ticket, who: Who) =>
  movesFor(ticket, actor(who, ticket), morning, facts).map(({ move }) => move)
const missed = (ticket: Ticket, now = morning) =>
  make(ticket, 'shen', 'returnLater', { how: 'missed', nextAt: now + 86400_000, note: '' }, now)

describe('a return visit', () => {
  it('given all answers, then the ticket closes and keeps what was said', () => {
    const closed = make(followup(), 'shen', 'close', inputsOf.close, morning)
    expect(closed.returnCalls).toMatchObject([
      { outcome: 'done', script: { running: 'well', price: 'same' } },
    ])
    expect([closed.state, closed.closedAt]).toEqual(['closed', morning])
  })

  it('given it still does not run, then closing is refused and the job goes on in the same ticket', () => {
    const ticket = followup()
    expect(ask(ticket, 'shen', 'close', { ...inputsOf.close, running: 'unfixed' }, morning)).toMatchObject({
      refusal: { fields: { running: '用户说没修好,不能关闭' } },
    })
    const script = { running: 'unfixed', conduct: null, issues: [], price: null, wish: '' }
    const again = make(ticket, 'shen', 'redo', { why: '还报 2025', script }, morning)
    expect([again._id, again.state, again.holder?.name, again.reopened]).toEqual([
      ticket._id,
      'verified',
      '方立新',
      1,
    ])
    expect(again.returnCalls).toMatchObject([{ outcome: 'redo', script: { running: 'unfixed' } }])
    const sent = make(again, 'fang', 'assign', { ...inputsOf.assign, despite: true }, morning)
    expect([sent.visits.length, faceOf(sent)]).toEqual([2, 'planning'])
  })

  it('given conduct that was not all right, then it has to be said what', () => {
    const input = { ...inputsOf.close, conduct: 'some' }
    expect(ask(followup(), 'shen', 'close', input, morning)).toMatchObject({
      refusal: { fields: { issues: '请选哪里没做到' } },
    })
  })

  it('given nobody answers three times, then the ticket closes as such; each time a next call is agreed', () => {
    const first = missed(followup())
    expect([first.due, first.state]).toEqual([morning + 86400_000, 'followup'])
    const third = missed(missed(first))
    expect([third.state, third.events.at(-1)!.words]).toEqual(['closed', '回访三次未接通'])
    expect(
      ask(followup(), 'shen', 'returnLater', { how: 'missed', nextAt: null, note: '' }, morning),
    ).toMatchObject({ refusal: { fields: { nextAt: '请选下次回访时间' } } })
  })

  it('given a customer who asks for another time, then that is no missed call', () => {
    const later = { how: 'later', nextAt: morning + 86400_000, note: '' }
    let ticket = missed(missed(followup()))
    ticket = make(ticket, 'shen', 'returnLater', later, morning)
    expect(ticket.state).toBe('followup')
    expect(missed(ticket).state).toBe('closed')
  })

  it('given three missed calls and no answer to the survey, then closing still waits for it', () => {
    const ticket = missed(missed(missed(leave(signed()))))
    expect(ticket.state).toBe('left')
    expect(names(ticket, 'shen')).not.toContain('returnLater')
    expect(ask(ticket, 'shen', 'closeUnreached', { note: '' }, morning)).toMatchObject({
      refusal: { words: '还不能关闭:用户还没有评价' },
    })
    expect(make(ticket, 'shen', 'closeUnreached', { note: '' }, at('2026-12-01T10:00')).state).toBe('closed')
  })
})

describe('a record sent back', () => {
  const correction = {
    fault: 'SP-3-1',
    cause: '碟簧失效',
    measure: '更换碟簧',
    parts: [{ name: '碟簧', oldSerial: '无', newSerial: 'N-77', quantity: 1, oldGoes: 'back' }],
    hours: 3,
    leftover: '',
    why: '故障归类选错',
  }
  const back = () => make(followup(), 'shen', 'askRewrite', { why: '归类不对', script: null }, morning)

  it('given the office sends it back, then the engineer of that visit holds it and nobody else corrects it', () => {
    const ticket = back()
    expect([ticket.face, ticket.holder?.name, ticket.tab]).toEqual(['rewriting', '周海', 'open'])
    expect(names(ticket, 'zhou')).toContain('correct')
    expect(names(ticket, 'shen')).not.toContain('correct')
    expect(ticket.untold.at(-1)).toMatchObject({ to: { pid: 'zhou' }, title: '服务记录退回重填' })
  })

  it('given the correction, then it is an addition with its own time: what was signed stays, and its seal is whole', () => {
    const before = back()
    const ticket = make(before, 'zhou', 'correct', correction, at('2026-11-26T15:00'))
    const visit = ticket.visits[0]!
    expect(visit.report).toEqual(before.visits[0]!.report)
    expect(visit.corrections).toMatchObject([
      { ...correction, at: at('2026-11-26T15:00'), by: { pid: 'zhou' } },
    ])
    expect(receiptProblems(ticket, facts.hash).flatMap(({ problems }) => problems)).toEqual([])
    expect([ticket.faultClass, ticket.face, visit.rewrite]).toEqual(['SP-3-1', 'followup', null])
  })

  it('given an unrated visit, then the corrected ticket waits for its answer again', () => {
    const sent = make(leave(signed()), 'shen', 'askRewrite', { why: '归类不对', script: null }, morning)
    expect(make(sent, 'zhou', 'correct', correction, morning).face).toBe('left')
    const rated = make(sent, 'sun', 'rate', inputsOf.rate, morning)
    expect(make(rated, 'zhou', 'correct', correction, morning).face).toBe('followup')
  })

  it('given serial numbers left out, then the correction is refused like the record', () => {
    const parts = [{ ...correction.parts[0]!, newSerial: '' }]
    expect(ask(back(), 'zhou', 'correct', { ...correction, parts }, morning)).toMatchObject({
      refusal: { code: 'BLOCKED', fields: { parts: expect.any(String) as string } },
    })
  })
})

describe('return visits of a machine', () => {
  it('three months within 三包, six later, at the end of a working day', () => {
    expect(nextReturn(at('2026-08-20T15:50'), '2027-07-01', defaults)).toBe(at('2026-11-20T17:30'))
    expect(nextReturn(at('2026-05-20T15:50'), '2026-01-01', defaults)).toBe(at('2026-11-20T17:30'))
    // 31 May plus six months is the last of November; the 28th is a Saturday
    expect(nextReturn(at('2026-05-31T10:00'), '2026-01-01', defaults)).toBe(at('2026-11-30T17:30'))
    expect(nextReturn(at('2026-08-28T10:00'), '2027-01-01', defaults)).toBe(at('2026-11-30T17:30'))
  })

  it('given the same service twice, then nothing changes; a newer one moves the date and keeps the calls', () => {
    const first = returnOf(followup(), defaults)!
    expect(learntReturn(first, returnOf(followup(), defaults)!)).toBeNull()
    const by = { pid: 'shen', name: '沈晓雯', title: '' }
    const call = { at: 1, by, outcome: 'done' as const, nextAt: null, note: '', script: null, key: 'k' }
    const later = { ...first, service: { ...first.service, at: first.service.at + 1 }, dueAt: 5 }
    expect(learntReturn({ ...first, calls: [call] }, later)).toMatchObject({
      dueAt: 5,
      calls: [call],
    })
    expect(learntReturn(later, first)).toBeNull()
  })

  it('given nobody has been there, or a ticket hidden from somebody, then there is none', () => {
    expect(returnOf(signed(), defaults)).toBeNull()
    expect(returnOf({ ...followup(), hiddenFrom: 'zhou' }, defaults)).toBeNull()
  })

  it('calls of a return visit that is over do not count for the next', () => {
    const calls = [{ nextAt: 1 }, { nextAt: null }, { nextAt: 3 }]
    expect(openCalls(calls)).toEqual([{ nextAt: 3 }])
  })
})
