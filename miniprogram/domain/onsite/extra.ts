// 增项: work beyond the contract: the manager first, then the customer with its price, then it is done (第十九条第1项).
import * as v from 'valibot'
import { yuan } from '../calendar/format'
import { revealMedia } from '../ticket/media'
import { decided, nameOf, total } from '../ticket/parts'
import { at, flag, media, priceLines, text, words } from '../form/schema'
import {
  inputOf,
  type VisitChecks,
  type VisitDraft,
  type VisitTellings,
  type VisitMoves,
} from '../ticket/table'
import { approvePage, confirmPage, crew, jobPage, owner, payers, role } from '../ticket/telling'
import { ownWords } from '../trip/own'
import type { Extra } from '../visit/parts'

export const inputs = {
  askExtra: v.strictObject({
    what: words('要做什么', 100),
    reason: words('为什么超出范围', 200),
    lines: priceLines('费用明细', 0),
    free: flag('本项免费'),
    finishBy: at('完成后的完工时间', 'visit'),
    media,
  }),
  approveExtra: v.strictObject({
    lines: priceLines('费用明细', 0),
    free: flag('本项免费'),
    note: text('意见', 200),
  }),
  rejectExtra: v.strictObject({ note: words('不同意的原因', 200) }),
  acceptExtra: v.strictObject({}),
  refuseExtra: v.strictObject({ note: text('说明', 200) }),
  withdrawExtra: v.strictObject({ note: words('为什么撤回', 200) }),
} as const

const lastExtra = ({ visit }: Pick<VisitDraft, 'visit'>): Extra => visit.extras[visit.extras.length - 1]!

export const visitChecks = {
  pricedOrFree: {
    onInput: true,
    field: 'lines',
    article: '19.1',
    holds: (at) => inputOf(at, inputs.askExtra).free || inputOf(at, inputs.askExtra).lines.length > 0,
    words: () => '请填写费用明细,或标明本项免费',
  },
  mayConfirmCost: {
    article: '19.1',
    wayOut: '请转发给设备经理确认',
    holds: (at) => lastExtra(at).total === 0 || at.actor.relations.includes('payer'),
    words: () => '需要有费用权限的同事确认',
  },
} satisfies VisitChecks

export const visitTells = {
  extraAsked: (at) =>
    role(
      'manager',
      '申请增项',
      `${at.actor.name} ${lastExtra(at).what} ${yuan(lastExtra(at).total)}`,
      approvePage(at.ticket),
    ),
  extraOffered: (at) => [
    owner(at, 'T3', '请确认增项', `${lastExtra(at).what},确认后开工`, {
      page: confirmPage(at.ticket, 'extra'),
    }),
    ...(lastExtra(at).total > 0
      ? [payers(at, '请确认增项', `${lastExtra(at).what},确认后开工`, confirmPage(at.ticket, 'extra'))]
      : []),
  ],
  extraRejected: (at) => crew(at, '增项未批准', lastExtra(at).decision!.note),
  extraWithdrawn: (at) => [
    ...crew(at, '增项已撤回', '按原范围继续'),
    ...(lastExtra(at).decision
      ? [owner(at, 'T3', '增项已撤回', '不用再确认,按原范围继续')]
      : [role('manager', '增项已撤回', lastExtra(at).what, jobPage(at.ticket))]),
  ],
  extraAnswered: (at) =>
    crew(
      at,
      lastExtra(at).answer!.ok ? '增项已确认' : '用户不做增项',
      lastExtra(at).answer!.ok ? '可以开工' : '按原范围继续',
    ),
} satisfies VisitTellings

/** The work that is answered to, with its price. */
const asked = (at: Pick<VisitDraft, 'visit'>) => {
  const { id, what, reason, lines, free, finishBy, photos } = lastExtra(at)
  return [id, what, reason, lines, free, finishBy, photos]
}

export const visitMoves = {
  askExtra: {
    label: '申请增项',
    archive: 'cost',
    from: ['onsite'],
    to: 'extra_review',
    by: ['crew'],
    needs: ['pricedOrFree'],
    article: '19.1',
    internal: true,
    tells: ['extraAsked'],
    words: ({ input }) => `申请增项:${input.what}`,
    does: ({ visit, input, actor, now }) => {
      const { what, reason, free, finishBy } = input
      const lines = free ? [] : input.lines
      const id = `x${visit.extras.length + 1}`
      const by = nameOf(actor)
      const photos = input.media.map((one) => one.id)
      const asked = { id, what, reason, lines, total: total(lines), free, finishBy, photos, at: now, by }
      visit.extras.push({ ...asked, finishWas: visit.finishBy, decision: null, answer: null })
    },
  },
  approveExtra: {
    label: '同意增项',
    answersTo: asked,
    archive: 'cost',
    from: ['extra_review'],
    to: 'wait_extra',
    by: ['manager'],
    needs: ['notOwnExtra', 'pricedOrFree'],
    article: '19.1',
    primary: true,
    internal: true,
    tells: ['extraOffered'],
    words: (at) =>
      `${at.actor.name} 同意增项 ${at.input.free ? '免费' : yuan(lastExtra(at).total)}${ownWords(at, 'extra')}`,
    holds: ['price'],
    does: (at) => {
      const lines = at.input.free ? [] : at.input.lines
      const decision = decided(at.actor, at.now, true, at.input.note)
      Object.assign(lastExtra(at), { lines, total: total(lines), free: at.input.free, decision })
      revealMedia(at.ticket, at.visit, lastExtra(at).at)
    },
  },
  rejectExtra: {
    label: '不同意增项',
    answersTo: asked,
    archive: 'cost',
    from: ['extra_review'],
    to: 'onsite',
    by: ['manager'],
    article: '19.1',
    internal: true,
    tells: ['extraRejected'],
    words: ({ input }) => `不同意增项:${input.note}`,
    does: (at) => {
      lastExtra(at).decision = decided(at.actor, at.now, false, at.input.note)
    },
  },
  acceptExtra: {
    label: '确认增项',
    answersTo: asked,
    archive: 'cost',
    recorded: true,
    from: ['wait_extra'],
    to: 'onsite',
    by: ['owner', 'colleague'],
    needs: ['mayConfirmCost'],
    article: '19.1',
    primary: true,
    tells: ['extraAnswered'],
    words: (at) =>
      `确认增项:${lastExtra(at).what} ${lastExtra(at).free ? '免费' : yuan(lastExtra(at).total)}`,
    holds: ['price'],
    does: (at) => {
      lastExtra(at).answer = decided(at.actor, at.now, true)
      at.visit.finishBy = Math.max(at.visit.finishBy, lastExtra(at).finishBy)
    },
  },
  refuseExtra: {
    label: '不做这一项',
    answersTo: asked,
    archive: 'cost',
    recorded: true,
    from: ['wait_extra'],
    to: 'onsite',
    by: ['owner', 'colleague'],
    article: '19.1',
    tells: ['extraAnswered'],
    words: (at) => `不做增项:${lastExtra(at).what}`,
    does: (at) => {
      lastExtra(at).answer = decided(at.actor, at.now, false, at.input.note)
    },
  },
  withdrawExtra: {
    label: '撤回增项',
    archive: 'cost',
    from: ['extra_review', 'wait_extra'],
    to: 'onsite',
    by: ['crew', 'manager'],
    article: '19.1',
    // what the customer was never asked he need not hear of
    internal: ({ visit }) => visit.state === 'extra_review',
    tells: ['extraWithdrawn'],
    words: (at) => `撤回增项「${lastExtra(at).what}」:${at.input.note}`,
    customerWords: (at) => `增项已撤回:${lastExtra(at).what}`,
    does: (at) => {
      lastExtra(at).answer = { ...decided(at.actor, at.now, false, at.input.note), how: 'withdrawn' }
    },
  },
} as const satisfies VisitMoves<typeof inputs>

/** What the customer is asked to pay for in the end: accepted extras of a visit. */
export const acceptedExtras = (extras: readonly Extra[]): Extra[] =>
  extras.filter((extra) => extra.answer?.ok)
