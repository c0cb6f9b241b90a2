// 咨询: who answers, the answer, what the customer says to it, and the way into a repair without typing again.
import * as v from 'valibot'
import { desks, type Desk } from './parts'
import { dueIn } from '../company/deadlines'
import { said as saidOf } from '../company/settings'
import { nameOf } from '../ticket/parts'
import type { Role } from '../ticket/people'
import { id, media, nothing, text, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Moves, type Tellings, type Input } from '../ticket/table'
import type { Ticket } from '../ticket/ticket'
import { answerPage, owner, person, role } from '../ticket/telling'
import type { Alarm } from '../escalation/alarms'

export const inputs = {
  takeInquiry: nothing,
  /** A desk by its name, or a colleague by his pid. */
  handInquiry: v.strictObject({ to: id, note: text('交代一句', 100) }),
  answer: v.strictObject({ text: words('答复', 1000), media }),
  settled: nothing,
  settledByPhone: v.strictObject({ note: words('通话情况', 200) }),
  askOn: v.strictObject({ text: words('还想问什么', 500), media }),
  lapse: nothing,
  keepAnswer: nothing,
  turnRepair: v.strictObject({ other: id }),
} as const

/** Whose 工作台 shows what waits for his answer. */
export const mayAnswer: readonly Role[] = ['coordinator', 'manager', 'technical', 'engineer']

const deskOf = (to: string): Desk | null => (to in desks ? (to as Desk) : null)
/** An engineer answers for the desk that asked him: it goes on seeing what becomes of it. */
const deskOfPerson = (roles: readonly Role[]): Desk | null =>
  (Object.keys(desks) as Desk[]).find((desk) => roles.includes(desk)) ?? null
const colleague = (at: Draft) =>
  at.facts.staff.find(
    (one) =>
      one.pid === inputOf(at, inputs.handInquiry).to && one.roles.some((role) => mayAnswer.includes(role)),
  )
const said = (at: Draft) => at.ticket.inquiry!.thread

export const checks = {
  notMine: { holds: (at) => at.ticket.holder?.pid !== at.actor.pid, words: () => '' },
  someoneElse: {
    onInput: true,
    field: 'to',
    holds: (at) => {
      const { to } = inputOf(at, inputs.handInquiry)
      const { desk, answerer } = at.ticket.inquiry!
      return answerer ? answerer.pid !== to : desk !== to
    },
    words: () => '现在就在他那里',
  },
  canAnswer: {
    onInput: true,
    field: 'to',
    wayOut: '请另选一位同事',
    holds: (at) => deskOf(inputOf(at, inputs.handInquiry).to) !== null || colleague(at) !== undefined,
    words: () => '这位同事不能答复咨询',
  },
  withinAskOn: {
    article: '8',
    wayOut: '请重新提问,或直接报修',
    holds: (at) => at.now <= dueIn(at.facts.settings, 'inquiryLapseDays', at.ticket.closedAt ?? at.now).at,
    words: ({ facts }) => `关闭已超过 ${saidOf(facts.settings, 'inquiryLapseDays')},不能接着问`,
  },
  hasAnswer: { holds: (at) => said(at).some((one) => one.side === 'staff'), words: () => '' },
  notKept: { holds: (at) => at.ticket.inquiry!.knowledge === null, words: () => '' },
  itemWritten: {
    onInput: true,
    article: '9',
    holds: (at) => at.facts.kept === knowledgeIdOf(at.ticket._id),
    words: () => '请用「存为知识」,会先写好这一条',
  },
  repairMade: {
    onInput: true,
    field: 'other',
    article: '8',
    holds: (at) => at.facts.other?.cameFrom?.id === at.ticket._id,
    words: () => '请用「转为报修」,会先建好报修单',
  },
  lapseDue: { holds: (at) => alarms(at.ticket).some((alarm) => alarm.at <= at.now), words: () => '' },
} satisfies Checks

const about = ({ companyName, subject }: Ticket) => `${companyName}:${subject}`
const byCustomer = (at: Draft) => said(at)[said(at).length - 1]?.side === 'customer'

/** Who has to know that a question waits: the colleague by name, else the desk. */
const answerers = (ticket: Ticket, title: string, note = '') => {
  const { answerer, desk } = ticket.inquiry!
  const page = answerPage(ticket)
  const words = [about(ticket), note].filter(Boolean).join(';')
  return answerer ? person(ticket, answerer.pid, title, words, page) : role(desk, title, words, page)
}

export const tells = {
  inquiryHanded: (at) => answerers(at.ticket, '请您答复咨询', inputOf(at, inputs.handInquiry).note),
  inquiryAnswered: (at) => owner(at, 'T1', '咨询已答复', `${at.actor.name} 已答复,请看是否解决`),
  inquiryAskedOn: (at) => (byCustomer(at) ? answerers(at.ticket, '客户接着问') : []),
  inquirySettled: (at) => {
    const { answerer } = at.ticket.inquiry!
    return answerer ? person(at.ticket, answerer.pid, '客户说已解决', about(at.ticket)) : []
  },
  inquiryLapsed: (at) => owner(at, 'T1', '咨询已关闭', '没有收到回音,没解决可以接着问'),
  // who turned it knows it: the other side is told, and the new ticket tells the office by itself
  inquiryTurned: (at) => {
    const { answerer } = at.ticket.inquiry!
    const { no } = at.ticket.became!
    if (at.actor.relations.every((one) => one !== 'owner' && one !== 'colleague'))
      return owner(at, 'T1', '咨询已转报修', `已转为报修 ${no}`)
    return answerer ? person(at.ticket, answerer.pid, '咨询已转报修', `${about(at.ticket)} ${no}`) : []
  },
} satisfies Tellings

const customers = ['owner', 'colleague'] as const
const office = ['coordinator', 'manager'] as const
const answering = [...office, 'technical', 'answerer'] as const

function say(
  at: Pick<Draft<Input<typeof inputs.answer>>, 'ticket' | 'actor' | 'now'>,
  side: 'customer' | 'staff',
  input: Input<typeof inputs.answer>,
) {
  const files = input.media.map((one) => one.id)
  const by = nameOf(at.actor)
  at.ticket.inquiry!.thread.push({ by, side, words: input.text, media: files, at: at.now })
}

export const ticketMoves = {
  answer: {
    label: '答复',
    archive: 'inquiry',
    from: ['asked', 'answered'],
    to: 'answered',
    by: answering,
    article: '8',
    primary: ['asked'],
    tells: ['inquiryAnswered'],
    words: ({ input, actor }) => `${actor.name} 答复:${input.text}`,
    does: (at) => {
      say(at, 'staff', at.input)
      at.ticket.inquiry!.answerer = nameOf(at.actor)
    },
  },
  takeInquiry: {
    label: '我来答复',
    archive: 'inquiry',
    from: ['asked'],
    by: answering,
    when: ['notMine'],
    article: '8',
    words: ({ actor }) => `由 ${actor.name} 负责答复`,
    does: ({ ticket, actor }) => {
      ticket.inquiry!.answerer = nameOf(actor)
    },
  },
  handInquiry: {
    label: '转给同事',
    archive: 'inquiry',
    from: ['asked'],
    by: answering,
    needs: ['canAnswer', 'someoneElse'],
    article: '8',
    internal: true,
    tells: ['inquiryHanded'],
    words: ({ ticket, input }) => {
      const { answerer, desk } = ticket.inquiry!
      return `转${answerer ? ` ${answerer.name} ` : desks[desk]}答复${input.note ? `:${input.note}` : ''}`
    },
    does: (at) => {
      const inquiry = at.ticket.inquiry!
      const desk = deskOf(at.input.to)
      const one = colleague(at)
      inquiry.answerer = desk || !one ? null : nameOf(one)
      inquiry.desk = desk ?? deskOfPerson(one?.roles ?? []) ?? inquiry.desk
    },
  },
  settled: {
    label: '解决了',
    archive: 'inquiry',
    recorded: { by: 'settledByPhone' },
    from: ['answered'],
    to: 'closed',
    by: customers,
    article: '8',
    primary: true,
    tells: ['inquirySettled'],
    words: () => '客户确认已解决',
    does: ({ ticket, now }) => {
      ticket.closedAt = now
    },
  },
  settledByPhone: {
    label: '电话确认已解决',
    archive: 'inquiry',
    records: true,
    from: ['answered'],
    to: 'closed',
    by: [...office, 'answerer'],
    article: '8',
    words: ({ input }) => `电话确认已解决:${input.note}`,
    customerWords: () => '电话确认已解决',
    does: ({ ticket, now }) => {
      ticket.closedAt = now
    },
  },
  askOn: {
    label: '接着问',
    archive: 'inquiry',
    recorded: true,
    from: ['answered', 'closed'],
    to: 'asked',
    by: customers,
    needs: ['withinAskOn'],
    article: '8',
    tells: ['inquiryAskedOn'],
    words: ({ input }) => `接着问:${input.text}`,
    does: (at) => {
      say(at, 'customer', at.input)
      at.ticket.closedAt = null
    },
  },
  turnRepair: {
    label: '转为报修',
    archive: 'inquiry',
    from: ['asked', 'answered'],
    to: 'turned',
    by: [...customers, ...answering],
    needs: ['repairMade'],
    article: '8',
    tells: ['inquiryTurned'],
    words: ({ facts }) => `已转为报修 ${facts.other!.no}`,
    does: ({ ticket, facts, now }) => {
      ticket.became = { id: facts.other!._id, no: facts.other!.no }
      ticket.closedAt = now
    },
  },
  keepAnswer: {
    label: '存为知识',
    archive: 'inquiry',
    from: ['asked', 'answered', 'closed', 'turned'],
    by: answering,
    when: ['hasAnswer', 'notKept'],
    needs: ['itemWritten'],
    article: '9',
    internal: true,
    words: ({ actor }) => `${actor.name} 把答复存为知识`,
    does: ({ ticket }) => {
      ticket.inquiry!.knowledge = knowledgeIdOf(ticket._id)
    },
  },
  lapse: {
    label: '无回音自动关闭',
    archive: 'inquiry',
    from: ['answered'],
    to: 'closed',
    by: ['timer'],
    when: ['lapseDue'],
    article: '8',
    tells: ['inquiryLapsed'],
    words: ({ facts }) =>
      `答复后 ${saidOf(facts.settings, 'inquiryLapseDays')}没有回音,自动关闭;没解决可以接着问`,
    does: ({ ticket, now }) => {
      ticket.closedAt = now
    },
  },
} as const satisfies Moves<typeof inputs>

/** Derived from its ticket, so that an answer is kept once however often it is sent. */
export const knowledgeIdOf = (ticketId: string): string => `k-${ticketId}`

/** An answer that nobody objects to closes by itself. */
export const alarms = ({ state, due }: Ticket): Alarm[] =>
  state === 'answered' && due !== null ? [{ move: 'lapse', at: due }] : []
