// 回访与关闭: the call after a service, its ends, and the three ways back into the same ticket (第八条).
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import { said, spoken } from '../company/settings'
import { dayTime } from '../calendar/format'
import { nameOf } from '../ticket/parts'
import { conductIssues, conducts, missedOf, prices, runs } from './returning'
import type { ReturnCall } from './parts'
import { at, choice, id, media, text, words } from '../form/schema'
import { waitsForCallBack } from '../survey/survey'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import { boardPage, owner, person, role } from '../ticket/telling'
import type { Ticket } from '../ticket/ticket'
import { openAgain, whereAgain } from '../wishes/reopen'

const questions = {
  running: choice('设备现在运行', runs),
  conduct: choice('准时、着工装、离场前清理', conducts),
  issues: v.optional(v.pipe(v.array(choice('哪里没做到', conductIssues)), v.maxLength(4)), []),
  price: choice('收费和说好的', prices),
  wish: text('还有什么需要我们做的', 300),
}
/** What has been asked so far, when the call ends before its last question. */
const sofar = v.strictObject({
  running: v.nullable(questions.running),
  conduct: v.nullable(questions.conduct),
  issues: questions.issues,
  price: v.nullable(questions.price),
  wish: questions.wish,
})
export const script = v.pipe(v.optional(v.nullable(sofar), null), v.metadata({ form: 'page' }))

/** The questions and the ends of a call, for a ticket's and for a machine's return visit. */
export const callInputs = {
  done: { ...questions, note: text('备注', 300) },
  later: {
    how: choice('情况', { missed: '未接通', later: '客户要求改时间' } as const),
    nextAt: v.pipe(v.nullable(at('下次回访时间', 'later')), v.title('下次回访时间')),
    note: text('备注', 300),
  },
} as const

/** A call about a machine from time to time: how it runs and what is wanted; no visit to speak of. */
export const machineCall = {
  how: choice('结果', {
    done: '已回访',
    repair: '登记报修',
    missed: '未接通',
    later: '客户要求改时间',
  } as const),
  running: v.nullable(questions.running),
  wish: questions.wish,
  nextAt: callInputs.later.nextAt,
  note: callInputs.done.note,
} as const

export const inputs = {
  close: v.strictObject({ ...callInputs.done, media: v.optional(media, []) }),
  redo: v.strictObject({ why: words('哪里没修好', 300), script }),
  returnLater: v.strictObject(callInputs.later),
  closeUnreached: v.strictObject({ note: text('备注', 300) }),
  toComplaint: v.strictObject({ id, no: v.string(), why: words('哪里不满意', 500) }),
} as const

const gates = ['faultClassified', 'surveyed', 'calledBack'] as const
const missed = (at: Draft): number => missedOf(at.ticket.returnCalls)
/** So many calls in vain end a return visit. */
const most = ({ facts }: Pick<Draft, 'facts'>): number => facts.settings.missedCalls

export const checks = {
  faultClassified: {
    article: '10',
    wayOut: '请工程师在服务记录里选到第三级故障',
    holds: (at) =>
      at.ticket.kind !== 'repair' || at.ticket.faultClass !== '' || at.ticket.visits.length === 0,
    words: () => '还不能关闭:故障还没有归类',
  },
  surveyed: {
    article: '8',
    wayOut: (settings) => `电话请用户评价,或等满 ${said(settings, 'closeUnratedDays')}`,
    holds: (at) =>
      at.ticket.visits.every(
        (visit) =>
          visit.state !== 'left' || at.now > dueIn(at.facts.settings, 'closeUnratedDays', visit.leftAt!).at,
      ),
    words: () => '还不能关闭:用户还没有评价',
  },
  calledBack: {
    article: '8',
    wayOut: '请客户服务部负责人先给用户回电',
    holds: ({ ticket, facts }) =>
      ticket.visits.every(({ survey }) => !survey || !waitsForCallBack(survey, facts.settings)),
    words: () => '还不能关闭:低分还没有回电',
  },
  runsAgain: {
    onInput: true,
    field: 'running',
    article: '8',
    wayOut: '请退回重办,在同一张工单里再派人',
    holds: (at) => inputOf(at, inputs.close).running !== 'unfixed',
    words: () => '用户说没修好,不能关闭',
  },
  issuesNamed: {
    onInput: true,
    field: 'issues',
    article: '8',
    holds: (at) =>
      inputOf(at, inputs.close).conduct !== 'some' || inputOf(at, inputs.close).issues.length > 0,
    words: () => '请选哪里没做到',
  },
  mayCallAgain: { holds: (at) => missed(at) < most(at), words: () => '' },
  calledInVain: { holds: (at) => missed(at) >= most(at), words: () => '' },
  nextCallAhead: {
    onInput: true,
    field: 'nextAt',
    article: '8',
    holds: (at) => {
      const { how, nextAt } = inputOf(at, inputs.returnLater)
      const last = how === 'missed' && missed(at) >= most(at) - 1
      return nextAt === null ? last : nextAt > at.now
    },
    words: (at) =>
      inputOf(at, inputs.returnLater).nextAt === null ? '请选下次回访时间' : '下次回访时间应在现在之后',
  },
  complaintOpened: {
    onInput: true,
    field: 'id',
    article: '12',
    holds: (at) => at.facts.other?._id === inputOf(at, inputs.toComplaint).id,
    words: () => '投诉还没有建立',
  },
  unreachedAndReady: { holds: (at) => mayEnd(at), words: () => '' },
} satisfies Checks

/** So often nobody answered that it ends, and nothing else stands in the way of closing. */
function mayEnd(at: Draft): boolean {
  return missed(at) >= most(at) && gates.every((name) => checks[name].holds(at))
}

export const tells = {
  redone: (at) => {
    const { ticket } = at
    const { why } = inputOf(at, inputs.redo)
    const crew = ticket.visits[ticket.visits.length - 1]?.crew ?? []
    return [
      role('manager', '回访退回重办', `${ticket.companyName} ${ticket.subject}:${why}`, boardPage(ticket)),
      ...crew.map(({ pid }) => person(ticket, pid, '回访退回重办', `${ticket.companyName}:${why}`)),
      owner(at, 'T1', '重新安排上门', '没修好,已退回重新安排上门'),
    ]
  },
} satisfies Tellings

/** Notes a call of the return visit. */
export function noted(at: Draft, call: Omit<ReturnCall, 'at' | 'by'>): void {
  at.ticket.returnCalls.push({ at: at.now, by: nameOf(at.actor), ...call })
  at.ticket.returnAt = call.nextAt
}

function ends(ticket: Ticket, now: number): void {
  ticket.closedAt = now
  ticket.returnAt = null
}

const from = ['left', 'followup'] as const
const office = ['coordinator', 'manager'] as const

export const servedMoves = {
  close: {
    label: '回访并关闭',
    archive: 'followup',
    from,
    to: 'closed',
    by: office,
    needs: [...gates, 'runsAgain', 'issuesNamed'],
    article: '8',
    primary: true,
    words: () => '回访完成,工单关闭',
    does: (at) => {
      const { running, conduct, issues, price, wish, note } = at.input
      const said = { running, conduct, issues: issues ?? [], price, wish }
      noted(at, { outcome: 'done', nextAt: null, note, script: said })
      ends(at.ticket, at.now)
    },
  },
  redo: {
    label: '没修好,退回重办',
    archive: 'followup',
    from,
    to: 'verified',
    by: office,
    article: '8',
    lifts: whereAgain,
    tells: ['redone'],
    words: ({ input }) => `回访:没修好,退回重办:${input.why}`,
    customerWords: () => '没修好,已安排重新处理',
    does: (at) => {
      const { why, script: said } = at.input
      noted(at, { outcome: 'redo', nextAt: null, note: why, script: said ?? null })
      openAgain(at.ticket, at.actor.name, at.now, at.facts.settings)
    },
  },
  returnLater: {
    label: '未接通,约下次',
    archive: 'followup',
    from,
    by: office,
    when: ['mayCallAgain'],
    needs: ['nextCallAhead'],
    article: '8',
    lifts: [{ when: 'unreachedAndReady', to: 'closed' }],
    words: ({ input, ticket, facts }) => {
      const times = missedOf(ticket.returnCalls)
      if (input.how === 'later') return `回访改到 ${dayTime(input.nextAt!)}`
      if (times >= most({ facts })) return `回访${spoken(most({ facts }))}未接通`
      return `回访未接通(第 ${times} 次),约 ${dayTime(input.nextAt!)}`
    },
    does: (at) => {
      const { how, nextAt, note } = at.input
      const draft = at
      const last = how === 'missed' && missed(draft) >= most(draft) - 1
      noted(draft, { outcome: how, nextAt: last ? null : nextAt, note, script: null })
      if (mayEnd(draft)) ends(at.ticket, at.now)
    },
  },
  toComplaint: {
    label: '不满意,转投诉',
    archive: 'followup',
    from,
    by: office,
    inner: true,
    needs: ['complaintOpened'],
    article: '12',
    words: ({ input }) => `回访:不满意,转投诉 ${input.no}`,
    does: (at) => {
      // the service waits for the plan that the complaint gets
      const nextAt = dueIn(at.facts.settings, 'complaintPlanDays', at.now).at
      noted(at, { outcome: 'complaint', nextAt, note: at.input.why, script: null })
    },
  },
  closeUnreached: {
    label: '多次未接通,关闭',
    archive: 'followup',
    from,
    to: 'closed',
    by: office,
    when: ['calledInVain'],
    needs: gates,
    article: '8',
    words: (at) => `回访${spoken(most(at))}未接通,工单关闭`,
    does: ({ ticket, now }) => ends(ticket, now),
  },
} as const satisfies Moves<typeof inputs>
