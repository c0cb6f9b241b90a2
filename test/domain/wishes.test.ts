import { ask, at, inputsOf, make, onsite, prepared, signed, submitted } from './world'

const wish = { first: at('2026-11-27T09:00'), second: null, reason: '停电' }
const agreed = { arriveBy: at('2026-11-27T09:00'), finishBy: at('2026-11-27T17:30') }

describe('what a customer may wish at any time', () => {
  it('given an urge, then a second one is possible after four working hours, and until then he is told when', () => {
    const ticket = make(submitted(), 'sun', 'urge', { reason: 'loss' }, at('2026-11-23T10:00'))
    expect(ask(ticket, 'li', 'urge', { reason: 'late' }, at('2026-11-23T14:59'))).toMatchObject({
      refusal: { article: '17', words: expect.stringContaining('今天 15:00 后可再次催办') },
    })
    expect(ask(ticket, 'li', 'urge', { reason: 'late' }, at('2026-11-23T15:00')).ok).toBe(true)
  })

  it('given another time is wished before anybody is sent, then the office agrees and the customer is told the day', () => {
    let ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    ticket = make(ticket, 'sun', 'askReschedule', wish, at('2026-11-23T10:10'))
    ticket = make(ticket, 'shen', 'agreeReschedule', agreed, at('2026-11-23T10:20'))
    expect(ticket.untold.at(-1)).toMatchObject({ title: '改约已确认', words: '改为11月27日(周五)09:00' })
  })

  it('given the wish is open and the site is not ready after all, then the office can still answer it', () => {
    let ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    ticket = make(ticket, 'sun', 'askReschedule', wish, at('2026-11-23T10:10'))
    ticket = make(ticket, 'sun', 'siteNotReady', { readyOn: '2026-11-27', note: '' }, at('2026-11-23T10:20'))
    expect(ask(ticket, 'shen', 'refuseReschedule', { note: '等现场' }, at('2026-11-23T10:30')).ok).toBe(true)
  })

  it('given the wish is open and the engineer departs, then it can be declined but no longer agreed to', () => {
    let ticket = make(prepared(), 'sun', 'askReschedule', wish, at('2026-11-24T17:00'))
    ticket = make(ticket, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    expect(ask(ticket, 'shen', 'agreeReschedule', agreed, at('2026-11-25T08:00'))).toMatchObject({
      refusal: { code: 'BLOCKED', article: '18.3' },
    })
    expect(ask(ticket, 'shen', 'refuseReschedule', { note: '人已出发' }, at('2026-11-25T08:00')).ok).toBe(
      true,
    )
  })

  it('given the engineer has departed, then the ticket is not cancelled on the phone', () => {
    expect(
      ask(onsite(), 'sun', 'cancel', { reason: 'time', note: '' }, at('2026-11-25T09:00')),
    ).toMatchObject({
      refusal: { article: '18.3', wayOut: '请打电话给负责人' },
    })
  })

  it('given the problem is back within three working days, then the ticket waits for dispatch with all it knows', () => {
    let ticket = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    ticket = make(ticket, 'sun', 'reopen', { note: '又报警' }, at('2026-11-30T17:30'))
    expect([ticket.face, ticket.reopened, ticket.holder?.name]).toEqual(['verified', 1, '方立新'])
    expect(ask(signed(), 'sun', 'reopen', { note: '又报警' }, at('2026-11-25T11:30')).ok).toBe(false)
  })

  it('given a ticket that was closed and written to later, then the days count from its closing', () => {
    const left = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    const closed = { ...left, closedAt: at('2026-11-25T11:30'), updatedAt: at('2026-12-02T09:00') }
    expect(ask(closed, 'sun', 'reopen', { note: '又报警' }, at('2026-12-02T10:00'))).toMatchObject({
      refusal: { code: 'BLOCKED', article: '8' },
    })
  })

  it('given three working days and a minute, then it is not opened again, and the refusal says three and what to do', () => {
    const ticket = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    expect(ask(ticket, 'sun', 'reopen', { note: '又报警' }, at('2026-11-30T17:31'))).toMatchObject({
      refusal: {
        code: 'BLOCKED',
        article: '8',
        words: '关闭已超过 3 个工作日,不能再打开',
        wayOut: '请重新报修,会和这张工单关联',
      },
    })
  })

  it('given it was solved from afar without verification and is back, then it is verified first, within a working day', () => {
    let ticket = make(submitted(), 'shen', 'toRemote', { note: '先重启' }, at('2026-11-23T10:00'))
    ticket = make(ticket, 'shen', 'remoteSolved', { note: '好了' }, at('2026-11-23T11:00'))
    ticket = make(ticket, 'sun', 'reopen', { note: '又报警' }, at('2026-11-25T10:00'))
    expect([ticket.face, ticket.due]).toEqual(['submitted', at('2026-11-26T17:30')])
  })
})
