// 评价: one survey after each visit, answered by the customer's people only; a low score is called back (第八条).
import * as v from 'valibot'
import { dayTime } from '../calendar/format'
import { decided, nameOf } from '../ticket/parts'
import { choice, flag, media, text, words } from '../form/schema'
import { openServed } from '../repair/states'
import {
  answer,
  callBackBy,
  callResults,
  callTimes,
  changeableUntil,
  isLow,
  phoneAt,
  rateByPhone,
  reasonsFor,
  remindAt,
  surveyReasons,
  waitsForCallBack,
} from './survey'
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
import { jobPage, owner, person, role } from '../ticket/telling'
import { ask, type Ask } from '../ticket/asks'
import type { Alarm } from '../escalation/alarms'
import type { Ticket } from '../ticket/ticket'
import { dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'

const rating = v.strictObject({
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
  callTime: v.optional(choice('方便的时间', callTimes), 'any'),
  media: v.optional(media, []),
})
const nothing = v.strictObject({})

export const inputs = {
  rate: rating,
  changeRating: rating,
  callBack: v.strictObject({ said: words('客户怎么说', 300), agreed: words('怎么约定', 300) }),
  callForRating: v.strictObject({ result: choice('结果', callResults), note: text('说明', 200) }),
  surveyUnsent: nothing,
  remindSurvey: nothing,
  surveyLate: nothing,
} as const

const due = (at: Draft, when: typeof remindAt) =>
  at.ticket.visits.filter(({ survey, state }) => {
    const time = state === 'left' && survey ? when(survey, at.facts.settings) : null
    return time !== null && time <= at.now
  })

export const checks = {
  reasonsFit: {
    onInput: true,
    field: 'reasons',
    article: '8',
    holds: (at) =>
      inputOf(at, inputs.rate).reasons.every((one) => one in reasonsFor(inputOf(at, inputs.rate).stars)),
    words: () => '请选这个星级下的原因',
  },
  waitsForRating: {
    holds: (at) =>
      at.ticket.state === 'left' &&
      at.ticket.visits.every((visit) => visit.state === 'rated' || visit.state === 'withdrawn'),
    words: () => '',
  },
  ownAnswer: {
    holds: (at) => at.visit?.survey?.by?.pid === at.actor.pid,
    words: () => '只有评价的人可以修改',
  },
  callBackWanted: {
    holds: (at) => at.visit?.survey != null && waitsForCallBack(at.visit.survey, at.facts.settings),
    words: () => '',
  },
  onCallList: { holds: (at) => at.visit?.survey != null && rateByPhone(at.visit.survey), words: () => '' },
  notOnCallList: { holds: (at) => at.visit?.survey?.phone === null, words: () => '' },
  reminderDue: { holds: (at) => due(at, remindAt).length > 0, words: () => '' },
  phoneDue: { holds: (at) => due(at, phoneAt).length > 0, words: () => '' },
} satisfies Checks

export const visitChecks = {
  stillChangeable: {
    holds: (at) => at.now <= (changeableUntil(at.visit.survey!, at.facts.settings) ?? 0),
    words: ({ facts }) => `评价已过 ${said(facts.settings, 'surveyChangeMinutes')},不能再改`,
  },
} satisfies VisitChecks

const ratePage = (at: Draft, visit: string): string => `/customer/rate/index?id=${at.ticket._id}&v=${visit}`

export const tells = {
  // at most one, and only where WeChat will bring it: an inbox that nobody opens needs no second line
  surveyReminder: (at) =>
    at.ticket.visits
      .filter(({ survey }) => survey?.remindedAt === at.now)
      .map(({ id }) =>
        owner(at, 'T4', '还没有收到您的评价', '请评价上次上门,约15秒', {
          page: ratePage(at, id),
          ifCredit: true,
        }),
      ),
  rateByPhone: (at) =>
    role(
      'coordinator',
      '评价未送达',
      `${at.ticket.companyName} 微信收不到,请电话请其评价`,
      jobPage(at.ticket),
    ),
} satisfies Tellings

export const visitTells = {
  surveyAsked: (at) =>
    owner(at, 'T4', '请评价本次上门', '请评价本次上门,约15秒', {
      page: ratePage(at, at.visit.id),
      survey: at.visit.id,
    }),
  rated: (at) => {
    const survey = at.visit.survey!
    const { companyName } = at.ticket
    const { settings } = at.facts
    const by = dayTime(callBackBy(at.now, settings))
    return isLow(survey.stars!, settings) || survey.callBack
      ? role('manager', '低分待回电', `${companyName} 评 ${survey.stars} 星,${by} 前回电`, jobPage(at.ticket))
      : role('coordinator', '已评价', `${companyName} 评 ${survey.stars} 星`, jobPage(at.ticket))
  },
  calledBack: (at) =>
    at.visit.crew.map(({ pid }) =>
      person(at.ticket, pid, '用户评价', `${at.actor.name} 已回电,评价和约定可以看了`),
    ),
} satisfies VisitTellings

const customers = ['owner', 'colleague'] as const

/** The words of an answer stay out of the history's line, which everybody on the ticket reads: 第八条, and the call first. */
export const visitMoves = {
  rate: {
    label: '评价',
    answersTo: ({ visit: { id, report, corrections } }) => [id, report, corrections],
    archive: 'survey',
    recorded: { never: '评价只能由用户自己给(第八条);没有评价也能回访和关闭' },
    from: ['left'],
    to: 'rated',
    by: customers,
    needs: ['reasonsFit'],
    article: '8',
    primary: true,
    tells: ['rated'],
    lifts: [{ when: 'waitsForRating', to: 'followup' }],
    words: () => '已评价',
    does: ({ visit, input, actor, now, facts }) =>
      answer(
        visit.survey!,
        { ...input, callTime: input.callTime ?? 'any' },
        nameOf(actor),
        now,
        facts.settings,
      ),
  },
  changeRating: {
    label: '修改评价',
    answersTo: ({ visit: { id, report, corrections } }) => [id, report, corrections],
    archive: 'survey',
    recorded: { never: '评价只能由用户自己改' },
    from: ['rated'],
    by: customers,
    when: ['ownAnswer', 'stillChangeable'],
    needs: ['reasonsFit'],
    article: '8',
    tells: ['rated'],
    words: () => '修改了评价',
    does: ({ visit, input, actor, now, facts }) =>
      answer(
        visit.survey!,
        { ...input, callTime: input.callTime ?? 'any' },
        nameOf(actor),
        now,
        facts.settings,
      ),
  },
  callBack: {
    label: '回电',
    archive: 'survey',
    from: ['rated'],
    by: ['manager'],
    when: ['callBackWanted'],
    article: '8',
    primary: true,
    internal: true,
    tells: ['calledBack'],
    words: ({ input, actor }) => `${actor.name} 已回电:${input.said};约定:${input.agreed}`,
    holds: ['score'],
    does: ({ visit, input, actor, now }) => {
      visit.survey!.called = { by: nameOf(actor), at: now, said: input.said, agreed: input.agreed }
    },
  },
  callForRating: {
    label: '电话请其评价',
    archive: 'survey',
    from: ['left'],
    by: ['coordinator', 'manager'],
    when: ['onCallList'],
    article: '8',
    internal: true,
    words: ({ input, actor }) =>
      `${actor.name} 电话请其评价:${callResults[input.result]}${input.note ? `,${input.note}` : ''}`,
    does: ({ visit, input, actor, now }) => {
      const { result, note } = input
      visit.survey!.phone!.asked = { ...decided(actor, now, result === 'will', note), result }
    },
  },
  surveyUnsent: {
    label: '评价未送达',
    archive: 'survey',
    from: ['left'],
    by: ['timer'],
    when: ['notOnCallList'],
    article: '8',
    internal: true,
    tells: ['rateByPhone'],
    words: () => '评价没有送达用户微信,请内勤电话请其评价',
    does: ({ visit, now }) => {
      visit.survey!.phone = { at: now, why: 'unsent', asked: null }
    },
  },
} as const satisfies VisitMoves<typeof inputs>

export const servedMoves = {
  remindSurvey: {
    label: '评价提醒',
    archive: 'survey',
    from: openServed,
    by: ['timer'],
    when: ['reminderDue'],
    article: '8',
    internal: true,
    tells: ['surveyReminder'],
    words: () => '还没有评价,提醒一次(用户有提醒额度时)',
    does: (at) => {
      for (const { survey } of due(at, remindAt)) survey!.remindedAt = at.now
    },
  },
  surveyLate: {
    label: '评价转电话',
    archive: 'survey',
    from: openServed,
    by: ['timer'],
    when: ['phoneDue'],
    article: '8',
    internal: true,
    words: ({ facts }) => `${said(facts.settings, 'surveyCallDays')}没有评价,请内勤电话请其评价`,
    does: (at) => {
      for (const { survey } of due(at, phoneAt)) survey!.phone = { at: at.now, why: 'late', asked: null }
    },
  },
} as const satisfies Moves<typeof inputs>

/** A low score waits for the manager's call, what reached nobody for the office's. */
export const asks = ({ visits }: Ticket, settings: Settings): Ask[] =>
  visits.flatMap(({ survey }) => {
    if (!survey) return []
    return [
      ...(waitsForCallBack(survey, settings)
        ? [ask('callBack', 'manager', callBackBy(survey.at!, settings))]
        : []),
      ...(rateByPhone(survey)
        ? [ask('ratePhone', 'coordinator', dueIn(settings, 'surveyPhoneDays', survey.phone!.at).at)]
        : []),
    ]
  })

/** One reminder, then the call list; never after an answer. */
export const alarms = ({ visits, category }: Ticket, settings: Settings): Alarm[] =>
  category === 'closed'
    ? []
    : visits.flatMap(({ survey, state }) => {
        if (!survey || state !== 'left') return []
        const [remind, phone] = [remindAt(survey, settings), phoneAt(survey, settings)]
        return [
          ...(remind === null ? [] : [{ move: 'remindSurvey', at: remind }]),
          ...(phone === null ? [] : [{ move: 'surveyLate', at: phone }]),
        ]
      })
