// 改派: wherever a crew holds a job it can be given to another (第十八条第2、3项). On the road or on site the new man goes
// through his own gates: his trip, his preparation, his arrival; the customer reads who comes and when anew.
import * as v from 'valibot'
import { shortTime } from '../calendar/format'
import { at, id, words } from '../form/schema'
import { decided, nameOf, type Name } from '../ticket/parts'
import {
  inputOf,
  type Input,
  type VisitChecks,
  type VisitDraft,
  type VisitMoves,
  type VisitTellings,
} from '../ticket/table'
import { owner, person } from '../ticket/telling'
import { visitOf } from '../ticket/ticket'
import type { VisitState } from '../visit/parts'

const anew = (title: string) => v.pipe(v.optional(v.nullable(at(title, 'visit')), null), v.title(title))

export const inputs = {
  reassign: v.strictObject({
    engineer: id,
    reason: words('改派原因和交接事项', 300),
    /** When the new man is there and done: asked for once somebody has departed. */
    arriveBy: anew('到达时间'),
    finishBy: anew('完成时间'),
  }),
  releaseCompanion: v.strictObject({ who: id, reason: words('退出原因', 200) }),
} as const

const before = ['planning', 'trip_pending', 'preparing'] as const
/** Somebody has departed and what he began is not done. */
const underway = ['traveling', 'onsite', 'extra_review', 'wait_extra', 'wait_delay'] as const
/** What is left is the receipt. */
const ending = ['wait_sign', 'signed'] as const
const held = [...before, ...underway, ...ending] as const
const isUnderway = (state: VisitState): boolean => underway.some((one) => one === state)

const companions = ({ visit }: Pick<VisitDraft, 'visit'>): Name[] => [
  ...visit.crew.slice(1),
  ...visit.helpers,
]

export const visitChecks = {
  otherEngineer: {
    onInput: true,
    field: 'engineer',
    holds: (at) => at.visit.crew[0]?.pid !== inputOf(at, inputs.reassign).engineer,
    words: () => '这单已经是他的,请选另一位',
  },
  timesAnew: {
    onInput: true,
    field: 'arriveBy',
    article: '18.3',
    holds: (at) => {
      const { arriveBy, finishBy } = inputOf(at, inputs.reassign)
      return !isUnderway(at.visit.state) || (arriveBy !== null && finishBy !== null && finishBy > arriveBy)
    },
    words: () => '工程师已出发,换人要重新约定到达和完成时间',
  },
  hasCompanion: { holds: (at) => companions(at).length > 0, words: () => '没有随行人员' },
  companionNamed: {
    onInput: true,
    field: 'who',
    holds: (at) => companions(at).some(({ pid }) => pid === inputOf(at, inputs.releaseCompanion).who),
    words: () => '他不是这单的随行人员',
  },
} satisfies VisitChecks

export const visitTells = {
  reassignedAway: (at) => {
    const [next] = at.visit.crew
    return next
      ? owner(at, 'T2', '工程师已更换', `改由${next.name},${shortTime(at.visit.arriveBy, at.now)}前到`)
      : []
  },
  jobHanded: (at) =>
    person(at.ticket, at.visit.crew[0]!.pid, '改派给您', `${at.ticket.companyName} ${at.ticket.subject}`),
  jobTaken: (at) => {
    const [was] = visitOf(at.before, at.visit.id)?.crew ?? []
    return was
      ? person(at.ticket, was.pid, '任务已改派', `${at.ticket.companyName} 改由${at.visit.crew[0]!.name}`)
      : []
  },
  companionReleased: (at) =>
    person(at.ticket, inputOf(at, inputs.releaseCompanion).who, '不用随行', at.ticket.companyName),
} satisfies VisitTellings

/** What the first man did stays on record; the new one begins at the beginning. */
function beginAnew({ visit, actor, now }: VisitDraft, was: Name | undefined): void {
  const { departedAt, arrivedAt } = visit
  if (was) visit.handed = [...(visit.handed ?? []), { by: was, departedAt, arrivedAt, at: now }]
  Object.assign(visit, { trip: null, route: null, preparedAt: null, eta: null, departedAt: null })
  Object.assign(visit, { arrivedAt: null, lateReason: '', conduct: null })
  for (const item of visit.prep) Object.assign(item, { done: false, missing: '' })
  const ended = { ...decided(actor, now, false, '换人,重新安排'), how: 'withdrawn' as const }
  for (const one of [...visit.extras, ...visit.delays])
    if (one.answer === null && !('decision' in one && one.decision?.ok === false)) one.answer = ended
}

function handTo(at: VisitDraft<Input<typeof inputs.reassign>>): void {
  const { visit, input, facts } = at
  const next = facts.staff.find((one) => one.pid === input.engineer)!
  const [was, ...others] = visit.crew
  visit.crew = [nameOf(next), ...others.filter((one) => one.pid !== next.pid)]
  if (input.arriveBy !== null && input.finishBy !== null)
    Object.assign(visit, { arriveBy: input.arriveBy, finishBy: input.finishBy })
  if (isUnderway(visit.state)) beginAnew(at, was)
}

export const visitMoves = {
  reassign: {
    label: '改派',
    archive: 'visit',
    from: held,
    turns: {
      traveling: 'planning',
      onsite: 'planning',
      extra_review: 'planning',
      wait_extra: 'planning',
      wait_delay: 'planning',
    },
    by: ['manager'],
    needs: ['engineerKnown', 'otherEngineer', 'timesAnew'],
    article: '18.2',
    tells: ['reassignedAway', 'jobHanded', 'jobTaken'],
    words: ({ visit, input }) => `改派给 ${visit.crew[0]!.name}:${input.reason}`,
    customerWords: ({ visit, now }) =>
      `工程师已更换为 ${visit.crew[0]!.name},${shortTime(visit.arriveBy, now)}前到`,
    does: handTo,
  },
  releaseCompanion: {
    label: '随行人员退出',
    archive: 'visit',
    from: held,
    by: ['manager'],
    when: ['hasCompanion'],
    needs: ['companionNamed'],
    article: '18.2',
    internal: true,
    tells: ['companionReleased'],
    words: ({ input, facts }) =>
      `${facts.staff.find(({ pid }) => pid === input.who)?.name ?? '随行人员'} 退出:${input.reason}`,
    does: ({ visit, input }) => {
      const stays = ({ pid }: Name) => pid !== input.who
      visit.crew = [...visit.crew.slice(0, 1), ...visit.crew.slice(1).filter(stays)]
      visit.helpers = visit.helpers.filter(stays)
    },
  },
} as const satisfies VisitMoves<typeof inputs>
