import { defaults } from '../../miniprogram/domain/company/settings'
import {
  caseFrom,
  caseOf,
  judged,
  type Case,
  type CaseFacts,
} from '../../miniprogram/domain/statistics/cases'
import { momentsOf } from '../../miniprogram/domain/statistics/moments'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { at, complainingAbout, inputsOf, make, onsite, signed, submitted } from './world'

const leave = (ticket: Ticket, when: string): Ticket =>
  make(ticket, 'zhou', 'leave', { code: ticket.visits.at(-1)!.receipt!.code }, at(when))
/** Stopped on Monday 09:40, repaired on Wednesday 11:20. */
const repaired = () => leave(signed(), '2026-11-25T11:20')
const rated = () => make(repaired(), 'sun', 'rate', inputsOf.rate, at('2026-11-25T12:00'))
const closed = () => make(rated(), 'shen', 'close', { note: '正常' }, at('2026-11-26T09:00'))

describe('a ticket as a case', () => {
  it('given a fresh request, then it counts on its day, without a class, an answer or a standstill', () => {
    expect(caseOf(submitted(), defaults)).toMatchObject({
      day: '2026-11-23',
      model: 'V850',
      batch: '2403',
      fault: '',
      l1: '',
      counted: true,
      response: null,
      resolution: null,
      downtime: 0,
      firstFix: false,
    })
  })

  it('given a production that stood still, then it is down from the request to the departure, nights included', () => {
    expect(caseOf(repaired(), defaults).downtime).toBe((2 * 24 + 1) * 60 + 40)
  })

  it('given a machine that limps, then it is not down', () => {
    expect(caseOf({ ...repaired(), production: 'limping' }, defaults).downtime).toBe(0)
  })

  it('given a person who answered after 20 minutes, then later answers do not change it', () => {
    expect([caseOf(onsite(), defaults).response, caseOf(repaired(), defaults).response]).toEqual([20, 20])
  })

  it('given a machine that was waited for, then the pause is not in the time to the solution', () => {
    const ticket = repaired()
    const from = at('2026-11-24T08:30')
    const pause = { reason: '等现场条件', from, to: at('2026-11-24T17:30'), by: '沈晓雯' }
    const longer = caseOf(ticket, defaults).resolution!
    expect(caseOf({ ...ticket, pauses: [...ticket.pauses, pause] }, defaults).resolution).toBe(
      longer - 8 * 60,
    )
  })

  it('given an approved trip and an accepted quote, then the case costs both together', () => {
    expect(caseOf(repaired(), defaults).cost).toBe(60 + 1200)
  })

  it('given a repair that held on the first visit, then it is a first-time fix with the hours of its record', () => {
    expect(caseOf(repaired(), defaults)).toMatchObject({
      firstFix: true,
      repair: 120,
      fault: 'AX-3-1',
      l2: 'AX-3',
    })
  })

  it('given a repair that only holds for now, then it is none', () => {
    const at11 = at('2026-11-25T11:00')
    let ticket = make(onsite(), 'zhou', 'report', { ...inputsOf.report, result: 'temporary' }, at11)
    ticket = make(ticket, 'sun', 'sign', inputsOf.sign, at('2026-11-25T11:10'))
    expect(caseOf(leave(ticket, '2026-11-25T11:20'), defaults).firstFix).toBe(false)
  })

  it('given a ticket that is opened again, then it is unsolved, and the first standstill stays as it was', () => {
    const again = make(closed(), 'sun', 'reopen', { note: '又报警' }, at('2026-11-27T09:00'))
    expect(caseOf(again, defaults)).toMatchObject({ resolution: null, firstFix: false })
    expect(caseOf(again, defaults).downtime).toBe(caseOf(closed(), defaults).downtime)
  })

  it('given a ticket that was merged, cancelled or declined, then it is no case of a fault', () => {
    for (const state of ['merged', 'cancelled', 'declined'] as const)
      expect(caseOf({ ...closed(), state }, defaults).counted).toBe(false)
  })

  it('given a case, then nothing of what the customer said is in it', () => {
    const text = JSON.stringify([caseOf(closed(), defaults), momentsOf(closed(), defaults)])
    expect(text).not.toContain('2025 号报警')
    expect(text).not.toContain('13800000001')
  })

  it('given a survey, then the visit was asked about on the day of the departure, by its engineer', () => {
    expect(momentsOf(repaired(), defaults)[0]).toMatchObject({ day: '2026-11-25', what: { stars: null } })
    expect(momentsOf(rated(), defaults)[0]!.what).toMatchObject({ kind: 'visit', stars: 5, nps: 9 })
    expect(momentsOf(rated(), defaults)[0]!.what).toMatchObject({ engineer: { name: '周海' } })
  })
})

const facts: CaseFacts = {
  ...caseOf(submitted(), defaults),
  _id: 'one',
  fault: 'SP-3-1',
  visits: [{ from: at('2026-03-02T09:00'), to: at('2026-03-02T12:00') }],
}
const other = (_id: string, from: string, more: Partial<CaseFacts> = {}): Case =>
  caseFrom({ ...facts, _id, visits: [{ from: at(from), to: at(from) + 3600_000 }], ...more })
const againOf = (...others: Case[]): boolean => judged([caseFrom(facts), ...others], defaults)[0]!.again

describe('a repeated visit', () => {
  it('given the same fault of the same machine within 30 days, then the first visit did not hold', () => {
    expect(againOf(other('two', '2026-04-01T12:00'))).toBe(true)
  })

  it('given more than 30 days, then it is another story', () => {
    expect(againOf(other('two', '2026-04-01T12:01'))).toBe(false)
  })

  it('given another machine, another fault or a request that was declined, then nothing is repeated', () => {
    const when = '2026-03-10T09:00'
    expect(againOf(other('two', when, { serial: 'QHV850-2403-017' }))).toBe(false)
    expect(againOf(other('two', when, { fault: 'SP-3-2' }))).toBe(false)
    expect(againOf(other('two', when, { counted: false }))).toBe(false)
  })

  // what is hidden from a person must not show to him in the cases that he sees
  it('given a complaint about a person for the same machine and fault, then no repair becomes a repeat by it', () => {
    const about = openTicket(complainingAbout('fang'))
    const { visits, equipment } = repaired()
    const hidden = caseOf({ ...about, visits, equipment, faultClass: facts.fault }, defaults)
    expect(hidden).toMatchObject({ hiddenFrom: 'fang', counted: false })
    const soon = { from: at('2026-03-05T09:00'), to: at('2026-03-05T12:00') }
    expect(againOf({ ...hidden, serial: facts.serial, visits: [soon] })).toBe(false)
    const seen = { ...hidden, counted: true, serial: facts.serial, visits: [soon] }
    expect(againOf(seen)).toBe(true)
  })

  it('given a second visit in the same ticket, then it is repeated as well', () => {
    const visits = [...facts.visits, { from: at('2026-03-05T09:00'), to: at('2026-03-05T12:00') }]
    expect(judged([caseFrom({ ...facts, visits })], defaults)[0]!.again).toBe(true)
  })
})
