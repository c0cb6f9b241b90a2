// 评价与关闭: one survey after each visit; the ticket closes after it and the follow-up (第八条).
import * as v from 'valibot'
import { nameOf } from '../parts'
import { choice, flag, text, words } from '../schema'
import { isLow, starWords, surveyReasons } from '../survey'
import type { Checks, Moves, Tellings } from '../table'
import type { TicketState } from '../ticket'
import { jobPage, role } from '../telling'
import type { VisitState } from '../visit-parts'
import { dueAfterWorkdays } from '../working-time'

export const inputs = {
  rate: v.strictObject({
    stars: v.pipe(
      v.number('请先选星级'),
      v.integer(),
      v.minValue(1, '请先选星级'),
      v.maxValue(5),
      v.title('星级'),
    ),
    reasons: v.pipe(v.array(choice('原因', surveyReasons)), v.maxLength(8), v.title('原因')),
    nps: v.pipe(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
      v.title('推荐意愿'),
    ),
    note: text('还想说点什么', 300),
    callBack: flag('请负责人给我回电'),
  }),
  close: v.strictObject({ note: words('回访情况', 300) }),
} as const

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
    wayOut: '电话请用户评价,或等满 3 个工作日',
    holds: (at) =>
      at.ticket.visits.every(
        (visit) => visit.state !== 'left' || at.now > dueAfterWorkdays(visit.leftAt!, 3).at,
      ),
    words: () => '还不能关闭:用户还没有评价',
  },
  waitsForRating: {
    holds: (at) =>
      at.ticket.state === 'left' &&
      at.ticket.visits.every((visit) => visit.state === 'rated' || visit.state === 'withdrawn'),
    words: () => '',
  },
} satisfies Checks

export const tells = {
  rated: (at) => {
    const survey = at.visit!.survey!
    const { companyName } = at.ticket
    return isLow(survey.stars!) || survey.callBack
      ? role('manager', '低分待回电', `${companyName} 评 ${survey.stars} 星,今天回电`, jobPage(at.ticket))
      : role('coordinator', '已评价', `${companyName} 评 ${survey.stars} 星`, jobPage(at.ticket))
  },
} satisfies Tellings

export const visitMoves = {
  rate: {
    label: '评价',
    from: ['left'],
    to: 'rated',
    by: ['owner', 'colleague'],
    article: '8',
    primary: true,
    tells: ['rated'],
    lifts: [{ when: 'waitsForRating', to: 'followup' }],
    words: ({ input }) => `已评价:${input.stars} 星 ${starWords[input.stars - 1]}`,
    does: ({ visit, input, actor, now }) => {
      Object.assign(visit!.survey!, input, { at: now, by: nameOf(actor) })
    },
  },
} satisfies Moves<VisitState>

export const ticketMoves = {
  close: {
    label: '回访并关闭',
    from: ['left', 'followup'],
    to: 'closed',
    by: ['coordinator', 'manager'],
    needs: ['faultClassified', 'surveyed'],
    article: '8',
    primary: true,
    words: () => '回访完成,工单关闭',
    does: ({ ticket, now }) => {
      ticket.closedAt = now
    },
  },
} satisfies Moves<TicketState>
