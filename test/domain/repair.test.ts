import { decide, faceOf, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { brokenReceipts } from '../../miniprogram/domain/receipt/receipt'
import { actor, ask, at, facts, inputsOf, make, onsite, prepared, signed, submitted, type Who } from './world'

const labels = (ticket: ReturnType<typeof submitted>, who: Who) =>
  movesFor(ticket, actor(who, ticket), at('2026-11-25T12:00'), facts).map((move) => move.label)

describe('a repair from request to rating', () => {
  it('given a request on Monday 09:40, then 沈晓雯 holds it until Tuesday 17:30', () => {
    const ticket = submitted()
    expect(ticket.holder?.name).toBe('沈晓雯')
    expect(ticket.due).toBe(at('2026-11-24T17:30'))
    expect(ticket.no).toMatch(/^BX-261123-[2-9A-HJ-NP-Z]{4}$/)
  })

  it('given a fresh request, then the coordinator may verify it, the customer and the engineer may not', () => {
    const ticket = submitted()
    expect(labels(ticket, 'shen')).toEqual([
      '核实通过',
      '请客户补充',
      '不予受理',
      '转远程指导',
      '补充',
      '合并重复',
      '代记:催办',
      '代记:取消工单',
    ])
    expect(labels(ticket, 'sun')).toEqual(['催办', '补充', '取消工单'])
    expect(ask(ticket, 'sun', 'verify', inputsOf.verify, ticket.createdAt)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_ALLOWED' },
    })
  })

  it('given a ticket of another company, when its people ask, then for them it does not exist', () => {
    expect(ask(submitted(), 'chen', 'verify', inputsOf.verify, 0)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    })
    expect(labels(submitted(), 'chen')).toEqual([])
  })

  it('given the whole story, then each move ends where the table says', () => {
    let ticket = signed()
    expect(faceOf(ticket)).toBe('signed')
    const code = ticket.visits[0]!.receipt!.code
    ticket = make(ticket, 'zhou', 'leave', { code }, at('2026-11-25T11:30'))
    expect([faceOf(ticket), ticket.tab, ticket.category]).toEqual(['left', 'yours', 'done'])
    ticket = make(ticket, 'li', 'rate', inputsOf.rate, at('2026-11-25T11:31'))
    expect(faceOf(ticket)).toBe('followup')
    ticket = make(ticket, 'shen', 'close', inputsOf.close, at('2026-11-26T10:00'))
    expect([faceOf(ticket), ticket.holder, ticket.due]).toEqual(['closed', null, null])
    expect(ticket.events.map((event) => event.move)).toEqual([
      'submit',
      'verify',
      'acceptQuote',
      'assign',
      'askTrip',
      'approveTrip',
      'prepare',
      'depart',
      'arrive',
      'report',
      'sign',
      'leave',
      'rate',
      'close',
    ])
    expect(ticket.rev).toBe(14)
  })

  it('given no receipt, when the engineer wants to leave, then he cannot and is told why (第十九条第2项)', () => {
    const ticket = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T10:00'))
    const decision = ask(ticket, 'zhou', 'leave', { code: '000000' }, at('2026-11-25T10:01'))
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'BLOCKED', article: '19.2', words: '还不能离场:取得用户回执后方可离开' },
    })
    const offered = movesFor(ticket, actor('zhou', ticket), at('2026-11-25T10:01'), facts).find(
      (move) => move.move === 'leave',
    )
    expect(offered?.blocked?.article).toBe('19.2')
  })

  it('given a wrong code three times, then the fourth try needs a new code from the customer', () => {
    let ticket = signed()
    for (const left of [2, 1, 0]) {
      const decision = ask(ticket, 'zhou', 'leave', { code: '999999' }, at('2026-11-25T11:30'))
      if (decision.ok || !decision.spent) throw new Error('a wrong try must be refused and counted')
      expect(decision.refusal.words).toContain(left > 0 ? `还可试 ${left} 次` : '请用户重新生成')
      ticket = decision.spent
    }
    const code = ticket.visits[0]!.receipt!.code
    expect(ask(ticket, 'zhou', 'leave', { code }, at('2026-11-25T11:30'))).toMatchObject({
      ok: false,
      refusal: { code: 'LEAVE_CODE_EXPIRED' },
    })
    const renewed = make(ticket, 'sun', 'renewCode', {}, at('2026-11-25T11:31'))
    expect(
      ask(renewed, 'zhou', 'leave', { code: renewed.visits[0]!.receipt!.code }, at('2026-11-25T11:32')).ok,
    ).toBe(true)
  })

  it('given one key and another wrong code each time, then each counts; what was tried before counts no more', () => {
    let ticket = signed()
    const tried = (code: string) => {
      const command = {
        ...{ move: 'leave' as const, visit: null, key: 'the-same-key', input: { code } },
        ...{ actor: actor('zhou', ticket), now: at('2026-11-25T11:30'), facts },
      }
      const decision = decide(ticket, command)
      if (decision.ok || !decision.spent) throw new Error('a wrong try must be refused and counted')
      ticket = decision.spent
      return ticket.visits[0]!.receipt!.wrongTries
    }
    expect([tried('999991'), tried('999992'), tried('999991'), tried('999993')]).toEqual([1, 2, 2, 3])
  })

  it.each([
    ['2026-11-26T11:09', 'until then he may leave'],
    ['2026-11-26T11:10', 'from then on the customer makes a new one'],
  ])('given a code of 11-25 11:10, when it is %s, then %s', (time, then) => {
    const ticket = signed()
    const leave = ask(ticket, 'zhou', 'leave', { code: ticket.visits[0]!.receipt!.code }, at(time))
    if (then.startsWith('until')) expect(leave.ok).toBe(true)
    else
      expect(leave).toMatchObject({
        refusal: { code: 'LEAVE_CODE_EXPIRED', wayOut: '请用户重新打开回执,生成新的离场码' },
      })
  })

  it('given a verified ticket, when two managers assign, then the second is told who was faster', () => {
    const ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    const first = make(ticket, 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))
    const second = ask(first, 'shen', 'assign', inputsOf.assign, at('2026-11-23T11:01'))
    expect(second).toMatchObject({ ok: false, refusal: { code: 'CONFLICT' } })
    expect(second.ok ? '' : second.refusal.words).toContain('工单刚被 方立新 更新(11:00,派给 周海')
  })

  it('given an engineer of another crew, then the ticket does not exist for him', () => {
    expect(ask(signed(), 'ma', 'leave', { code: '123456' }, 0)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    })
  })

  it('given a visit that did not solve it, when he leaves, then the ticket waits for dispatch and the visit can still be rated', () => {
    let ticket = make(signedUnfixed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    expect(faceOf(ticket)).toBe('verified')
    ticket = make(ticket, 'sun', 'rate', inputsOf.rate, at('2026-11-25T12:00'))
    expect([faceOf(ticket), ticket.visits[0]!.state]).toEqual(['verified', 'rated'])
  })

  it('given an arrival after the promise, then a reason is asked for', () => {
    const ticket = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    expect(ask(ticket, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T09:01'))).toMatchObject({
      ok: false,
      refusal: { fields: { lateReason: expect.stringContaining('迟到原因') } },
    })
    expect(
      ask(ticket, 'zhou', 'arrive', { ...inputsOf.arrive, lateReason: '道路拥堵' }, at('2026-11-25T09:01'))
        .ok,
    ).toBe(true)
  })

  it('given the customer is asked for more, then the clock stands still until the answer', () => {
    let ticket = make(submitted(), 'shen', 'askInfo', { asked: '报警画面照片' }, at('2026-11-23T10:00'))
    expect([ticket.holder?.name, ticket.category]).toEqual(['孙小兵', 'customer'])
    ticket = make(ticket, 'sun', 'supplement', { text: '见照片', media: [] }, at('2026-11-24T10:00'))
    expect(ticket.verifyBy).toBe(at('2026-11-25T17:30'))
  })

  it('given an unrated visit, when the coordinator closes, then she is told to wait; after three working days she may', () => {
    const ticket = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    expect(ask(ticket, 'shen', 'close', inputsOf.close, at('2026-11-26T10:00'))).toMatchObject({
      ok: false,
      refusal: { article: '8' },
    })
    expect(ask(ticket, 'shen', 'close', inputsOf.close, at('2026-12-01T10:00')).ok).toBe(true)
  })

  it('given a signed receipt, when one byte of what was signed changes, then it is found', () => {
    const ticket = signed()
    expect(brokenReceipts(ticket, facts.hash)).toEqual([])
    ticket.visits[0]!.report!.hours = 3
    expect(brokenReceipts(ticket, facts.hash)).toEqual(['v1'])
  })

  it('given the engineer, then he can never answer his own survey', () => {
    const ticket = make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
    expect(ask(ticket, 'zhou', 'rate', inputsOf.rate, at('2026-11-25T12:00'))).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(labels(ticket, 'zhou')).toEqual(['补充'])
  })
})

function signedUnfixed() {
  const ticket = signed()
  ticket.visits[0]!.report!.result = 'unfixed'
  return ticket
}
