// 改约: another time that the customer asks for, and what the office answers (第十八条第2项).
import * as v from 'valibot'
import { dayTime } from '../calendar/format'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { at, text, words } from '../form/schema'
import { ask, type Ask } from '../ticket/asks'
import { decided, nameOf } from '../ticket/parts'
import { inputOf, type Checks, type Moves, type Tellings } from '../ticket/table'
import { crew, jobPage, owner, role } from '../ticket/telling'
import { visitOf, type Ticket } from '../ticket/ticket'
import { customers, isBeforeRoad } from './common'

/** Where the office answers it: the ticket may have gone back meanwhile. */
const awaited = ['submitted', 'remote', 'site_ready', 'verified', 'waiting_part', 'visiting'] as const

export const inputs = {
  askReschedule: v.strictObject({
    first: at('希望时间', 'later'),
    second: v.pipe(v.nullable(at('备选时间', 'wish')), v.title('备选时间')),
    reason: text('改约原因', 100),
  }),
  agreeReschedule: v.strictObject({ arriveBy: at('到达时间', 'visit'), finishBy: at('完成时间', 'visit') }),
  refuseReschedule: v.strictObject({ note: words('不能改约的原因', 200) }),
} as const

export const checks = {
  notOnTheRoad: {
    article: '18.3',
    wayOut: '请和客户电话商量,在这里答复不能改约',
    holds: ({ ticket }) => isBeforeRoad(ticket),
    words: () => '工程师已出发,这次上门不能再改约',
  },
  noRescheduleOpen: {
    holds: (at) => !at.ticket.reschedule || at.ticket.reschedule.decision !== null,
    words: () => '',
  },
  rescheduleOpen: {
    holds: (at) => at.ticket.reschedule !== null && at.ticket.reschedule.decision === null,
    words: () => '',
  },
  rescheduleAhead: {
    onInput: true,
    field: 'first',
    holds: (at) => inputOf(at, inputs.askReschedule).first > at.now,
    words: () => '希望时间应在现在之后',
  },
  rescheduleInOrder: {
    onInput: true,
    field: 'finishBy',
    holds: (at) =>
      inputOf(at, inputs.agreeReschedule).finishBy > inputOf(at, inputs.agreeReschedule).arriveBy,
    words: () => '完成时间应在到达之后',
  },
} satisfies Checks

export const tells = {
  rescheduleAsked: (at) =>
    role(
      'coordinator',
      '客户希望改约',
      `${at.ticket.companyName} ${dayTime(at.ticket.reschedule!.first)}`,
      jobPage(at.ticket),
    ),
  rescheduled: (at) => {
    const { arriveBy } = inputOf(at, inputs.agreeReschedule)
    const going = at.ticket.state === 'visiting' ? { ...at, visit: visitOf(at.ticket) } : null
    return [
      owner(at, 'T2', '改约已确认', `改为${dayTime(arriveBy)}`),
      ...(going ? crew(going, '上门改约', `改为${dayTime(arriveBy)} 前到`) : []),
    ]
  },
  rescheduleRefused: (at) => owner(at, 'T2', '改约未能安排', at.ticket.reschedule!.decision!.note),
} satisfies Tellings

export const servedMoves = {
  askReschedule: {
    label: '改约',
    archive: 'request',
    recorded: true,
    from: ['verified', 'waiting_part', 'visiting'],
    by: customers,
    when: ['noRescheduleOpen', 'notDeparted'],
    needs: ['rescheduleAhead'],
    article: '18.2',
    tells: ['rescheduleAsked'],
    words: ({ input }) => `希望改约到 ${dayTime(input.first)}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.reschedule = { ...input, at: now, by: nameOf(actor), decision: null }
    },
  },
  agreeReschedule: {
    label: '同意改约',
    answersTo: ({ ticket: { reschedule } }) => reschedule && { ...reschedule, decision: null },
    archive: 'handling',
    from: awaited,
    by: ['coordinator', 'manager'],
    when: ['rescheduleOpen'],
    needs: ['notOnTheRoad', 'rescheduleInOrder'],
    article: '18.2',
    tells: ['rescheduled'],
    words: ({ input }) => `改约到 ${dayTime(input.arriveBy)} 前到达`,
    does: ({ ticket, input, actor, now }) => {
      ticket.reschedule!.decision = decided(actor, now, true)
      const visit = visitOf(ticket)
      if (visit && ticket.state === 'visiting') Object.assign(visit, input)
    },
  },
  refuseReschedule: {
    label: '不能改约',
    answersTo: ({ ticket: { reschedule } }) => reschedule && { ...reschedule, decision: null },
    archive: 'handling',
    from: awaited,
    by: ['coordinator', 'manager'],
    when: ['rescheduleOpen'],
    article: '18.2',
    tells: ['rescheduleRefused'],
    words: ({ input }) => `不能改约:${input.note}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.reschedule!.decision = decided(actor, now, false, input.note)
    },
  },
} as const satisfies Moves<typeof inputs>

// What has been overtaken by events is asked of nobody any more.
const beforeLeaving: readonly string[] = [
  'submitted',
  'remote',
  'site_ready',
  'verified',
  'waiting_part',
  'visiting',
]

/** Another time that the customer asks for waits for the office. */
export const asks = ({ reschedule, state }: Ticket, settings: Settings): Ask[] =>
  reschedule && !reschedule.decision && beforeLeaving.includes(state)
    ? [ask('reschedule', 'coordinator', dueIn(settings, 'decisionMinutes', reschedule.at).at)]
    : []
