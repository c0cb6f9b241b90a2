import { defaults } from '../../miniprogram/domain/company/settings'
import { decide, dueAlarms, nextAlarm } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/subjects'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { at, facts, inputsOf, installing, make, onsite, prepared, submitted } from './world'

const timer = { pid: 'clock', name: '系统', title: '', relations: ['timer' as const] }

/** As the clock function does it: whatever is due rings. */
function ring(ticket: Ticket, now: number): { ticket: Ticket; rang: MoveName[]; told: string[] } {
  const rang = dueAlarms(ticket, now, defaults)
  const before = ticket.untold.length
  for (const move of rang) {
    const command = { move, visit: null, key: `${move}-${ticket.rev}`, input: {}, actor: timer, now, facts }
    const decision = decide(ticket, command)
    if (!decision.ok) throw new Error(decision.refusal.words)
    ticket = decision.ticket
  }
  return { ticket, rang, told: ticket.untold.slice(before).map((tell) => tell.title) }
}

const plan = ['11-24', '11-25', '11-26', '11-27', '11-30', '12-01']
const keys = ['delivery', 'placing', 'wiring', 'tuning', 'cutting', 'acceptance'] as const

/** An installation whose crew arrived on Tuesday 09:00 and stays until Friday. */
function installingOnsite(): Ticket {
  let t = openTicket(installing())
  t = make(
    t,
    'shen',
    'verify',
    { ...inputsOf.verify, charge: 'free', estimate: null },
    at('2026-11-23T10:00'),
  )
  const steps = keys.map((key, i) => ({ key, planned: `2026-${plan[i]}` }))
  t = make(t, 'shen', 'setPlan', { steps, reason: '' }, at('2026-11-23T10:10'))
  const days = { arriveBy: at('2026-11-24T09:30'), finishBy: at('2026-12-01T17:30') }
  t = make(t, 'fang', 'assign', { ...inputsOf.assign, ...days }, at('2026-11-23T10:20'))
  t = make(t, 'zhou', 'askTrip', { ...inputsOf.askTrip, finishBy: days.finishBy }, at('2026-11-23T10:30'))
  t = make(t, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T10:40'))
  t = make(t, 'zhou', 'prepare', inputsOf.prepare, at('2026-11-23T15:00'))
  t = make(t, 'zhou', 'depart', { eta: at('2026-11-24T08:50') }, at('2026-11-24T07:50'))
  return make(t, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-24T09:00'))
}

describe('the alarms of a ticket', () => {
  it('given a promise of 14 h 50 working time, then its holder is warned once, when a quarter of it is left', () => {
    const ticket = submitted()
    expect(ticket.alarmAt).toBe(at('2026-11-24T13:47') + 30_000)
    expect(dueAlarms(ticket, ticket.alarmAt! - 1, defaults)).toEqual([])
    const first = ring(ticket, ticket.alarmAt!)
    expect([first.rang, first.told]).toEqual([['warn'], ['将超时']])
    expect(ring(first.ticket, at('2026-11-24T17:00')).rang).toEqual([])
  })

  it('given the promise is over, then it is escalated once: to the superior, and with words to the customer', () => {
    const warned = ring(submitted(), at('2026-11-24T14:00')).ticket
    const late = ring(warned, at('2026-11-24T17:30'))
    expect([late.rang, late.told]).toEqual([['escalate'], ['已超时', '抱歉超时']])
    expect(late.ticket.escalated).toMatchObject({ due: warned.due, to: { name: '方立新' } })
    expect([late.ticket.alarmAt, ring(late.ticket, at('2026-12-04T10:00')).rang]).toEqual([null, []])
  })

  it('given the manager himself is late, then the general manager hears it', () => {
    const ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    const late = ring(ticket, at('2026-11-26T10:00'))
    expect(late.ticket.escalated?.to?.name).toBe('郑国栋')
  })

  it('given a clock that stood still over both, then nobody is warned of what is over already', () => {
    expect(ring(submitted(), at('2026-11-25T09:00')).rang).toEqual(['escalate'])
  })

  it('given a new deadline after an escalation, then it rings anew', () => {
    const late = ring(submitted(), at('2026-11-25T09:00')).ticket
    const verified = make(late, 'shen', 'verify', inputsOf.verify, at('2026-11-25T09:30'))
    expect(ring(verified, at('2026-11-27T17:00')).rang).toEqual(['escalate'])
  })

  it('given a call for help at 09:00, then after 30 working minutes the manager hears it, once', () => {
    const help = { kind: 'parts', text: '缺密封圈', urgent: false, media: [] }
    const asked = make(onsite(), 'zhou', 'askHelp', help, at('2026-11-25T11:45'))
    expect(dueAlarms(asked, at('2026-11-25T12:59'), defaults)).toEqual([])
    const late = ring(asked, at('2026-11-25T13:15'))
    expect([late.rang, late.told]).toEqual([['helpLate'], ['求助未答复']])
    expect(dueAlarms(late.ticket, at('2026-11-25T14:00'), defaults)).not.toContain('helpLate')
  })

  it('given an answer in time, or a ticket that is cancelled meanwhile, then no help is late', () => {
    const help = { kind: 'parts', text: '缺密封圈', urgent: false, media: [] }
    const asked = make(prepared(), 'zhou', 'askHelp', help, at('2026-11-24T16:10'))
    const answered = make(asked, 'shen', 'answerHelp', { help: 'h1', answer: '已寄' }, at('2026-11-24T16:20'))
    expect(dueAlarms(answered, at('2026-11-24T17:00'), defaults)).not.toContain('helpLate')
    const gone = make(asked, 'sun', 'cancel', { reason: 'solved', note: '' }, at('2026-11-24T16:15'))
    expect([gone.alarmAt, dueAlarms(gone, at('2026-11-27T10:00'), defaults)]).toEqual([null, []])
  })

  it('given an installation on site, then a missing day report rings at 18:00 of each working day, never at the weekend', () => {
    let ticket = installingOnsite()
    const days: string[] = []
    for (let now = at('2026-11-24T10:00'); now < at('2026-12-02T00:00'); now += 3600_000) {
      const { rang, ticket: next } = ring(ticket, now)
      if (rang.includes('dayReportLate')) days.push(new Date(now + 8 * 3600_000).toISOString().slice(5, 13))
      ticket = next
    }
    expect(days).toEqual(['11-24T18', '11-25T18', '11-26T18', '11-27T18', '11-30T18', '12-01T18'])
  })

  it('given an installation on site, then its day report is late at 18:00 and not a minute before', () => {
    const ticket = installingOnsite()
    expect(dueAlarms(ticket, at('2026-11-24T17:59'), defaults)).not.toContain('dayReportLate')
    expect(dueAlarms(ticket, at('2026-11-24T18:00'), defaults)).toContain('dayReportLate')
  })

  it('given a day report, then that day does not ring', () => {
    const report = { done: '就位', tomorrow: '接线', blockers: '', media: [] }
    const ticket = make(installingOnsite(), 'zhou', 'dayReport', report, at('2026-11-24T16:00'))
    expect(dueAlarms(ticket, at('2026-11-24T20:00'), defaults)).not.toContain('dayReportLate')
    expect(nextAlarm(ticket, defaults)).toBeLessThanOrEqual(at('2026-11-25T18:00'))
  })
})
