// The edges of the numbers in the rules: the minute before, the minute itself and, where it is open, the one after.
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { defaults } from '../../miniprogram/domain/company/settings'
import { happened } from '../../miniprogram/domain/ticket/happened'
import { decide, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import {
  actor,
  ask,
  at,
  complaining,
  facts,
  inputsOf,
  inquiring,
  make,
  onsite,
  prepared,
  signed,
  submission,
  submitted,
} from './world'

const verified = () => make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
const assigned = () => make(verified(), 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))
const asking = (amount: number) =>
  make(
    assigned(),
    'zhou',
    'askTrip',
    { ...inputsOf.askTrip, costs: [{ name: '机票', amount }] },
    at('2026-11-23T11:10'),
  )
const remote = () => make(submitted(), 'shen', 'toRemote', { note: '先重启' }, at('2026-11-23T10:00'))
const left = () => make(signed(), 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))
const rated = () => make(left(), 'sun', 'rate', inputsOf.rate, at('2026-11-25T14:00'))
const answered = () =>
  make(openTicket(inquiring()), 'shen', 'answer', { text: '改 #130', media: [] }, at('2026-11-23T10:30'))
const settled = () => make(answered(), 'sun', 'settled', {}, at('2026-11-23T15:00'))
const helped = () =>
  make(
    onsite(),
    'zhou',
    'askHelp',
    { kind: 'parts', text: '缺密封圈', urgent: false, media: [] },
    at('2026-11-25T11:45'),
  )
const extra = () =>
  make(
    onsite(),
    'zhou',
    'askExtra',
    {
      what: '换碟簧',
      reason: '失效',
      lines: [],
      free: true,
      finishBy: at('2026-11-25T17:30'),
      media: [],
    },
    at('2026-11-25T11:30'),
  )
const replied = () => {
  let t = make(openTicket(complaining()), 'fang', 'callCustomer', { note: '已听取' }, at('2026-11-23T14:00'))
  const judged = { severity: 'low', safety: 'none', complexity: 'simple', impact: 'one' }
  t = make(t, 'fang', 'assess', judged, at('2026-11-24T09:00'))
  t = make(t, 'fang', 'investigate', { findings: '磨损', cause: '漏油' }, at('2026-11-24T10:00'))
  return make(t, 'fang', 'sendPlan', { explanation: '选型', plan: '更换' }, at('2026-11-24T11:00'))
}
const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }
const escalated = () => {
  const now = at('2026-11-24T17:30')
  const decision = decide(submitted(), {
    ...{ move: 'escalate', visit: null, key: 'k', input: {}, actor: timer, now, facts },
  })
  if (!decision.ok) throw new Error(decision.refusal.words)
  return decision.ticket
}

describe('until when a state or a question waits', () => {
  const rows: [string, () => number | null | undefined, string][] = [
    ['a fresh request, one working day', () => submitted().due, '2026-11-24T17:30'],
    ['remote guidance of 10:00, two working hours', () => remote().due, '2026-11-23T12:00'],
    ['a ticket verified at 10:00, eight working hours', () => verified().due, '2026-11-24T10:00'],
    [
      'a special case of 09:40, four working hours',
      () => openTicket({ ...submission(), special: 'debt' }).due,
      '2026-11-23T14:40',
    ],
    ['a visit without a trip since 11:00, four working hours', () => assigned().due, '2026-11-23T16:00'],
    ['a trip asked for at 11:10, four working hours', () => asking(60).due, '2026-11-23T16:10'],
    ['an extra asked for at 11:30, a working hour', () => extra().due, '2026-11-25T13:30'],
    ['a visit that was left, three working days', () => left().due, '2026-11-30T17:30'],
    ['a visit that was rated, three working days', () => rated().due, '2026-11-30T17:30'],
    [
      'a record that was sent back, one working day',
      () =>
        make(rated(), 'shen', 'askRewrite', { why: '归类不对', script: null }, at('2026-11-26T10:00')).due,
      '2026-11-27T17:30',
    ],
    ['a question of 09:40, two working hours', () => openTicket(inquiring()).due, '2026-11-23T11:40'],
    ['an answer, three working days', () => answered().due, '2026-11-26T17:30'],
    ['the plan of a complaint, three working days', () => replied().due, '2026-11-27T17:30'],
    ['a call for help of 11:45, half a working hour', () => helped().helps[0]?.answerBy, '2026-11-25T13:15'],
    [
      'what was escalated at 17:30, two working hours for the superior',
      () => escalated().escalated?.answerBy,
      '2026-11-25T10:30',
    ],
    [
      'another time that the customer wishes at 10:10, four working hours',
      () => {
        const wish = { first: at('2026-11-27T09:00'), second: null, reason: '停电' }
        return make(verified(), 'sun', 'askReschedule', wish, at('2026-11-23T10:10')).asks[0]?.due
      },
      '2026-11-23T15:10',
    ],
  ]
  it.each(rows.map(([what, due, end]) => [what, end, due] as const))(
    'given %s, then it is due at %s',
    (_what, end, due) => {
      expect(due()).toBe(at(end))
    },
  )
})

describe('what may still be done, and what may not yet', () => {
  const may = (ticket: Ticket, who: 'sun' | 'shen', move: 'askOn' | 'close' | 'reopen', input: object) => {
    return (time: string) => ask(ticket, who, move, input, at(time)).ok
  }
  const on = may(settled(), 'sun', 'askOn', { text: '还是报警', media: [] })
  const close = may(left(), 'shen', 'close', inputsOf.close)
  const reopen = may(left(), 'sun', 'reopen', { note: '又报警' })
  it.each<[string, string, boolean, (time: string) => boolean]>([
    ['to ask on', '2026-11-26T17:30', true, on],
    ['to ask on', '2026-11-26T17:31', false, on],
    ['to answer the survey, before it is closed without', '2026-11-30T17:30', false, close],
    ['to answer the survey, before it is closed without', '2026-11-30T17:31', true, close],
    ['to open it again', '2026-11-30T17:30', true, reopen],
    ['to open it again', '2026-11-30T17:31', false, reopen],
  ])('given three working days %s, when it is %s, then it may be done: %s', (_what, time, yes, goes) => {
    expect(goes(time)).toBe(yes)
  })
})

describe('when the clock rings', () => {
  it.each<[string, ReturnType<typeof dueAlarms>[number], string, string, () => Ticket]>([
    ['a promise', 'escalate', '2026-11-24T17:29', '2026-11-24T17:30', submitted],
    ['a call for help', 'helpLate', '2026-11-25T13:14', '2026-11-25T13:15', helped],
    ['a survey, one working day', 'remindSurvey', '2026-11-26T17:29', '2026-11-26T17:30', left],
    ['a survey, two working days', 'surveyLate', '2026-11-27T17:29', '2026-11-27T17:30', left],
    ['an answer that nobody objects to', 'lapse', '2026-11-26T17:29', '2026-11-26T17:30', answered],
  ])('given %s, then %s does not ring at %s, and does at %s', (_what, alarm, before, then, of) => {
    expect(dueAlarms(of(), at(before), defaults)).not.toContain(alarm)
    expect(dueAlarms(of(), at(then), defaults)).toContain(alarm)
  })
})

describe('who decides on a trip', () => {
  it.each([
    [4999, 'fang', []],
    [5000, 'zheng', ['bigTrip']],
    [5001, 'zheng', ['bigTrip']],
  ] as const)('given ¥%i, then it is %s who may say yes', (amount, who, asks) => {
    const ticket = asking(amount)
    const now = at('2026-11-23T11:20')
    const yes = (one: 'fang' | 'zheng') =>
      movesFor(ticket, actor(one, ticket), now, facts).some(
        ({ move, blocked }) => move === 'approveTrip' && !blocked,
      )
    expect((['fang', 'zheng'] as const).filter(yes)).toEqual([who])
    expect(ticket.asks.map(({ kind }) => kind)).toEqual(asks)
  })
})

describe('what a phone says of the time', () => {
  const now = at('2026-11-25T11:20')
  const zhou = actor('zhou', onsite())
  const WEEK = 7 * 24 * 3600_000
  it.each([
    ['now', now, now],
    ['a millisecond ahead', now + 1, now],
    ['seven days ago', now - WEEK, now - WEEK],
    ['seven days and a millisecond ago', now - WEEK - 1, now],
  ])('given it says %s, then it is believed within seven days and never ahead', (_what, doneAt, believed) => {
    expect(happened({ events: [] }, { now, doneAt, actor: zhou, settings: defaults })).toBe(believed)
  })

  it.each([
    ['2026-11-25T09:20', true],
    ['2026-11-25T09:21', false],
  ])('given an arrival of 08:50 that comes in at %s, then it may wake somebody: %s', (time, wakes) => {
    const gone = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const decision = decide(gone, {
      ...{ move: 'arrive', visit: null, key: 'k', input: inputsOf.arrive, facts },
      ...{ actor: actor('zhou', gone), now: at(time), doneAt: at('2026-11-25T08:50') },
    })
    expect(decision.ok && decision.ticket.untold.at(-1)).toMatchObject({
      title: '工程师已到达',
      urgent: wakes,
    })
  })
})
