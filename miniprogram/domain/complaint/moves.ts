// 投诉: call, assess, investigate, explain, and close with the customer's answer (GB/T 19012; 第八、十一、十二条).
import * as v from 'valibot'
import { complexities, dangers, impacts, severities, type Complaint, type RaisedWhy } from './parts'
import { decided, nameOf } from '../ticket/parts'
import { choice, nothing, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Facts, type Moves, type Tellings } from '../ticket/table'
import type { Ticket } from '../ticket/ticket'
import { casePage, owner, person, planPage, role } from '../ticket/telling'
import { dueIn } from '../company/deadlines'

export const answers = { accepts: '接受方案', refuses: '不接受' } as const

export const inputs = {
  callCustomer: v.strictObject({ note: words('通话情况', 500) }),
  assess: v.strictObject({
    severity: choice('严重程度', severities),
    safety: choice('安全影响', dangers),
    complexity: choice('处理难度', complexities),
    impact: choice('影响范围', impacts),
  }),
  investigate: v.strictObject({ findings: words('查到的情况', 500), cause: words('原因', 300) }),
  analyse: v.strictObject({ analysis: words('质量分析', 500) }),
  sendPlan: v.strictObject({ explanation: words('向客户解释', 500), plan: words('处理方案', 500) }),
  acceptPlan: nothing,
  refusePlan: v.strictObject({ note: words('不接受的原因', 300) }),
  planByPhone: v.strictObject({ answer: choice('客户的答复', answers), note: words('通话情况', 300) }),
} as const

const complaintOf = ({ ticket }: Draft): Complaint => ticket.complaint!
const lastReply = ({ complaint }: Ticket) => complaint!.replies[complaint!.replies.length - 1]
/** How many plans the customer has said no to. */
const refusals = ({ replies }: Complaint) => replies.filter(({ answer }) => answer?.ok === false).length

export const checks = {
  assessed: {
    article: '12',
    wayOut: '请先评估严重程度、安全、难度和影响',
    holds: (at) => complaintOf(at).assessment !== null,
    words: () => '还不能答复:投诉还没有评估',
  },
  investigated: {
    article: '12',
    wayOut: '请先写下查到的情况和原因',
    holds: (at) => {
      const since = lastReply(at.ticket)?.answer?.at ?? 0
      return complaintOf(at).findings.some((one) => one.at >= since)
    },
    words: (at) => (lastReply(at.ticket) ? '还不能答复:客户不接受后还没有再调查' : '还不能答复:还没有调查'),
  },
  repeated: { holds: (at) => complaintOf(at).repeat !== null, words: () => '' },
  planRefused: {
    onInput: true,
    holds: (at) => inputOf(at, inputs.planByPhone).answer === 'refuses',
    words: () => '',
  },
} satisfies Checks

const about = ({ companyName, subject }: Ticket) => `${companyName} 投诉:${subject}`
/** Who handles it now is told by name. */
const handler = ({ ticket }: Draft, title: string, said: string) =>
  ticket.holder && ticket.category === 'us'
    ? person(ticket, ticket.holder.pid, title, said, casePage(ticket))
    : role('manager', title, said, casePage(ticket))

const raisedNow = ({ ticket, now }: Draft) =>
  ticket.complaint!.raised.some(({ at, why }) => at === now && why === 'refused')

const accepted = (at: Draft) => [
  role('manager', '客户接受方案', about(at.ticket), casePage(at.ticket)),
  ...(complaintOf(at).repeat ? [role('quality', '投诉已关闭', about(at.ticket), casePage(at.ticket))] : []),
]

export const tells = {
  planSent: (at) => owner(at, 'T5', '请确认处理方案', '处理方案已出,请确认', { page: planPage(at.ticket) }),
  planAnswered: (at) => {
    if (lastReply(at.ticket)!.answer!.ok) return accepted(at)
    const said = `${about(at.ticket)};${lastReply(at.ticket)!.answer!.note}`
    if (!raisedNow(at)) return handler(at, '客户不接受方案', said)
    return [
      role('generalManager', '投诉升级:再次不接受', said, casePage(at.ticket)),
      role('manager', '投诉已升级', said, casePage(at.ticket)),
      owner(at, 'T5', '投诉已升级', '已上报总经理,由总经理处理'),
    ]
  },
  analysed: (at) => handler(at, '质量部已分析', `${about(at.ticket)};${complaintOf(at).analysis!.words}`),
} satisfies Tellings

/** Takes it to the superior, visibly and once for each reason (第十二条). */
export function raise(
  complaint: Complaint,
  why: RaisedWhy,
  now: number,
  { duty }: Pick<Facts, 'duty'>,
): void {
  if (complaint.raised.some((one) => one.why === why)) return
  complaint.raised.push({ why, to: duty.generalManager ?? duty.manager, at: now })
}

function answer(at: Pick<Draft, 'ticket' | 'actor' | 'now' | 'facts'>, ok: boolean, note: string): void {
  const { ticket, actor, now, facts } = at
  const complaint = ticket.complaint!
  lastReply(ticket)!.answer = decided(actor, now, ok, note)
  if (ok) {
    ticket.closedAt = now
    return
  }
  complaint.planBy = dueIn(facts.settings, 'complaintPlanDays', now).at
  if (refusals(complaint) >= facts.settings.complaintRefusals) raise(complaint, 'refused', now, facts)
}

const refusedWords = ({ ticket }: Pick<Draft, 'ticket'>, by: string, note: string): string => {
  const complaint = ticket.complaint!
  const up = complaint.raised.find(({ why }) => why === 'refused')
  const again = up ? `;第 ${refusals(complaint)} 次不接受,已上报 ${up.to?.name ?? '上级'}` : ''
  return `${by}不接受方案:${note}${again}`
}

const handlers = ['manager', 'generalManager'] as const
const customers = ['owner', 'colleague'] as const

/** The plan that is answered to. */
const answered = ({ ticket }: Pick<Draft, 'ticket'>) => {
  const reply = lastReply(ticket)
  return reply && { ...reply, answer: null }
}

export const ticketMoves = {
  callCustomer: {
    label: '已致电客户',
    archive: 'complaint',
    from: ['acked', 'probing'],
    to: 'probing',
    by: handlers,
    article: '8',
    primary: ['acked'],
    words: ({ actor }) => `${actor.name} 已致电,开始调查`,
    does: ({ ticket, input, actor, now }) => {
      ticket.complaint!.called ??= { by: nameOf(actor), at: now, note: input.note }
    },
  },
  assess: {
    label: '评估',
    archive: 'complaint',
    from: ['probing'],
    by: handlers,
    article: '8',
    internal: true,
    words: ({ input }) => `评估:${severities[input.severity]},安全风险${dangers[input.safety]}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.complaint!.assessment = { ...input, by: nameOf(actor), at: now }
    },
  },
  investigate: {
    label: '写调查结果',
    archive: 'complaint',
    from: ['probing'],
    by: [...handlers, 'quality'],
    article: '12',
    internal: true,
    words: ({ input }) => `调查:${input.findings};原因:${input.cause}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.complaint!.findings.push({ ...input, by: nameOf(actor), at: now })
    },
  },
  analyse: {
    label: '质量分析',
    archive: 'complaint',
    from: ['acked', 'probing', 'replied'],
    by: ['quality'],
    when: ['repeated'],
    article: '11',
    internal: true,
    tells: ['analysed'],
    words: ({ input }) => `质量部分析:${input.analysis}`,
    does: ({ ticket, input, actor, now }) => {
      const by = nameOf(actor)
      Object.assign(ticket.complaint!, { quality: by, analysis: { by, at: now, words: input.analysis } })
    },
  },
  sendPlan: {
    label: '答复客户',
    archive: 'complaint',
    from: ['probing'],
    to: 'replied',
    by: handlers,
    needs: ['assessed', 'investigated'],
    article: '12',
    primary: true,
    tells: ['planSent'],
    words: ({ input }) => `已解释并给出方案:${input.plan}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.complaint!.replies.push({ ...input, by: nameOf(actor), at: now, answer: null })
    },
  },
  acceptPlan: {
    label: '确认方案',
    answersTo: answered,
    archive: 'complaint',
    recorded: { by: 'planByPhone' },
    from: ['replied'],
    to: 'closed',
    by: customers,
    article: '12',
    primary: true,
    tells: ['planAnswered'],
    words: () => '接受方案,投诉关闭',
    does: (at) => answer(at, true, ''),
  },
  refusePlan: {
    label: '不接受,说明原因',
    answersTo: answered,
    archive: 'complaint',
    recorded: { by: 'planByPhone' },
    from: ['replied'],
    to: 'probing',
    by: customers,
    article: '12',
    tells: ['planAnswered'],
    words: (at) => refusedWords(at, '', at.input.note),
    does: (at) => answer(at, false, at.input.note),
  },
  planByPhone: {
    label: '记录客户的电话答复',
    answersTo: answered,
    archive: 'complaint',
    records: true,
    from: ['replied'],
    to: 'closed',
    by: [...handlers, 'coordinator'],
    article: '12',
    lifts: [{ when: 'planRefused', to: 'probing' }],
    tells: ['planAnswered'],
    words: (at) =>
      at.input.answer === 'accepts'
        ? `电话答复:接受方案(${at.input.note})`
        : refusedWords(at, '电话答复:', at.input.note),
    customerWords: ({ input }) => (input.answer === 'accepts' ? '电话答复:接受方案' : '电话答复:不接受方案'),
    does: (at) => answer(at, at.input.answer === 'accepts', at.input.note),
  },
} as const satisfies Moves<typeof inputs>
