// What a customer may do at any time: urge, add, ask for another time, cancel, open again; and what the office answers.
import * as v from 'valibot'
import { dayTime, shortTime } from '../calendar/format'
import { decided, nameOf } from '../ticket/parts'
import { pause, resume } from '../ticket/pausing'
import { at, choice, media, text, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import { visitOf, type Ticket } from '../ticket/ticket'
import { boardPage, crew, jobPage, owner, person, role } from '../ticket/telling'
import { dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'
import { withdraw } from '../dispatch/dispatch'
import { ask, type Ask } from '../ticket/asks'

export const urgeReasons = {
  loss: '停产损失大',
  late: '超过约定时间',
  silence: '没人联系我',
  other: '其他',
} as const
export const cancelReasons = {
  solved: '已自行解决',
  time: '时间不合适',
  wrong: '信息填错',
  other: '其他',
} as const

/** Whom a note of our people is for. */
export const noteFor = { inside: '内部备注', customer: '回复客户' } as const

export const inputs = {
  urge: v.strictObject({ reason: choice('催办原因', urgeReasons) }),
  addNote: v.strictObject({
    text: words('补充内容', 500),
    media,
    /** What our people write is for themselves unless they say that the customer reads it. */
    to: v.optional(choice('写给谁', noteFor), 'inside'),
  }),
  askReschedule: v.strictObject({
    first: at('希望时间', 'later'),
    second: v.pipe(v.nullable(at('备选时间', 'wish')), v.title('备选时间')),
    reason: text('改约原因', 100),
  }),
  agreeReschedule: v.strictObject({ arriveBy: at('到达时间', 'visit'), finishBy: at('完成时间', 'visit') }),
  refuseReschedule: v.strictObject({ note: words('不能改约的原因', 200) }),
  cancel: v.strictObject({ reason: choice('取消原因', cancelReasons), note: text('说明', 200) }),
  reopen: v.strictObject({ note: words('问题怎么又出现了', 300) }),
} as const

const early = ['planning', 'trip_pending', 'preparing', 'withdrawn', 'left', 'rated']

export const checks = {
  urgeAgain: {
    article: '17',
    wayOut: '紧急请拨打值班电话',
    holds: (at) => {
      const last = at.ticket.urges[at.ticket.urges.length - 1]
      return !last || at.now >= dueIn(at.facts.settings, 'urgeMinutes', last.at).at
    },
    words: (at) => {
      const last = at.ticket.urges[at.ticket.urges.length - 1]!
      const again = shortTime(dueIn(at.facts.settings, 'urgeMinutes', last.at).at, at.now)
      return `已催办 ${shortTime(last.at, at.now)},请等待回复;${again} 后可再次催办`
    },
  },
  notDeparted: {
    article: '18.3',
    wayOut: '请打电话给负责人',
    holds: (at) => at.ticket.state !== 'visiting' || early.includes(visitOf(at.ticket)!.state),
    words: () => '工程师已出发,取消需要和负责人商量',
  },
  notOnTheRoad: {
    article: '18.3',
    wayOut: '请和客户电话商量,在这里答复不能改约',
    holds: (at) => at.ticket.state !== 'visiting' || early.includes(visitOf(at.ticket)!.state),
    words: () => '工程师已出发,这次上门不能再改约',
  },
  withinReopen: {
    article: '8',
    wayOut: '请重新报修,会和这张工单关联',
    holds: ({ ticket, now, facts }) =>
      now <= dueIn(facts.settings, 'reopenDays', ticket.closedAt ?? ticket.updatedAt).at,
    words: ({ facts }) => `关闭已超过 ${said(facts.settings, 'reopenDays')},不能再打开`,
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

const isCustomers = ({ actor }: Pick<Draft, 'actor'>): boolean =>
  actor.relations.some((one) => one === 'owner' || one === 'colleague')

export const tells = {
  urged: (at) => {
    const words = `${at.ticket.companyName} ${at.ticket.subject}:${urgeReasons[inputOf(at, inputs.urge).reason]}`
    return [
      role('coordinator', '客户催办', words, jobPage(at.ticket)),
      // a complaint may be the general manager's: who has it is told
      at.ticket.complaint && at.ticket.holder
        ? person(at.ticket, at.ticket.holder.pid, '客户催办', words)
        : role('manager', '客户催办', words, jobPage(at.ticket)),
    ]
  },
  noteAdded: (at) =>
    isCustomers(at)
      ? [
          role(
            'coordinator',
            '客户补充',
            `${at.ticket.no} ${inputOf(at, inputs.addNote).text}`,
            jobPage(at.ticket),
          ),
          ...(at.ticket.state === 'visiting' ? crew(at, '客户补充', inputOf(at, inputs.addNote).text) : []),
        ]
      : inputOf(at, inputs.addNote).to === 'customer'
        ? [owner(at, 'T1', '客户服务部回复', inputOf(at, inputs.addNote).text)]
        : [],
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
  cancelled: (at) => [
    role('coordinator', '客户取消', `${at.ticket.no} ${at.ticket.companyName}`, jobPage(at.ticket)),
    ...(visitOf(at.ticket)?.withdrawn?.at === at.now ? crew(at, '工单已取消', at.ticket.companyName) : []),
  ],
  reopened: (at) => [
    role('manager', '问题又出现', `${at.ticket.companyName} ${at.ticket.subject}`, boardPage(at.ticket)),
    role('coordinator', '问题又出现', `${at.ticket.companyName} ${at.ticket.subject}`, jobPage(at.ticket)),
  ],
} satisfies Tellings

const customers = ['owner', 'colleague'] as const
/** Where the office answers it: the ticket may have gone back meanwhile. */
const awaited = ['submitted', 'remote', 'site_ready', 'verified', 'waiting_part', 'visiting'] as const
// What was solved from afar without verification is verified now (第十八条第1项).
const promised = (now: number, settings: Settings) => {
  const { at: verifyBy, provisional } = dueIn(settings, 'verifyDays', now)
  return { verifyBy, provisional }
}

/** Where a ticket that goes on stands: what was never verified or has no site confirmed waits for that first. */
export const whereAgain = [
  { when: 'notVerified', to: 'submitted' },
  { when: 'siteOpen', to: 'site_ready' },
] as const

/** A job that was thought done goes on in the same ticket. */
export function openAgain(ticket: Ticket, by: string, now: number, settings: Settings): void {
  ticket.reopened += 1
  ticket.closedAt = null
  ticket.returnAt = null
  for (const visit of ticket.visits) visit.rewrite = null
  if (!ticket.verification) Object.assign(ticket, promised(now, settings))
  else if (!ticket.site.confirmed) pause(ticket, '等现场条件', now, by)
}

const open = [
  'submitted',
  'gm_review',
  'remote',
  'site_ready',
  'verified',
  'waiting_part',
  'visiting',
] as const

export const servedMoves = {
  urge: {
    label: '催办',
    archive: 'request',
    recorded: true,
    from: open,
    by: customers,
    needs: ['urgeAgain'],
    article: '17',
    tells: ['urged'],
    words: ({ input }) => `催办:${urgeReasons[input.reason]}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.urges.push({ at: now, by: nameOf(actor), reason: urgeReasons[input.reason] })
    },
  },
  addNote: {
    label: '补充',
    archive: 'request',
    from: [...open, 'left', 'followup', 'rewriting'],
    by: [...customers, 'coordinator', 'manager', 'crew', 'author'],
    tells: ['noteAdded'],
    internal: (at) => !isCustomers(at) && at.input.to !== 'customer',
    words: (at) => `${isCustomers(at) ? '补充' : noteFor[at.input.to ?? 'inside']}:${at.input.text}`,
    customerWords: (at) => `${isCustomers(at) ? '补充' : '客户服务部回复'}:${at.input.text}`,
  },
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
  cancel: {
    label: '取消工单',
    archive: 'request',
    recorded: true,
    from: [
      'submitted',
      'need_info',
      'gm_review',
      'remote',
      'site_ready',
      'verified',
      'waiting_part',
      'visiting',
    ],
    to: 'cancelled',
    by: customers,
    needs: ['notDeparted'],
    article: '18.3',
    tells: ['cancelled'],
    words: ({ input }) => `已取消:${cancelReasons[input.reason]}${input.note ? `,${input.note}` : ''}`,
    does: ({ ticket, input, actor, now, facts }) => {
      resume(ticket, now, facts.settings)
      withdraw(ticket, actor, now, cancelReasons[input.reason])
      ticket.closedAt = now
    },
  },
  reopen: {
    label: '问题又出现了',
    archive: 'request',
    recorded: true,
    from: ['left', 'followup', 'rewriting', 'closed'],
    to: 'verified',
    by: customers,
    needs: ['withinReopen'],
    article: '8',
    lifts: whereAgain,
    tells: ['reopened'],
    words: ({ input }) => `问题又出现了:${input.note}`,
    does: ({ ticket, actor, now, facts }) => openAgain(ticket, actor.name, now, facts.settings),
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
