// 异议: what the office wrote down in the customer's name he may say he did not say; the manager looks into it, and what
// ended by such a record goes on when the customer is right.
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'
import { choice, words } from '../form/schema'
import { openServed } from '../repair/states'
import { ask, type Ask } from '../ticket/asks'
import { decided, nameOf } from '../ticket/parts'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import { jobPage, owner, payers, role, ticketPage } from '../ticket/telling'
import type { Objection, Ticket } from '../ticket/ticket'
import { openAgain } from './reopen'

export const findings = { stands: '记录属实', wrong: '客户没有这样说' } as const

export const inputs = {
  objectTo: v.strictObject({ note: words('实际是怎么说的', 300) }),
  settleObjection: v.strictObject({
    finding: choice('核对结果', findings),
    note: words('和谁核对、怎么说的', 300),
  }),
} as const

const lastRecord = ({ recorded = [] }: Pick<Ticket, 'recorded'>) => recorded[recorded.length - 1]
const openObjection = ({ objections = [] }: Pick<Ticket, 'objections'>): Objection | undefined =>
  objections.find(({ decision }) => decision === null)

/** Who looks into it: the manager; of a complaint that was taken above him, the general manager. */
const judgeOf = ({ complaint }: Pick<Ticket, 'complaint'>) =>
  complaint?.raised.some(({ why }) => why !== 'repeat') ? 'generalManager' : 'manager'

/** What was over by what the office wrote down, and by nothing else. */
function endedByRecord({ state, events, recorded = [] }: Ticket): boolean {
  if (state !== 'cancelled' && state !== 'closed') return false
  const end = [...events].reverse().find((event) => event.from !== event.to)
  return recorded.some((one) => one.move === end?.move && one.at === end.at)
}

const wronglyEnded = (at: Draft): boolean =>
  inputOf(at, inputs.settleObjection).finding === 'wrong' && endedByRecord(at.before)

export const checks = {
  objectedInTime: {
    holds: ({ ticket, now, facts }) => {
      const last = lastRecord(ticket)
      const after = ticket.objections?.[ticket.objections.length - 1]?.at ?? 0
      return (
        last !== undefined && last.at > after && now <= dueIn(facts.settings, 'objectionDays', last.at).at
      )
    },
    words: () => '',
  },
  objectionOpen: { holds: ({ ticket }) => openObjection(ticket) !== undefined, words: () => '' },
  wronglyEnded: { onInput: true, holds: wronglyEnded, words: () => '' },
  wronglyEndedEarly: {
    onInput: true,
    holds: (at) => wronglyEnded(at) && at.ticket.verification === null,
    words: () => '',
  },
  wronglyEndedSite: {
    onInput: true,
    holds: (at) => wronglyEnded(at) && at.ticket.site.confirmed === null,
    words: () => '',
  },
} satisfies Checks

const isPriced = (move: string): boolean => /quote|extra/i.test(move)

export const tells = {
  recordedTold: (at) => {
    const one = lastRecord(at.ticket)!
    const text = `${one.by.name}代您记录,不符可提异议`
    return [
      owner(at, 'T1', '已代您记录', text),
      ...(isPriced(one.move) ? [payers(at, '已代您记录', text, ticketPage(at.ticket))] : []),
    ]
  },
  objected: (at) =>
    role(
      judgeOf(at.ticket),
      '客户对代记有异议',
      `${at.ticket.companyName} ${inputOf(at, inputs.objectTo).note}`,
      jobPage(at.ticket),
    ),
  objectionSettled: (at) =>
    owner(
      at,
      'T1',
      '异议已核对',
      inputOf(at, inputs.settleObjection).finding === 'wrong'
        ? '以您说的为准,我们继续处理'
        : '核对后记录属实',
    ),
} satisfies Tellings

const customers = ['owner', 'colleague'] as const
const anyTime = [...openServed, 'closed', 'cancelled'] as const

export const servedMoves = {
  objectTo: {
    label: '记录不符,提异议',
    archive: 'request',
    from: anyTime,
    by: customers,
    when: ['objectedInTime'],
    recorded: { never: '对代记的异议由客户自己提出' },
    tells: ['objected'],
    words: ({ input }) => `对代记有异议:${input.note}`,
    does: ({ ticket, input, actor, now }) => {
      const one = { note: input.note, by: nameOf(actor), at: now, decision: null }
      ticket.objections = [...(ticket.objections ?? []), one]
    },
  },
  settleObjection: {
    label: '核对异议',
    archive: 'handling',
    // what is asked can be answered wherever the ticket has gone
    from: [...anyTime, 'declined', 'merged'],
    by: ['manager', 'generalManager'],
    when: ['objectionOpen'],
    tells: ['objectionSettled'],
    lifts: [
      { when: 'wronglyEndedEarly', to: 'submitted' },
      { when: 'wronglyEndedSite', to: 'site_ready' },
      { when: 'wronglyEnded', to: 'verified' },
    ],
    words: ({ input }) => `核对异议:${findings[input.finding]},${input.note}`,
    customerWords: ({ input }) => `核对异议:${findings[input.finding]}`,
    does: (at) => {
      const { ticket, input, actor, now, facts } = at
      openObjection(ticket)!.decision = decided(actor, now, input.finding === 'wrong', input.note)
      if (!wronglyEnded(at)) return
      if (ticket.inquiry || ticket.complaint) ticket.closedAt = null
      else openAgain(ticket, actor.name, now, facts.settings)
    },
  },
} as const satisfies Moves<typeof inputs>

/** An objection waits for the manager, wherever the ticket has gone. */
export const asks = (ticket: Ticket, settings: Settings): Ask[] => {
  const open = openObjection(ticket)
  return open ? [ask('objection', judgeOf(ticket), dueIn(settings, 'decisionMinutes', open.at).at)] : []
}

/** Until when the customer may object, in words. */
export const objectionWords = (settings: Settings): string => said(settings, 'objectionDays')
