// 例外离场 (第十九条第2项): the customer does not sign; the manager decides whether to leave without a receipt, and it is on
// record.
import * as v from 'valibot'
import { media, words } from '../form/schema'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { ask, type Ask } from '../ticket/asks'
import { decided, nameOf } from '../ticket/parts'
import type { VisitChecks, VisitMoves, VisitTellings } from '../ticket/table'
import { approvePage, crew, jobPage, role } from '../ticket/telling'
import { runningVisit, type Ticket } from '../ticket/ticket'
import { ownWords } from '../trip/own'
import { goes, solvedOrNot } from './leaving'

export const inputs = {
  askException: v.strictObject({ reason: words('用户暂不签署的原因', 200), media }),
  allowException: v.strictObject({ note: words('决定的理由', 200) }),
  refuseException: v.strictObject({ note: words('不同意的原因', 200) }),
} as const

export const visitChecks = {
  noExceptionOpen: {
    holds: (at) => !at.visit.exception || at.visit.exception.decision !== null,
    words: () => '',
  },
  exceptionOpen: {
    holds: (at) => at.visit.exception !== null && at.visit.exception.decision === null,
    words: () => '没有待决定的例外离场',
  },
} satisfies VisitChecks

export const visitTells = {
  exceptionAsked: (at) =>
    role('manager', '例外离场', `${at.actor.name}:${at.visit.exception!.reason}`, approvePage(at.ticket)),
  exceptionAllowed: (at) => [
    ...crew(at, '例外离场已同意', at.visit.exception!.decision!.note),
    role('coordinator', '请致电用户', `${at.ticket.companyName} 例外离场,请电话说明`, jobPage(at.ticket)),
    role(
      'generalManager',
      '例外离场',
      `${at.ticket.companyName} ${at.actor.name} 已同意`,
      jobPage(at.ticket),
    ),
  ],
  exceptionRefused: (at) => crew(at, '例外离场未同意', at.visit.exception!.decision!.note),
} satisfies VisitTellings

/** The customer does not sign, or what he signed cannot be checked by its code. */
const unconfirmed = ['wait_sign', 'signed'] as const

export const visitMoves = {
  askException: {
    label: '用户暂不签署',
    archive: 'receipt',
    from: unconfirmed,
    by: ['crew'],
    when: ['noExceptionOpen'],
    article: '19.2',
    internal: true,
    tells: ['exceptionAsked'],
    words: ({ input }) => `申请例外离场:${input.reason}`,
    does: ({ visit, input, actor, now }) => {
      visit.exception = { reason: input.reason, at: now, by: nameOf(actor), decision: null }
    },
  },
  allowException: {
    label: '同意例外离场',
    answersTo: ({ ticket, visit: { exception } }) => [ticket.no, exception?.at, exception?.reason],
    archive: 'receipt',
    from: unconfirmed,
    to: 'left',
    by: ['manager'],
    when: ['exceptionOpen'],
    needs: ['notOwnException'],
    article: '19.2',
    primary: true,
    lifts: solvedOrNot,
    tells: ['exceptionAllowed', 'surveyAsked'],
    words: (at) => `${at.actor.name} 同意例外离场(没有回执)${ownWords(at, 'exception')}:${at.input.note}`,
    customerWords: ({ actor }) => `${actor.name} 同意例外离场(没有回执)`,
    does: (at) => {
      at.visit.exception!.decision = decided(at.actor, at.now, true, at.input.note)
      goes(at)
    },
  },
  refuseException: {
    label: '不同意例外离场',
    answersTo: ({ ticket, visit: { exception } }) => [ticket.no, exception?.at, exception?.reason],
    archive: 'receipt',
    from: unconfirmed,
    by: ['manager'],
    when: ['exceptionOpen'],
    article: '19.2',
    internal: true,
    tells: ['exceptionRefused'],
    words: ({ input }) => `不同意例外离场:${input.note}`,
    does: ({ visit, input, actor, now }) => {
      visit.exception!.decision = decided(actor, now, false, input.note)
    },
  },
} as const satisfies VisitMoves<typeof inputs>

/** To leave without a receipt waits for the manager. */
export function asks(ticket: Ticket, settings: Settings): Ask[] {
  const visit = runningVisit(ticket)
  const waits = visit?.state === 'wait_sign' || visit?.state === 'signed'
  if (!waits || !visit.exception || visit.exception.decision) return []
  return [ask('exception', 'manager', dueIn(settings, 'decisionMinutes', visit.exception.at).at)]
}
