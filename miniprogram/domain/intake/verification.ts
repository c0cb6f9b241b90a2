// 核实: in time the office finds out what is wanted, and whether it is free (第十八条第1项, 第四条).
import * as v from 'valibot'
import { yuan } from '../calendar/format'
import { specials } from '../company/kinds'
import { decided, nameOf, total } from '../ticket/parts'
import { servedStates } from '../repair/states'
import { pause, resume } from '../ticket/pausing'
import { choice, flag, media, money, text, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import {
  approvePage,
  boardPage,
  confirmPage,
  jobPage,
  owner,
  payers,
  role,
  verifyPage,
} from '../ticket/telling'
import type { Ticket } from '../ticket/ticket'

export const ways = { phone: '电话', picture: '图片', network: '网络' } as const

export const inputs = {
  verify: v.strictObject({
    charge: v.pipe(v.picklist(['free', 'paid'], '请选择收费方式'), v.title('收费方式')),
    chargeReason: words('收费依据', 60),
    note: words('核实情况', 300),
    how: choice('核实方式', ways),
    /** Whole yuan that a paid job is expected to cost; null when free. */
    estimate: v.pipe(v.nullable(money('预计费用')), v.title('预计费用')),
    special: v.pipe(
      v.picklist(['', ...(Object.keys(specials) as (keyof typeof specials)[])]),
      v.title('特殊情况'),
    ),
    siteByPhone: flag('现场条件已电话确认'),
  }),
  askInfo: v.strictObject({ asked: words('请客户补充什么', 200) }),
  supplement: v.strictObject({ text: words('补充说明', 500), media }),
  decline: v.strictObject({ reason: words('不予受理的原因', 200) }),
  toRemote: v.strictObject({ note: words('远程指导内容', 300) }),
  remoteSolved: v.strictObject({ note: words('处理结果', 300) }),
  remoteFailed: v.strictObject({ note: words('需要上门的原因', 300) }),
  consent: v.strictObject({ note: text('意见', 200) }),
  refuseConsent: v.strictObject({ note: words('不同意的原因', 200) }),
} as const

export const checks = {
  estimateWhenPaid: {
    onInput: true,
    field: 'estimate',
    article: '4',
    holds: (at) =>
      inputOf(at, inputs.verify).charge === 'free' || (inputOf(at, inputs.verify).estimate ?? 0) > 0,
    words: () => '收费维修请填写预计费用,由客户确认',
  },
  specialCase: {
    onInput: true,
    holds: (at) => at.ticket.special !== '' && !at.ticket.consent,
    words: () => '',
  },
  sitePhoned: { onInput: true, holds: (at) => at.ticket.site.confirmed !== null, words: () => '' },
  notVerified: { holds: (at) => at.ticket.verification === null, words: () => '' },
} satisfies Checks

/**
 * Why a ticket was not taken, as the customer is told: the office's own words to him; of the general manager's no
 * that there was one, since his reason is for ourselves ('' for a ticket that was taken).
 */
export const declinedWords = ({ declined, consent }: Pick<Ticket, 'declined' | 'consent'>): string =>
  consent?.ok === false ? '经审批暂不受理,有疑问请打服务电话' : declined

export const tells = {
  // a special case waits for the general manager: nobody is sent yet
  verified: (at) =>
    owner(
      at,
      'T1',
      '已核实',
      `已核实,${at.ticket.state === 'gm_review' ? servedStates.gm_review.customer : '正在安排工程师'}`,
    ),
  siteWanted: (at) =>
    at.ticket.state === 'site_ready'
      ? owner(at, 'T3', servedStates.site_ready.customer, '确认后才会派工程师出发', {
          page: `/customer/ready/index?id=${at.ticket._id}`,
        })
      : [],
  quoteWanted: (at) =>
    at.ticket.quote && !at.ticket.quote.answer
      ? payers(
          at,
          '请确认费用',
          `预计费用 ${yuan(at.ticket.quote.total)},请确认`,
          confirmPage(at.ticket, 'quote'),
        )
      : [],
  toDispatch: (at) =>
    at.ticket.state === 'verified'
      ? role(
          'manager',
          servedStates.verified.staff,
          `${at.ticket.companyName} ${at.ticket.equipment.model} ${servedStates.verified.staff}`,
          boardPage(at.ticket),
        )
      : [],
  consentWanted: (at) =>
    at.ticket.state === 'gm_review'
      ? role(
          'generalManager',
          '特殊情况待同意',
          `${at.ticket.companyName} ${at.ticket.subject}`,
          approvePage(at.ticket),
        )
      : [],
  infoWanted: (at) => owner(at, 'T1', servedStates.need_info.customer, `请补充${at.ticket.asked}`),
  supplemented: (at) =>
    role('coordinator', '客户已补充', `${at.ticket.no} 已补充,请继续核实`, verifyPage(at.ticket)),
  declined: (at) => owner(at, 'T1', '未受理', declinedWords(at.ticket)),
  remoteBegun: (at) => owner(at, 'T1', '远程指导', '技术人员将电话远程指导'),
  consented: (at) =>
    role('coordinator', '特殊情况已同意', `${at.ticket.no} 总经理已同意,请继续`, verifyPage(at.ticket)),
  // who asked is told why; the customer is not
  unconsented: (at) =>
    role(
      'coordinator',
      '特殊情况未同意',
      `${at.ticket.no} 总经理不同意:${inputOf(at, inputs.refuseConsent).note}`,
      jobPage(at.ticket),
    ),
} satisfies Tellings

const office = ['coordinator', 'manager'] as const

/** The special case that is decided on: what is wanted, of whom, and what has been found out so far. */
const wantedOfUs = ({ ticket }: Pick<Draft, 'ticket'>) => [
  ...[ticket.no, ticket.companyId, ticket.equipment.serial, ticket.description],
  ...[ticket.special, ticket.verification],
]

export const servedMoves = {
  verify: {
    label: '核实通过',
    archive: 'handling',
    from: ['submitted'],
    to: 'site_ready',
    by: office,
    needs: ['estimateWhenPaid'],
    article: '18.1',
    primary: true,
    lifts: [
      { when: 'specialCase', to: 'gm_review' },
      { when: 'sitePhoned', to: 'verified' },
    ],
    tells: ['verified', 'siteWanted', 'quoteWanted', 'toDispatch', 'consentWanted'],
    words: ({ input }) => `已核实,${input.charge === 'free' ? '免费' : '收费'}(${input.chargeReason})`,
    does: ({ ticket, input, actor, now }) => {
      const { charge, chargeReason, note, how, estimate, special, siteByPhone } = input
      const by = nameOf(actor)
      ticket.verification = { by, at: now, charge, reason: chargeReason, note, how }
      if (special !== '') ticket.special = specials[special]
      if (charge === 'paid' && estimate !== null) {
        const lines = [{ name: '预计费用', amount: estimate }]
        ticket.quote = {
          lines,
          total: total(lines),
          note: chargeReason,
          by,
          at: now,
          answer: null,
          agreed: null,
        }
      }
      if (siteByPhone) ticket.site.confirmed = { by, at: now, how: 'phone' }
      else if (!ticket.site.confirmed) pause(ticket, '等现场条件', now, actor.name)
    },
  },
  askInfo: {
    label: '请客户补充',
    archive: 'handling',
    from: ['submitted'],
    to: 'need_info',
    by: office,
    article: '18.1',
    tells: ['infoWanted'],
    words: ({ input }) => `请客户补充:${input.asked}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.asked = input.asked
      pause(ticket, servedStates.need_info.staff, now, actor.name)
    },
  },
  supplement: {
    label: '补充信息',
    archive: 'request',
    recorded: true,
    from: ['need_info'],
    to: 'submitted',
    by: ['owner', 'colleague'],
    primary: true,
    tells: ['supplemented'],
    words: ({ input }) => `已补充:${input.text}`,
    does: ({ ticket, now, facts }) => resume(ticket, now, facts.settings),
  },
  decline: {
    label: '不予受理',
    archive: 'handling',
    from: ['submitted', 'need_info'],
    to: 'declined',
    by: office,
    article: '18.1',
    tells: ['declined'],
    words: ({ input }) => `未受理:${input.reason}`,
    does: ({ ticket, input, now, facts }) => {
      resume(ticket, now, facts.settings)
      ticket.declined = input.reason
      ticket.closedAt = now
    },
  },
  toRemote: {
    label: '转远程指导',
    archive: 'handling',
    from: ['submitted', 'verified'],
    to: 'remote',
    by: office,
    article: '8',
    tells: ['remoteBegun'],
    words: ({ input }) => `转远程指导:${input.note}`,
    customerWords: () => '已转远程指导,技术人员将电话联系您',
  },
  remoteSolved: {
    label: '远程已解决',
    archive: 'handling',
    from: ['remote'],
    to: 'followup',
    by: [...office, 'technical'],
    article: '8',
    primary: true,
    tells: [],
    words: ({ input }) => `远程指导已解决:${input.note}`,
    customerWords: () => '远程指导已解决',
  },
  remoteFailed: {
    label: '转上门',
    archive: 'handling',
    from: ['remote'],
    to: 'site_ready',
    by: [...office, 'technical'],
    article: '18.1',
    lifts: [
      { when: 'notVerified', to: 'submitted' },
      { when: 'sitePhoned', to: 'verified' },
    ],
    words: ({ input }) => `远程未解决,转上门:${input.note}`,
    customerWords: () => '远程未解决,安排上门',
  },
  consent: {
    label: '同意',
    answersTo: wantedOfUs,
    archive: 'handling',
    from: ['gm_review'],
    to: 'site_ready',
    by: ['generalManager'],
    article: '18.1',
    primary: true,
    lifts: [
      { when: 'notVerified', to: 'submitted' },
      { when: 'sitePhoned', to: 'verified' },
    ],
    tells: ['consented', 'siteWanted', 'toDispatch'],
    words: ({ ticket }) => `总经理同意受理特殊情况(${ticket.special})`,
    customerWords: () => '总经理已同意受理',
    does: ({ ticket, input, actor, now }) => {
      ticket.consent = decided(actor, now, true, input.note)
    },
  },
  refuseConsent: {
    label: '不同意',
    answersTo: wantedOfUs,
    archive: 'handling',
    from: ['gm_review'],
    to: 'declined',
    by: ['generalManager'],
    article: '18.1',
    tells: ['declined', 'unconsented'],
    words: ({ input }) => `总经理不同意:${input.note}`,
    customerWords: ({ ticket }) => `未受理:${declinedWords(ticket)}`,
    does: ({ ticket, input, actor, now, facts }) => {
      resume(ticket, now, facts.settings)
      ticket.consent = decided(actor, now, false, input.note)
      ticket.closedAt = now
    },
  },
} as const satisfies Moves<typeof inputs>
