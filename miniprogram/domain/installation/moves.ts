// 安装调试: plan, milestones, day reports; progress, quality, cost and the causes of delay are kept (第二、三、十三条).
import * as v from 'valibot'
import { isoDay } from '../calendar/format'
import { milestones, nextStep, type MilestoneKey } from './parts'
import { nameOf } from '../ticket/parts'
import { choice, date, keysOf, media, money, text, words } from '../form/schema'
import {
  inputOf,
  type Checks,
  type Draft,
  type Moves,
  type Tellings,
  type VisitMoves,
  type VisitChecks,
  type VisitTellings,
} from '../ticket/table'
import { owner, role, jobPage } from '../ticket/telling'
import type { Settings } from '../company/settings'
import type { Alarm } from '../escalation/alarms'
import { startOf, startOfDay } from '../calendar/days'
import { DAY, MINUTE } from '../calendar/units'
import { workdayFrom } from '../calendar/working-time'
import { runningVisit, type Ticket } from '../ticket/ticket'
import { isDone, type Visit } from '../visit/parts'

export const qualities = { pass: '合格', fail: '不合格,已整改' } as const

const planned = v.strictObject({
  key: v.picklist(keysOf<MilestoneKey>(milestones)),
  planned: date('计划日期', 'plan'),
})

export const inputs = {
  setPlan: v.strictObject({
    steps: v.pipe(v.array(planned), v.length(6, '六个节点都要有计划日期'), v.title('进度计划')),
    reason: text('调整原因', 200),
  }),
  milestone: v.strictObject({
    key: choice('节点', milestones),
    quality: choice('质量检查', qualities),
    cost: money('本节点费用'),
    delayCause: text('晚于计划的原因', 200),
    note: text('说明', 200),
    media,
  }),
  dayReport: v.strictObject({
    done: words('今天完成', 300),
    tomorrow: words('明天安排', 300),
    blockers: text('需要协调的问题', 300),
    media,
  }),
} as const

/** A date that was told to the customer is another one now. */
const isChanged = (at: Draft): boolean =>
  inputOf(at, inputs.setPlan).steps.some(({ key, planned }) => {
    const before = at.ticket.plan!.steps.find((step) => step.key === key)?.planned
    return before !== null && before !== planned
  })

export const checks = {
  installing: { holds: (at) => at.ticket.plan !== null, words: () => '' },
  planInOrder: {
    onInput: true,
    field: 'steps',
    article: '13',
    holds: (at) => {
      const { steps } = inputOf(at, inputs.setPlan)
      const order = at.ticket.plan!.steps.map((step) => step.key)
      return steps.every(
        ({ key, planned }, i) => key === order[i] && (i === 0 || planned >= steps[i - 1]!.planned),
      )
    },
    words: () => '节点的计划日期应先后相接',
  },
  changedWithReason: {
    onInput: true,
    field: 'reason',
    article: '13',
    holds: (at) => inputOf(at, inputs.setPlan).reason !== '' || !isChanged(at),
    words: () => '计划已经告诉客户,请写明调整原因',
  },
  stepLeft: { holds: (at) => nextStep(at.ticket.plan!) !== null, words: () => '' },
  nextMilestone: {
    onInput: true,
    field: 'key',
    article: '13',
    holds: (at) => nextStep(at.ticket.plan!)?.key === inputOf(at, inputs.milestone).key,
    words: (at) => `请先完成 ${nextStep(at.ticket.plan!)?.label ?? '前面的节点'}`,
  },
  planMade: {
    article: '13',
    wayOut: '请负责人或内勤先排出进度计划',
    holds: (at) => at.ticket.plan!.steps.every((step) => step.planned !== null),
    words: () => '还没有进度计划',
  },
  lateWithCause: {
    onInput: true,
    field: 'delayCause',
    article: '13',
    holds: (at) => {
      const step = at.ticket.plan!.steps.find((one) => one.key === inputOf(at, inputs.milestone).key)
      return (
        !step?.planned || isoDay(at.now) <= step.planned || inputOf(at, inputs.milestone).delayCause !== ''
      )
    },
    words: () => '晚于计划,请填写原因',
  },
  moreToInstall: { holds: (at) => at.ticket.plan !== null, words: () => '' },
} satisfies Checks

export const visitChecks = {
  oncePerDay: {
    article: '13',
    wayOut: '明天再发',
    holds: (at) => at.visit.days.every((day) => day.day !== isoDay(at.now)),
    words: () => '今天的日报已经发过',
  },
  installationOver: {
    holds: (at) => at.ticket.plan !== null && nextStep(at.ticket.plan) === null && isDone(at.visit),
    words: () => '',
  },
} satisfies VisitChecks

export const tells = {
  planTold: (at) => owner(at, 'T1', '安装进度计划', '进度计划已排出,请查看'),
  milestoneTold: (at) =>
    owner(at, 'T1', '安装进度', `${milestones[inputOf(at, inputs.milestone).key]}已完成`),
} satisfies Tellings

export const visitTells = {
  dayTold: (at) => owner(at, 'T1', '今日安装日报', at.visit.days[at.visit.days.length - 1]!.done),
  blockersTold: (at) => {
    const { blockers } = at.visit.days[at.visit.days.length - 1]!
    return blockers === ''
      ? []
      : role('manager', '安装需协调', `${at.ticket.companyName}:${blockers}`, jobPage(at.ticket))
  },
} satisfies VisitTellings

export const installationMoves = {
  setPlan: {
    label: '排进度计划',
    archive: 'day',
    from: ['site_ready', 'verified', 'waiting_part', 'visiting'],
    by: ['coordinator', 'manager'],
    when: ['installing'],
    needs: ['planInOrder', 'changedWithReason'],
    article: '13',
    tells: ['planTold'],
    words: ({ input }) =>
      `进度计划:验收 ${input.steps[input.steps.length - 1]!.planned}${input.reason ? `(${input.reason})` : ''}`,
    does: ({ ticket, input }) => {
      for (const step of ticket.plan!.steps)
        step.planned = input.steps.find((one) => one.key === step.key)?.planned ?? step.planned
    },
  },
} as const satisfies Moves<typeof inputs>

export const visitMoves = {
  milestone: {
    label: '完成节点',
    archive: 'day',
    from: ['onsite', 'wait_delay'],
    by: ['crew'],
    when: ['installing', 'stepLeft'],
    needs: ['planMade', 'nextMilestone', 'lateWithCause'],
    article: '13',
    tells: ['milestoneTold'],
    words: ({ input }) =>
      `${milestones[input.key]}完成,${qualities[input.quality]}${input.delayCause ? `;晚于计划:${input.delayCause}` : ''}`,
    does: ({ ticket, input, actor, now }) => {
      const step = ticket.plan!.steps.find((one) => one.key === input.key)!
      const { quality, cost, delayCause } = input
      Object.assign(step, { actual: isoDay(now), quality, cost, delayCause, by: nameOf(actor) })
    },
  },
  dayReport: {
    label: '发日报',
    archive: 'day',
    from: ['onsite', 'wait_delay', 'wait_sign'],
    by: ['crew'],
    when: ['installing'],
    needs: ['oncePerDay'],
    article: '13',
    tells: ['dayTold', 'blockersTold'],
    words: ({ input }) => `日报:${input.done};明天:${input.tomorrow}`,
    does: ({ visit, input, actor, now }) => {
      const { done, tomorrow, blockers } = input
      visit.days.push({ day: isoDay(now), done, tomorrow, blockers, at: now, by: nameOf(actor) })
    },
  },
} as const satisfies VisitMoves<typeof inputs>

/** Only while an installation is on site, on working days, once a day. */
export function alarms(ticket: Ticket, { dayReportAt }: Settings): Alarm[] {
  const visit = runningVisit(ticket)
  if (!ticket.plan || !visit?.arrivedAt || visit.leftAt) return []
  const last = Math.max(visit.arrivedAt, lastDay(visit, visit.arrivedAt) + DAY)
  return [{ move: 'dayReportLate', at: workdayFrom(last) + dayReportAt * MINUTE }]
}

const lastDay = (visit: Visit, arrivedAt: number): number => {
  const days = [...visit.days.map((one) => one.day), visit.missedDay].filter(Boolean).sort()
  const last = days[days.length - 1]
  return last ? startOf(last) : startOfDay(arrivedAt) - DAY
}

/** Whether a day report is missing today. */
export const reportMissing = (visit: Visit, now: number): boolean =>
  visit.missedDay === isoDay(now) && visit.days.every((one) => one.day !== isoDay(now))
