// Settings of a request on its way, each with a rule that hangs on it.
import { alarmsOf } from '../../../miniprogram/domain/subjects'
import { decide } from '../../../miniprogram/domain/door/lifecycle'
import { emptyPlan } from '../../../miniprogram/domain/installation/parts'
import { happened } from '../../../miniprogram/domain/ticket/happened'
import type { AskKind } from '../../../miniprogram/domain/ticket/asks'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { actor, ask, facts, inputsOf, make, onsite, prepared, signed, submitted } from '../world'
import { isMade, lastWords, on, outcome, ring, time, type Changes } from './row'

const free = { ...inputsOf.verify, charge: 'free', chargeReason: '三包期内', estimate: null }
const verified = (more: object = {}) =>
  make(submitted(), 'shen', 'verify', { ...free, ...more }, on('11-23T10:00'))
const assigned = () => make(verified(), 'fang', 'assign', inputsOf.assign, on('11-23T11:00'))
const tripAsked = () => make(assigned(), 'zhou', 'askTrip', inputsOf.askTrip, on('11-23T11:10'))
const reported = () => make(onsite(), 'zhou', 'report', inputsOf.report, on('11-25T11:00'))
const help = { kind: 'parts', text: '要一个接头', urgent: false, media: [] }
const helpAsked = () => make(onsite(), 'zhou', 'askHelp', help, on('11-25T10:00'))
const asked = (ticket: Ticket, kind: AskKind) => ticket.asks.find((one) => one.kind === kind)?.due
const alarm = (ticket: Ticket, move: string) =>
  alarmsOf(ticket, facts.settings).find((one) => one.move === move)?.at
const installing = (): Ticket => ({ ...onsite(), plan: emptyPlan('turnkey') })
const paper = {
  ...{ signer: '孙小兵', post: '操作员', phone: '13800000002' },
  media: [{ id: 'paper', kind: 'photo', slot: '纸质回执' }],
}
const extra = {
  ...{ what: '换轴承', reason: '磨损', lines: [{ name: '轴承', amount: 300 }], free: false, media: [] },
  finishBy: on('11-26T17:30'),
}
const arrivedLate = (): unknown => {
  const gone = make(prepared(), 'zhou', 'depart', inputsOf.depart, on('11-25T07:50'))
  const [doneAt, now] = [on('11-25T08:40'), on('11-25T08:50')]
  const given = { move: 'arrive' as const, visit: 'v1', key: 'late', input: inputsOf.arrive }
  const decision = decide(gone, { ...given, actor: actor('zhou', gone), now, doneAt, facts })
  return decision.ok && decision.ticket.untold.slice(gone.untold.length).some(({ urgent }) => urgent)
}
const twoDaysOffline = (): string =>
  time(
    happened(submitted(), {
      ...{ now: on('11-27T10:00'), doneAt: on('11-25T10:00'), actor: { pid: 'zhou' } },
      settings: facts.settings,
    }),
  )

export const served: Changes = {
  needInfoDays: {
    ...{ to: 2, was: '11-24T17:30', is: '11-25T17:30' },
    rule: () => time(make(submitted(), 'shen', 'askInfo', { asked: '照片' }, on('11-23T10:00')).due),
  },
  siteReadyDays: {
    ...{ to: 2, was: '11-24T17:30', is: '11-25T17:30' },
    rule: () => time(verified({ siteByPhone: false }).due),
  },
  dispatchMinutes: {
    ...{ to: 120, was: '11-24T10:00', is: '11-23T12:00' },
    rule: () => time(verified().due),
  },
  remoteMinutes: {
    ...{ to: 60, was: '11-23T12:00', is: '11-23T11:00' },
    rule: () => time(make(submitted(), 'shen', 'toRemote', { note: '先重启' }, on('11-23T10:00')).due),
  },
  appraisalMinutes: {
    ...{ to: 240, was: '11-26T10:00', is: '11-25T15:00' },
    rule: () =>
      time(
        asked(
          make(onsite(), 'zhou', 'askAppraisal', { question: '轴承能用吗', media: [] }, on('11-25T10:00')),
          'appraisal',
        ),
      ),
  },
  decisionMinutes: {
    ...{ to: 120, was: '11-23T16:10', is: '11-23T14:10' },
    rule: () => time(tripAsked().due),
  },
  planTripMinutes: {
    ...{ to: 120, was: '11-23T16:00', is: '11-23T14:00' },
    rule: () => time(assigned().due),
  },
  bigTripYuan: {
    ...{ to: 50, was: true, is: false },
    rule: () => isMade(ask(tripAsked(), 'fang', 'approveTrip', { note: '' }, on('11-23T11:20'))),
    words: () => outcome(ask(tripAsked(), 'fang', 'approveTrip', { note: '' }, on('11-23T11:20'))),
    said: '达到 ¥50',
  },
  offlineDays: { to: 1, rule: twoDaysOffline, was: '11-25T10:00', is: '11-27T10:00' },
  lateMinutes: { to: 5, rule: arrivedLate, was: true, is: false },
  helpMinutes: {
    ...{ to: 60, was: '11-25T10:30', is: '11-25T11:00' },
    rule: () => time(asked(helpAsked(), 'help')),
    words: () => lastWords(ring(helpAsked(), 'helpLate', on('11-25T13:00'))),
  },
  extraMinutes: {
    ...{ to: 120, was: '11-25T11:00', is: '11-25T12:00' },
    rule: () => time(make(onsite(), 'zhou', 'askExtra', extra, on('11-25T10:00')).due),
  },
  dayReportAt: {
    ...{ to: 17 * 60, was: '11-25T18:00', is: '11-25T17:00' },
    rule: () => time(alarm(installing(), 'dayReportLate')),
    words: () => lastWords(ring(installing(), 'dayReportLate', on('11-25T18:00'))),
  },
  paperDays: {
    ...{ to: 2, was: '11-26T17:30', is: '11-27T17:30' },
    rule: () => time(make(reported(), 'zhou', 'leaveOnPaper', paper, on('11-25T11:10')).due),
  },
  leaveCodeMinutes: {
    ...{ to: 60, was: true, is: false },
    rule: () => isMade(ask(signed(), 'zhou', 'leave', { code: '012345' }, on('11-25T12:30'))),
  },
  leaveCodeTries: {
    ...{ to: 1, was: '离场码不对,还可试 2 次;', is: '离场码不对,已试 1 次,请用户重新生成;' },
    rule: () => outcome(ask(signed(), 'zhou', 'leave', { code: '999999' }, on('11-25T11:30'))),
    words: () => outcome(ask(signed(), 'zhou', 'leave', { code: '999999' }, on('11-25T11:30'))),
  },
  warnPercent: {
    ...{ to: 50, was: '11-24T13:47', is: '11-24T09:05' },
    rule: () => time(alarm(submitted(), 'warn')),
  },
  superiorCallMinutes: {
    ...{ to: 60, was: '11-25T10:30', is: '11-25T09:30' },
    rule: () => time(ring(submitted(), 'escalate', on('11-24T17:30')).escalated?.answerBy),
  },
  urgeMinutes: {
    ...{ to: 60, was: false, is: true },
    rule: () => {
      const urged = make(submitted(), 'sun', 'urge', { reason: 'loss' }, on('11-23T10:00'))
      return isMade(ask(urged, 'sun', 'urge', { reason: 'loss' }, on('11-23T11:30')))
    },
  },
  workFrom: { to: 8 * 60, rule: () => time(verified().due), was: '11-24T10:00', is: '11-24T09:30' },
  lunchFrom: { to: 11 * 60 + 30, rule: () => time(verified().due), was: '11-24T10:00', is: '11-24T10:30' },
  lunchTo: { to: 13 * 60 + 30, rule: () => time(verified().due), was: '11-24T10:00', is: '11-24T10:30' },
  workTo: { to: 18 * 60, rule: () => time(submitted().due), was: '11-24T17:30', is: '11-24T18:00' },
}
