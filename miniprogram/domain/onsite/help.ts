// 求助内勤: an engineer asks, a named person answers within a time, or the manager hears (第十七条).
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import { nameOf } from '../ticket/parts'
import { choice, flag, id, media, words } from '../form/schema'
import { openServed } from '../repair/states'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import type { Help, Ticket } from '../ticket/ticket'
import { jobPage, person, role } from '../ticket/telling'
import { ask, type Ask } from '../ticket/asks'
import type { Alarm } from '../escalation/alarms'

export const helpKinds = {
  parts: '备件',
  technical: '技术支持',
  papers: '资料图纸',
  travel: '差旅',
  customer: '与客户沟通',
  finance: '财务',
  other: '其他',
} as const

export const inputs = {
  askHelp: v.strictObject({
    kind: choice('求助类别', helpKinds),
    text: words('需要什么支持', 300),
    urgent: flag('紧急'),
    media,
  }),
  takeHelp: v.strictObject({ help: id }),
  answerHelp: v.strictObject({ help: id, answer: words('答复', 300) }),
} as const

const named = (at: Draft): Help | undefined => {
  const { help } = inputOf(at, inputs.takeHelp)
  return at.ticket.helps.find((one) => one.id === help && one.answeredAt === null)
}
const openHelps = (at: Draft) => at.ticket.helps.filter((one) => one.answeredAt === null)

export const checks = {
  helpOpen: { holds: (at) => openHelps(at).length > 0, words: () => '没有待答复的求助' },
  helpWaiting: {
    holds: (at) => openHelps(at).some((one) => one.takenBy === null),
    article: '17',
    wayOut: '接单的同事会答复;您也可以直接答复',
    words: () => '求助都已有人接单',
  },
  helpNamed: {
    onInput: true,
    field: 'help',
    article: '17',
    holds: (at) => named(at) !== undefined,
    words: () => '这条求助已经答复',
  },
  helpUntaken: {
    onInput: true,
    field: 'help',
    article: '17',
    holds: (at) => named(at)?.takenBy === null,
    words: (at) => `${named(at)?.takenBy?.name ?? '同事'} 已接单`,
  },
} satisfies Checks

const last = (at: Draft) => at.ticket.helps[at.ticket.helps.length - 1]!
const answered = (at: Draft) => at.ticket.helps.find((one) => one.id === inputOf(at, inputs.takeHelp).help)!

export const tells = {
  helpAsked: (at) =>
    role(
      'coordinator',
      last(at).urgent ? '紧急求助' : '求助',
      `${at.actor.name} ${last(at).kind}:${last(at).words}`,
      jobPage(at.ticket),
    ),
  helpTaken: (at) =>
    person(at.ticket, answered(at).by.pid, '求助已接单', `${at.actor.name} 已接单:${answered(at).kind}`),
  helpAnswered: (at) =>
    person(at.ticket, answered(at).by.pid, '求助已答复', `${at.actor.name}:${answered(at).answer}`),
} satisfies Tellings

export const servedMoves = {
  askHelp: {
    label: '求助内勤',
    archive: 'handling',
    from: ['visiting', 'remote'],
    by: ['crew', 'helper'],
    article: '17',
    internal: true,
    tells: ['helpAsked'],
    words: ({ input }) => `求助内勤(${helpKinds[input.kind]}):${input.text}`,
    does: ({ ticket, input, actor, now, facts }) => {
      ticket.helps.push({
        id: `h${ticket.helps.length + 1}`,
        kind: helpKinds[input.kind],
        words: input.text,
        urgent: input.urgent,
        at: now,
        by: nameOf(actor),
        answerBy: dueIn(facts.settings, 'helpMinutes', now).at,
        late: false,
        takenBy: null,
        takenAt: null,
        answer: '',
        answeredAt: null,
      })
    },
  },
  takeHelp: {
    label: '接单',
    archive: 'handling',
    // wherever the ticket has gone meanwhile, who asked gets his answer
    from: openServed,
    by: ['coordinator', 'manager'],
    when: ['helpOpen'],
    needs: ['helpNamed', 'helpUntaken', 'helpWaiting'],
    article: '17',
    internal: true,
    tells: ['helpTaken'],
    words: ({ actor }) => `${actor.name} 已接单`,
    does: (at) => Object.assign(named(at)!, { takenBy: nameOf(at.actor), takenAt: at.now }),
  },
  answerHelp: {
    label: '答复求助',
    archive: 'handling',
    from: openServed,
    by: ['coordinator', 'manager'],
    when: ['helpOpen'],
    needs: ['helpNamed'],
    article: '17',
    internal: true,
    tells: ['helpAnswered'],
    words: ({ input, actor }) => `${actor.name} 答复求助:${input.answer}`,
    does: (at) => {
      const help = named(at)!
      help.takenBy ??= nameOf(at.actor)
      help.takenAt ??= at.now
      Object.assign(help, { answer: at.input.answer, answeredAt: at.now })
    },
  },
} as const satisfies Moves<typeof inputs>

/** A call for support waits for the office. */
export const asks = ({ helps }: Ticket): Ask[] =>
  helps.filter((help) => help.answeredAt === null).map((help) => ask('help', 'coordinator', help.answerBy))

/** Unanswered in time it goes to the manager, once. */
export const alarms = ({ helps, category }: Ticket): Alarm[] =>
  category === 'closed'
    ? []
    : helps
        .filter((help) => help.answeredAt === null && !help.late)
        .map((help) => ({ move: 'helpLate', at: help.answerBy }))
