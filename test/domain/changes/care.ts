// Settings of what comes after a service and beside it, each with a rule that hangs on it.
import { inWords, spoken } from '../../../miniprogram/domain/company/settings'
import { raisedWords } from '../../../miniprogram/domain/complaint/open'
import { rowOf } from '../../../miniprogram/domain/door/lifecycle'
import { openTicket } from '../../../miniprogram/domain/door/open'
import { emptyPlan } from '../../../miniprogram/domain/installation/parts'
import { nextReturn } from '../../../miniprogram/domain/returning/returning'
import { alarmsOf, checks } from '../../../miniprogram/domain/subjects'
import { callBackBy } from '../../../miniprogram/domain/survey/survey'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { ask, complaining, facts, inputsOf, inquiring, make, signed, submitted } from '../world'
import { isMade, lastWords, on, outcome, ring, time, type Changes } from './row'

const left = (start = signed()) => make(start, 'zhou', 'leave', { code: '012345' }, on('11-25T11:20'))
const rated = (more: object = {}) =>
  make(left(), 'sun', 'rate', { ...inputsOf.rate, ...more }, on('11-25T14:00'))
const closed = () => make(rated(), 'shen', 'close', inputsOf.close, on('11-25T15:00'))
const cancelledByPhone = () =>
  make(
    submitted(),
    'shen',
    'cancelSaid',
    { reason: 'solved', note: '', who: '李国强', saidAt: on('11-23T10:00'), how: 'phone', said: '不用来了' },
    on('11-23T10:10'),
  )
const alarm = (ticket: Ticket, move: string) =>
  alarmsOf(ticket, facts.settings).find((one) => one.move === move)?.at
const onList = () => ring(left(), 'surveyLate', on('11-30T17:30'))
const missed = (ticket: Ticket, now: string, nextAt: string | null) =>
  ask(ticket, 'shen', 'returnLater', { how: 'missed', nextAt: nextAt && on(nextAt), note: '' }, on(now))
const missedTwice = () => {
  const once = missed(rated(), '11-26T09:00', '11-27T09:00')
  if (!once.ok) throw new Error(once.refusal.words)
  return missed(once.ticket, '11-27T09:00', null)
}
const accepted = (): Ticket => {
  const ticket = signed()
  const plan = emptyPlan('turnkey')
  for (const step of plan.steps) step.actual = '2026-11-25'
  return left({ ...ticket, plan, equipment: { ...ticket.equipment, warrantyUntil: null } })
}

const called = () =>
  make(openTicket(complaining()), 'fang', 'callCustomer', { note: '已听取' }, on('11-23T14:00'))
const replied = () => {
  const judged = { severity: 'high', safety: 'none', complexity: 'several', impact: 'machine' }
  let next = make(called(), 'fang', 'assess', judged, on('11-24T09:00'))
  next = make(next, 'fang', 'investigate', { findings: '轴承磨损', cause: '漏油' }, on('11-24T10:00'))
  return make(next, 'fang', 'sendPlan', { explanation: '选型不当', plan: '更换轴承' }, on('11-24T11:00'))
}
const refused = () => make(replied(), 'sun', 'refusePlan', { note: '太慢' }, on('11-24T14:00'))
const answered = () =>
  make(openTicket(inquiring()), 'shen', 'answer', { text: '改第三行', media: [] }, on('11-23T10:00'))

export const care: Changes = {
  reopenDays: {
    ...{ to: 1, was: true, is: false },
    rule: () => isMade(ask(closed(), 'sun', 'reopen', { note: '又报警' }, on('11-27T10:00'))),
    words: () => outcome(ask(closed(), 'sun', 'reopen', { note: '又报警' }, on('11-27T10:00'))),
  },
  objectionDays: {
    ...{ to: 1, was: true, is: false },
    rule: () => isMade(ask(cancelledByPhone(), 'sun', 'objectTo', { note: '没有说过' }, on('11-26T10:00'))),
  },
  surveyRemindDays: {
    ...{ to: 2, with: { surveyCallDays: 3 }, was: '11-26T17:30', is: '11-27T17:30' },
    rule: () => time(alarm(left(), 'remindSurvey')),
  },
  surveyCallDays: {
    ...{ to: 3, was: '11-27T17:30', is: '11-30T17:30' },
    rule: () => time(alarm(left(), 'surveyLate')),
    words: () => lastWords(onList()),
  },
  surveyPhoneDays: {
    ...{ to: 2, was: '12-01T17:30', is: '12-02T17:30' },
    rule: () => time(onList().asks.find(({ kind }) => kind === 'ratePhone')?.due),
  },
  surveyChangeMinutes: {
    ...{ to: 60, was: true, is: false },
    rule: () => isMade(ask(rated(), 'sun', 'changeRating', inputsOf.rate, on('11-25T15:30'))),
    words: () => checks.stillChangeable.words({ facts } as never),
  },
  lowStars: {
    ...{ to: 3, was: [], is: ['callBack'] },
    rule: () => rated({ stars: 3, reasons: ['waiting'] }).asks.map(({ kind }) => kind),
  },
  callBackDays: {
    ...{ to: 2, was: '11-26T17:30', is: '11-27T17:30' },
    rule: () => time(callBackBy(on('11-25T18:00'), facts.settings)),
  },
  closeUnratedDays: {
    ...{ to: 5, was: true, is: false },
    rule: () => isMade(ask(left(), 'shen', 'close', inputsOf.close, on('12-01T10:00'))),
    words: () => outcome(ask(left(), 'shen', 'close', inputsOf.close, on('12-01T10:00'))),
  },
  followUpDays: { to: 5, rule: () => time(left().due), was: '11-30T17:30', is: '12-02T17:30' },
  missedCalls: {
    ...{ to: 2, was: false, is: true },
    rule: () => isMade(missedTwice()),
    words: () => {
      const twice = missedTwice()
      return twice.ok ? lastWords(twice.ticket) : ''
    },
    said: spoken(2),
  },
  rewriteDays: {
    ...{ to: 2, was: '11-26T17:30', is: '11-27T17:30' },
    rule: () =>
      time(make(rated(), 'shen', 'askRewrite', { why: '归类不对', script: null }, on('11-25T15:00')).due),
  },
  returnMonths: {
    ...{ to: 4, was: '11-20T17:30', is: '12-21T17:30' },
    rule: () => time(nextReturn(on('08-20T15:50'), '2027-07-01', facts.settings)),
  },
  returnMonthsLater: {
    ...{ to: 7, was: '11-20T17:30', is: '12-21T17:30' },
    rule: () => time(nextReturn(on('05-20T15:50'), '2026-01-01', facts.settings)),
  },
  warrantyMonths: {
    ...{ to: 24, was: '2027-11-25', is: '2028-11-25' },
    rule: () => accepted().equipment.warrantyUntil,
  },
  complaintCallDays: {
    ...{ to: 2, was: '11-24T17:30', is: '11-25T17:30' },
    rule: () => time(openTicket(complaining()).complaint?.callBy),
  },
  complaintPlanDays: {
    ...{ to: 7, was: '11-30T17:30', is: '12-02T17:30' },
    rule: () => time(openTicket(complaining()).complaint?.planBy),
  },
  complaintAnswerDays: { to: 5, rule: () => time(replied().due), was: '11-27T17:30', is: '12-01T17:30' },
  complaintRefusals: {
    ...{ to: 1, was: [], is: ['refused'] },
    rule: () => refused().complaint?.raised.map(({ why }) => why),
    words: () =>
      raisedWords(refused().complaint!, facts.settings)
        .map(({ words }) => words)
        .join(),
    said: spoken(1),
  },
  inquiryMinutes: {
    ...{ to: 60, was: '11-23T11:40', is: '11-23T10:40' },
    rule: () => time(openTicket(inquiring()).due),
  },
  inquiryLapseDays: {
    ...{ to: 5, was: '11-26T17:30', is: '11-30T17:30' },
    rule: () => time(answered().due),
    words: () => inWords(rowOf(answered()).next, facts.settings),
  },
}
