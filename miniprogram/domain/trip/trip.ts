// 出差审批: task, finish time, route and cost are approved before departure; a change of route beforehand (第十八条第1、3项).
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { dayTime, yuan } from '../calendar/format'
import { decided, nameOf, total } from '../ticket/parts'
import { at, legs, priceLines, text, words } from '../form/schema'
import {
  inputOf,
  type VisitChecks,
  type VisitDraft,
  type VisitTellings,
  type Input,
  type VisitMoves,
} from '../ticket/table'
import { approvePage, crew, jobPage, owner, role } from '../ticket/telling'
import { ask as asked, type Ask } from '../ticket/asks'
import { ownWords } from './own'
import { runningVisit, visitOf, type Ticket } from '../ticket/ticket'

export const inputs = {
  askTrip: v.strictObject({
    task: words('任务', 100),
    finishBy: at('完成时间', 'visit'),
    legs,
    costs: priceLines('费用预计', 1),
  }),
  approveTrip: v.strictObject({ note: text('意见', 200) }),
  rejectTrip: v.strictObject({ note: words('驳回原因', 200) }),
  changeRoute: v.strictObject({ legs, reason: words('变更原因', 200) }),
  agreeRoute: v.strictObject({ note: text('意见', 200) }),
  refuseRoute: v.strictObject({ note: words('不同意的原因', 200) }),
} as const

/** So dear that the general manager decides. */
const isBig = ({ visit, facts }: VisitDraft): boolean =>
  (visit.trip?.total ?? 0) >= facts.settings.bigTripYuan

export const visitChecks = {
  withinLimit: {
    article: '18.1',
    wayOut: '请总经理审批',
    holds: (at) => !isBig(at) || at.actor.relations.includes('generalManager'),
    words: (at) =>
      `费用 ${yuan(at.visit.trip?.total ?? 0)} 达到 ${yuan(at.facts.settings.bigTripYuan)},须总经理审批`,
  },
  bigTrip: {
    holds: (at) => at.actor.relations.includes('manager') || isBig(at),
    words: () => '',
  },
  tripApproved: {
    article: '18.1',
    wayOut: '先提交出差申请,等负责人审批',
    holds: (at) => at.visit.trip?.decision?.ok === true,
    words: (at) => {
      const approver = at.facts.duty.manager?.name ?? ''
      return at.visit.trip && !at.visit.trip.decision
        ? `还不能出发:行程未获批准(负责人 ${approver})`
        : '还不能出发:还没有获批的出差申请'
    },
  },
  routeAgreed: {
    article: '18.3',
    wayOut: '等负责人同意新路线',
    holds: (at) => !at.visit.route || at.visit.route.decision !== null,
    words: () => '还不能出发:变更路线须事先经负责人同意',
  },
  routeOpen: {
    holds: (at) => at.visit.route !== null && at.visit.route.decision === null,
    words: () => '没有待同意的路线变更',
  },
  noRouteOpen: {
    holds: (at) => at.visit.route === null || at.visit.route.decision !== null,
    words: () => '上一次变更还没有答复',
  },
  routeInOrder: {
    onInput: true,
    field: 'legs',
    article: '18.3',
    holds: (at) => {
      const times = inputOf(at, inputs.askTrip).legs.map((leg) => leg.departAt)
      return times.every((time, i) => i === 0 || time >= times[i - 1]!)
    },
    words: () => '路线各段的出发时间应先后相接',
  },
} satisfies VisitChecks

export const visitTells = {
  tripAsked: (at) => {
    const { trip } = at.visit
    const words = `${at.actor.name} · ${at.ticket.companyName} ${yuan(trip!.total)}`
    return role(isBig(at) ? 'generalManager' : 'manager', '出差审批', words, approvePage(at.ticket))
  },
  tripApproved: (at) => crew(at, '出差已批准', `${at.ticket.companyName} 请准备出发`),
  finishMoved: (at) => {
    const { finishBy } = at.visit
    const was = visitOf(at.before, at.visit.id)?.finishBy
    return finishBy === was ? [] : owner(at, 'T1', '完工时间有变', `完工改为${dayTime(finishBy)}`)
  },
  routeUnanswered: (at) =>
    at.visit.route?.unanswered
      ? role('manager', '未经同意变更路线', `${at.actor.name} 已到场，路线变更还没有答复`, jobPage(at.ticket))
      : [],
  tripRejected: (at) => crew(at, '出差被驳回', at.visit.trip!.decision!.note),
  routeAsked: (at) =>
    role('manager', '变更路线待同意', `${at.actor.name}:${at.visit.route!.reason}`, approvePage(at.ticket)),
  routeAnswered: (at) =>
    crew(
      at,
      at.visit.route!.decision!.ok ? '路线变更已同意' : '路线变更未同意',
      at.visit.route!.decision!.note,
    ),
} satisfies VisitTellings

function ask({ visit, input, actor, now }: VisitDraft<Input<typeof inputs.askTrip>>): void {
  const { task, finishBy, legs: route, costs } = input
  const version = (visit.trip?.version ?? 0) + 1
  const by = nameOf(actor)
  visit.trip = {
    task,
    finishBy,
    legs: route,
    costs,
    total: total(costs),
    version,
    at: now,
    by,
    decision: null,
  }
  // the new application carries its own route
  if (visit.route && !visit.route.decision) visit.route = null
}

export const visitMoves = {
  askTrip: {
    label: '提交出差申请',
    archive: 'cost',
    from: ['planning', 'preparing'],
    to: 'trip_pending',
    by: ['crew'],
    needs: ['routeInOrder'],
    article: '18.3',
    primary: ['planning'],
    internal: true,
    tells: ['tripAsked'],
    words: ({ visit }) => `提交出差申请(第 ${visit.trip!.version} 版,${yuan(visit.trip!.total)})`,
    holds: ['cost'],
    does: ask,
  },
  approveTrip: {
    label: '同意出差',
    answersTo: ({ visit: { trip } }) => trip && { ...trip, decision: null },
    archive: 'cost',
    from: ['trip_pending'],
    to: 'preparing',
    by: ['manager', 'generalManager'],
    when: ['bigTrip'],
    needs: ['notOwnTrip', 'withinLimit'],
    article: '18.1',
    primary: true,
    internal: true,
    tells: ['tripApproved', 'finishMoved'],
    words: (at) => `${at.actor.name} 同意出差${ownWords(at, 'trip')}`,
    does: ({ visit, input, actor, now }) => {
      const trip = visit.trip!
      trip.decision = decided(actor, now, true, input.note)
      // what the customer was promised changes with the approval only
      Object.assign(visit, { task: trip.task, finishBy: trip.finishBy })
    },
  },
  rejectTrip: {
    label: '驳回',
    answersTo: ({ visit: { trip } }) => trip && { ...trip, decision: null },
    archive: 'cost',
    from: ['trip_pending'],
    to: 'planning',
    by: ['manager', 'generalManager'],
    when: ['bigTrip'],
    article: '18.1',
    internal: true,
    tells: ['tripRejected'],
    words: ({ input }) => `驳回出差申请:${input.note}`,
    does: ({ visit, input, actor, now }) => {
      visit.trip!.decision = decided(actor, now, false, input.note)
    },
  },
  changeRoute: {
    label: '申请变更路线',
    archive: 'visit',
    from: ['preparing', 'traveling'],
    by: ['crew'],
    when: ['noRouteOpen'],
    needs: ['routeInOrder'],
    article: '18.3',
    internal: true,
    tells: ['routeAsked'],
    words: ({ input }) => `申请变更路线:${input.reason}`,
    does: ({ visit, input, actor, now }) => {
      visit.route = { legs: input.legs, reason: input.reason, at: now, by: nameOf(actor), decision: null }
    },
  },
  agreeRoute: {
    label: '同意变更路线',
    answersTo: ({ visit: { route } }) => route && { ...route, decision: null },
    archive: 'visit',
    from: ['preparing', 'traveling'],
    by: ['manager'],
    when: ['routeOpen'],
    needs: ['notOwnRoute'],
    article: '18.3',
    primary: true,
    internal: true,
    tells: ['routeAnswered'],
    words: (at) => `${at.actor.name} 同意变更路线${ownWords(at, 'route')}`,
    does: ({ visit, input, actor, now }) => {
      visit.route!.decision = decided(actor, now, true, input.note)
      visit.trip!.legs = visit.route!.legs
      visit.trip!.version += 1
    },
  },
  refuseRoute: {
    label: '不同意变更路线',
    answersTo: ({ visit: { route } }) => route && { ...route, decision: null },
    archive: 'visit',
    from: ['preparing', 'traveling'],
    by: ['manager'],
    when: ['routeOpen'],
    article: '18.3',
    internal: true,
    tells: ['routeAnswered'],
    words: ({ input }) => `不同意变更路线:${input.note}`,
    does: ({ visit, input, actor, now }) => {
      visit.route!.decision = decided(actor, now, false, input.note)
    },
  },
} as const satisfies VisitMoves<typeof inputs>

/** What is dear waits for the general manager, another route for the manager. */
export function asks(ticket: Ticket, settings: Settings): Ask[] {
  const visit = runningVisit(ticket)
  if (!visit) return []
  const { state, trip, route } = visit
  const found: Ask[] = []
  if (state === 'trip_pending' && trip && trip.total >= settings.bigTripYuan)
    found.push(asked('bigTrip', 'generalManager', dueIn(settings, 'decisionMinutes', trip.at).at))
  if (route && !route.decision && (state === 'preparing' || state === 'traveling'))
    found.push(asked('route', 'manager', dueIn(settings, 'decisionMinutes', route.at).at))
  return found
}
