// Borrowed people: asked for, lent by their workshop, bound by the service norms before the job is theirs (第十五条, 第十八条第1项).
import * as v from 'valibot'
import { decided, nameOf } from '../ticket/parts'
import { id, must, text, words } from '../form/schema'
import {
  inputOf,
  type VisitChecks,
  type VisitDraft,
  type VisitTellings,
  type VisitMoves,
} from '../ticket/table'
import { boardPage, normsPage, person, role } from '../ticket/telling'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { ask, type Ask } from '../ticket/asks'
import { runningVisit, type Ticket } from '../ticket/ticket'

export const inputs = {
  lend: v.strictObject({ helper: id, note: text('说明', 200) }),
  refuseLend: v.strictObject({ helper: id, note: words('不同意的原因', 200) }),
  acceptNorms: v.strictObject({ norms: must('已阅读并遵守服务规范', '请先阅读并同意服务规范') }),
} as const

const asked = (at: VisitDraft) => {
  const { helper } = inputOf(at, inputs.lend)
  return at.visit.helpers.find((one) => one.pid === helper && one.lent === null)
}

export const visitChecks = {
  someoneAsked: {
    holds: (at) => at.visit.helpers.some((one) => one.lent === null),
    words: () => '没有待同意的借用',
  },
  helperAsked: {
    onInput: true,
    field: 'helper',
    holds: (at) => asked(at) !== undefined,
    words: () => '没有请求借用这位同事',
  },
  lentToUs: {
    article: '15',
    holds: (at) => at.visit.helpers.some((one) => one.pid === at.actor.pid && one.lent?.ok && !one.normsAt),
    words: () => '车间还没有同意派出',
  },
  helpersReady: {
    article: '15',
    wayOut: '请车间同意派出,并由本人接受服务规范;或改派不带车间人员',
    holds: (at) =>
      at.visit.helpers.every((one) => one.lent !== null && (!one.lent.ok || one.normsAt !== null)),
    words: (at) => {
      const open = at.visit.helpers.find((one) => one.lent === null || (one.lent.ok && !one.normsAt))
      return `还不能出发:${open?.name ?? '车间人员'} ${open?.lent ? '还没有接受服务规范' : '等车间同意派出'}`
    },
  },
} satisfies VisitChecks

export const visitTells = {
  lent: (at) => {
    const { helper } = inputOf(at, inputs.lend)
    return person(
      at.ticket,
      helper,
      '请接受服务规范',
      `${at.ticket.companyName} 接受后任务打开`,
      normsPage(at.ticket),
    )
  },
  lendRefused: (at) =>
    role(
      'manager',
      '车间不同意派出',
      `${at.ticket.companyName}:${inputOf(at, inputs.refuseLend).note}`,
      boardPage(at.ticket),
    ),
} satisfies VisitTellings

const before = ['planning', 'trip_pending', 'preparing'] as const

const answer = (at: VisitDraft, ok: boolean, note: string) => {
  asked(at)!.lent = decided(at.actor, at.now, ok, note)
}

/** The journey that somebody is lent for, and goes on. */
const wanted = ({ visit }: Pick<VisitDraft, 'visit'>) => [
  visit.id,
  visit.task,
  visit.arriveBy,
  visit.finishBy,
]

export const visitMoves = {
  lend: {
    label: '同意派出',
    answersTo: wanted,
    archive: 'handling',
    from: before,
    by: ['workshop'],
    when: ['someoneAsked'],
    needs: ['helperAsked'],
    article: '15',
    primary: true,
    internal: true,
    tells: ['lent'],
    words: ({ actor }) => `车间同意派出(${actor.name})`,
    does: (at) => answer(at, true, at.input.note),
  },
  refuseLend: {
    label: '不同意派出',
    answersTo: wanted,
    archive: 'handling',
    from: before,
    by: ['workshop'],
    when: ['someoneAsked'],
    needs: ['helperAsked'],
    article: '15',
    internal: true,
    tells: ['lendRefused'],
    words: ({ input }) => `车间不同意派出:${input.note}`,
    does: (at) => answer(at, false, at.input.note),
  },
  acceptNorms: {
    label: '接受服务规范',
    answersTo: wanted,
    archive: 'handling',
    from: before,
    by: ['helper'],
    when: ['lentToUs'],
    article: '15',
    primary: true,
    internal: true,
    words: ({ actor }) => `${actor.name} 已接受服务规范`,
    does: ({ visit, actor, now }) => {
      const helper = visit.helpers.find((one) => one.pid === actor.pid)!
      helper.normsAt = now
      visit.crew.push(nameOf(helper))
    },
  },
} as const satisfies VisitMoves<typeof inputs>

/** Who is asked for waits for his workshop, then for himself to accept the norms. */
export function asks(ticket: Ticket, settings: Settings): Ask[] {
  const visit = runningVisit(ticket)
  if (!visit) return []
  const { helpers } = visit
  const bound = helpers.find((helper) => helper.lent?.ok && helper.normsAt === null)
  return [
    ...(helpers.some((helper) => helper.lent === null)
      ? [ask('lend', 'workshop', dueIn(settings, 'decisionMinutes', ticket.updatedAt).at)]
      : []),
    ...(bound ? [ask('norms', 'workshop', dueIn(settings, 'decisionMinutes', bound.lent!.at).at)] : []),
  ]
}
