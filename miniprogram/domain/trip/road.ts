// Prepared, on the way, there (第十八条第3、4项): departure is locked until all of it is true.
import * as v from 'valibot'
import type { PrepItem } from '../company/checklists'
import { dayTime, shortTime } from '../calendar/format'
import { at, flag, id, must, text } from '../form/schema'
import { inputOf, type VisitChecks, type VisitTellings, type VisitMoves } from '../ticket/table'
import { jobPage, owner, role } from '../ticket/telling'
import { visitOf } from '../ticket/ticket'
import { HOUR } from '../calendar/units'

export const inputs = {
  prepare: v.strictObject({
    done: v.pipe(v.array(id), v.maxLength(40), v.title('已备齐')),
    missing: v.pipe(
      v.array(v.strictObject({ id, why: text('缺什么', 60) })),
      v.maxLength(40),
      v.title('缺的项目'),
    ),
  }),
  depart: v.strictObject({ eta: at('预计到达', 'eta') }),
  newEta: v.strictObject({ eta: at('预计到达', 'eta'), reason: text('晚到原因', 60) }),
  arrive: v.strictObject({
    workwear: must('已着工装', '请着工装后再确认到达'),
    metOwner: must('已与业主联系人见面', '请先与业主联系人见面'),
    siteReady: flag('现场条件与确认一致'),
    lateReason: text('迟到原因', 100),
  }),
} as const

export const visitChecks = {
  prepared: {
    article: '18.4',
    wayOut: '打开准备清单逐项备齐;缺的项目一键求助内勤',
    holds: (at) => at.visit.prep.every((item) => item.done),
    words: (at) =>
      `还不能出发:资料、备件、工器具还差 ${at.visit.prep.filter((item) => !item.done).length} 项`,
  },
  etaAhead: {
    onInput: true,
    field: 'eta',
    article: '18.3',
    holds: (at) => inputOf(at, inputs.depart).eta >= at.now - HOUR,
    words: () => '预计到达应在现在之后',
  },
  lateWithReason: {
    onInput: true,
    field: 'lateReason',
    article: '18.3',
    holds: (at) => at.now <= at.visit.arriveBy || inputOf(at, inputs.arrive).lateReason !== '',
    words: (at) => `已晚于约定的 ${dayTime(at.visit.arriveBy)},请填写迟到原因`,
  },
} satisfies VisitChecks

export const visitTells = {
  departed: (at) =>
    owner(at, 'T2', '工程师已出发', `${at.actor.name}已出发,预计${shortTime(at.visit.eta!, at.now)}到`, {
      urgent: true,
    }),
  etaChanged: (at) =>
    owner(
      at,
      'T2',
      '到达时间有变',
      `改为${shortTime(at.visit.eta!, at.now)}到${at.visit.lateReason ? `:${at.visit.lateReason}` : ''}`,
      {
        urgent: true,
      },
    ),
  arrived: (at) => owner(at, 'T2', '工程师已到达', `${at.actor.name}已到达现场`, { urgent: true }),
  prepMissing: (at) => {
    const known = visitOf(at.before, at.visit.id)!.prep
    const isNews = ({ id, missing }: PrepItem) =>
      missing !== '' && known.find((item) => item.id === id)?.missing !== missing
    const missing = at.visit.prep.filter(isNews)
    if (missing.length === 0) return []
    const words = missing.map((item) => `${item.label}:${item.missing}`).join(';')
    return role('coordinator', '准备缺项', `${at.actor.name} ${words}`, jobPage(at.ticket))
  },
  siteNotAsPromised: (at) =>
    at.visit.conduct!.siteReady
      ? []
      : role(
          'manager',
          '现场与确认不一致',
          `${at.ticket.companyName} ${at.actor.name} 已到场`,
          jobPage(at.ticket),
        ),
} satisfies VisitTellings

const before = ['planning', 'trip_pending', 'preparing'] as const

export const visitMoves = {
  // before prepare: who may depart is offered that, who may not is offered what is missing
  depart: {
    label: '出发',
    archive: 'visit',
    from: before,
    to: 'traveling',
    by: ['crew'],
    needs: [
      'siteConfirmed',
      'quoteAccepted',
      'tripApproved',
      'routeAgreed',
      'helpersReady',
      'prepared',
      'etaAhead',
    ],
    article: '18.3',
    primary: true,
    tells: ['departed'],
    words: ({ input, actor }) => `${actor.name} 已出发,预计 ${dayTime(input.eta)} 到达`,
    does: ({ visit, input, now }) => Object.assign(visit, { departedAt: now, eta: input.eta }),
  },
  prepare: {
    label: '准备清单',
    archive: 'visit',
    from: before,
    by: ['crew'],
    article: '18.4',
    primary: ['preparing'],
    internal: true,
    tells: ['prepMissing'],
    words: ({ visit }) => {
      const done = visit.prep.filter((item) => item.done).length
      return done === visit.prep.length ? '出差准备完成' : `出差准备 ${done}/${visit.prep.length} 项`
    },
    does: ({ visit, input, now }) => {
      for (const item of visit.prep) {
        item.done = input.done.includes(item.id)
        item.missing = item.done ? '' : (input.missing.find((one) => one.id === item.id)?.why ?? '')
      }
      visit.preparedAt = visit.prep.every((item) => item.done) ? now : null
    },
  },
  newEta: {
    label: '更新到达时间',
    archive: 'visit',
    from: ['traveling'],
    by: ['crew'],
    needs: ['etaAhead'],
    article: '18.3',
    tells: ['etaChanged'],
    words: ({ input }) => `预计到达改为 ${dayTime(input.eta)}${input.reason ? `:${input.reason}` : ''}`,
    does: ({ visit, input }) => Object.assign(visit, { eta: input.eta, lateReason: input.reason }),
  },
  arrive: {
    label: '我已到达',
    archive: 'visit',
    from: ['traveling'],
    to: 'onsite',
    by: ['crew'],
    needs: ['lateWithReason'],
    article: '19.2',
    primary: true,
    tells: ['arrived', 'siteNotAsPromised', 'routeUnanswered'],
    words: ({ actor, input }) =>
      `${actor.name} 已到达现场${input.lateReason ? `(晚到:${input.lateReason})` : ''}${input.siteReady ? '' : ';现场条件与确认不一致'}`,
    does: ({ visit, input, now }) => {
      const { lateReason, ...conduct } = input
      Object.assign(visit, { arrivedAt: now, lateReason, conduct })
      // he is there: the change went without consent, which is told and counted
      if (visit.route && !visit.route.decision) visit.route.unanswered = true
    },
  },
} as const satisfies VisitMoves<typeof inputs>
