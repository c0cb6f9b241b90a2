import { defaults } from '../../miniprogram/domain/company/settings'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { decide, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { callBackBy } from '../../miniprogram/domain/survey/survey'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, onsite, signed, type Who } from './world'

const gone = at('2026-11-25T11:30')
const left = (): Ticket => make(signed(), 'zhou', 'leave', { code: '012345' }, gone)
const low = { ...inputsOf.rate, stars: 2, reasons: ['late'], note: '晚了两小时' }
const rated = (input: object, now = '2026-11-25T14:00') => make(left(), 'sun', 'rate', input, at(now))
const surveyOf = (ticket: Ticket) => ticket.visits[0]!.survey!
const names = (ticket: Ticket, who: Who, now: number) =>
  movesFor(ticket, actor(who, ticket), now, facts).map(({ move }) => move)

const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
function ring(ticket: Ticket, now: number): { ticket: Ticket; rang: string[]; told: Ticket['untold'] } {
  const rang = dueAlarms(ticket, now, defaults)
  let next = ticket
  for (const move of rang) {
    const command = { move, visit: null, key: `${move}-${next.rev}`, input: {}, actor: timer, now, facts }
    const decision = decide(next, command)
    if (!decision.ok) throw new Error(decision.refusal.words)
    next = decision.ticket
  }
  return { ticket: next, rang, told: next.untold.slice(ticket.untold.length) }
}

describe('the survey of a visit', () => {
  it('given any way out, then one survey is asked for, when the visit ends and not before', () => {
    const recorded = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
    const paper = {
      signer: '王工',
      post: '班长',
      phone: '13800000009',
      media: [{ id: 'p', kind: 'photo', slot: '纸质回执' }],
    }
    const onPaper = make(recorded, 'zhou', 'leaveOnPaper', paper, gone)
    expect(onPaper.visits[0]!.survey).toBeNull()
    const asked = make(recorded, 'zhou', 'askException', { reason: '无人', media: [] }, gone)
    const ways = [
      left(),
      make(onPaper, 'shen', 'confirmPaper', { note: '属实' }, gone),
      make(asked, 'fang', 'allowException', { note: '同意' }, gone),
    ]
    for (const ticket of ways) {
      expect(surveyOf(ticket)).toMatchObject({ askedAt: gone, stars: null })
      expect(ticket.untold.filter((tell) => tell.template === 'T4')).toHaveLength(1)
    }
  })

  it('given a score, then only its own reasons are taken', () => {
    expect(ask(left(), 'sun', 'rate', { ...inputsOf.rate, reasons: ['rude'] }, gone)).toMatchObject({
      ok: false,
      refusal: { fields: { reasons: '请选这个星级下的原因' } },
    })
  })

  it('given the maker’s people, engineer or manager, then none of them can answer or change it', () => {
    for (const who of ['zhou', 'shen', 'fang', 'zheng'] as const) {
      expect(ask(left(), who, 'rate', inputsOf.rate, gone)).toMatchObject({
        refusal: { code: 'NOT_ALLOWED' },
      })
      expect(ask(rated(low), who, 'changeRating', inputsOf.rate, gone)).toMatchObject({
        refusal: { code: 'NOT_ALLOWED' },
      })
    }
  })

  it('given an answer, then who gave it may change it for 24 hours, and the old one stays in the history', () => {
    const first = rated(low)
    expect(names(first, 'sun', at('2026-11-26T13:59'))).toContain('changeRating')
    expect(names(first, 'sun', at('2026-11-26T14:01'))).not.toContain('changeRating')
    expect(names(first, 'li', at('2026-11-25T14:10'))).not.toContain('changeRating')
    const second = make(first, 'sun', 'changeRating', inputsOf.rate, at('2026-11-26T10:00'))
    expect(surveyOf(second)).toMatchObject({ stars: 5, earlier: [{ stars: 2, note: '晚了两小时' }] })
    // the day counts from the first answer
    expect(names(second, 'sun', at('2026-11-26T14:01'))).not.toContain('changeRating')
    expect(second.askCallBack).toBeNull()
  })

  it('given any score, then the history’s line does not tell it: the engineer reads it too', () => {
    const ticket = make(rated(low), 'sun', 'changeRating', low, at('2026-11-25T15:00'))
    expect(ticket.events.slice(-2).map(({ words }) => words)).toEqual(['已评价', '修改了评价'])
  })
})

describe('a low score', () => {
  it('given two stars, or a wish, then the manager has to call today, and nothing closes before', () => {
    for (const input of [low, { ...inputsOf.rate, callBack: true }]) {
      const ticket = rated(input)
      expect(ticket.asks).toContainEqual({
        kind: 'callBack',
        role: 'manager',
        label: '低分待回电',
        due: at('2026-11-25T17:30'),
      })
      expect([ticket.askCallBack === null, ticket.askManager]).toEqual([false, null])
      expect(ask(ticket, 'shen', 'close', inputsOf.close, at('2026-11-26T10:00'))).toMatchObject({
        refusal: { words: '还不能关闭:低分还没有回电' },
      })
      const called = make(
        ticket,
        'fang',
        'callBack',
        { said: '来晚了', agreed: '提前约' },
        at('2026-11-25T16:00'),
      )
      expect(called.asks).toEqual([])
      expect(called.untold.at(-1)).toMatchObject({ to: { pid: 'zhou' }, title: '用户评价' })
      expect(make(called, 'shen', 'close', inputsOf.close, at('2026-11-26T10:00')).state).toBe('closed')
    }
  })

  it('given a score in the evening or on a Saturday, then the call is due at the end of the next working day', () => {
    expect(callBackBy(at('2026-11-25T17:29'), defaults)).toBe(at('2026-11-25T17:30'))
    expect(callBackBy(at('2026-11-25T17:30'), defaults)).toBe(at('2026-11-26T17:30'))
    expect(callBackBy(at('2026-11-28T10:00'), defaults)).toBe(at('2026-11-30T17:30'))
  })

  it('given a ticket that was closed unrated, when a low score comes late, then the manager still has to call', () => {
    const closed = make(left(), 'shen', 'close', inputsOf.close, at('2026-12-01T10:00'))
    const ticket = make(closed, 'sun', 'rate', low, at('2026-12-01T11:00'))
    expect([ticket.state, ticket.askCallBack === null]).toEqual(['closed', false])
    const called = make(ticket, 'fang', 'callBack', { said: '好', agreed: '好' }, at('2026-12-01T14:00'))
    expect(called.askCallBack).toBeNull()
  })

  it('given a call made, when the answer is then changed for the worse, then it is called back anew', () => {
    const called = make(rated(low), 'fang', 'callBack', { said: '好', agreed: '好' }, at('2026-11-25T15:00'))
    const same = make(called, 'sun', 'changeRating', low, at('2026-11-25T15:30'))
    expect(same.askCallBack).toBeNull()
    const worse = make(called, 'sun', 'changeRating', { ...low, stars: 1 }, at('2026-11-25T15:30'))
    expect(worse.askCallBack).not.toBeNull()
  })
})

describe('a survey without an answer', () => {
  const evening = at('2026-11-26T17:30')
  const second = at('2026-11-27T17:30')

  it('given one working day, then one reminder, only where there is a credit; never two, never after an answer', () => {
    const first = ring(left(), evening)
    expect(first.rang).toEqual(['remindSurvey'])
    expect(first.told).toMatchObject([{ template: 'T4', ifCredit: true, title: '还没有收到您的评价' }])
    expect(ring(first.ticket, at('2026-11-27T10:00')).rang).toEqual([])
    expect(dueAlarms(rated(inputsOf.rate), evening, defaults)).toEqual([])
  })

  it('given two working days, then it stands on the call list until somebody has asked on the phone', () => {
    const late = ring(ring(left(), evening).ticket, second)
    expect(late.rang).toEqual(['surveyLate'])
    expect(late.ticket.askSurvey).not.toBeNull()
    const called = make(late.ticket, 'shen', 'callForRating', { result: 'will', note: '' }, second + 60_000)
    expect([called.askSurvey, surveyOf(called).stars]).toEqual([null, null])
    expect(make(late.ticket, 'sun', 'rate', inputsOf.rate, second + 60_000).askSurvey).toBeNull()
  })

  it('given the days of a follow-up are over, then the office hears it and the customer is not asked again', () => {
    const listed = ring(ring(left(), evening).ticket, second).ticket
    const late = ring(listed, at('2026-11-30T17:30'))
    expect([late.rang, late.told.map(({ to }) => to)]).toEqual([['escalate'], [{ role: 'coordinator' }]])
  })

  it('given a customer who is too late with something else, then he is not told what the maker wrote for itself', () => {
    const called = make(
      rated(low),
      'fang',
      'callBack',
      { said: '骂人', agreed: '好' },
      at('2026-11-25T16:00'),
    )
    const refused = ask(called, 'sun', 'urge', { reason: 'loss' }, at('2026-11-25T16:10'))
    expect(refused).toMatchObject({ refusal: { code: 'CONFLICT' } })
    if (!refused.ok) expect(refused.refusal.words).not.toContain('骂人')
  })
})
