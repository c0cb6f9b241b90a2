// 用户原因延期: reported to the manager at once, confirmed by the customer; until then the clock runs (第十九条第2项).
import * as v from 'valibot'
import { dayTime } from '../calendar/format'
import { decided, nameOf } from '../ticket/parts'
import { at, choice, media, words } from '../form/schema'
import {
  inputOf,
  type VisitChecks,
  type VisitDraft,
  type VisitTellings,
  type VisitMoves,
} from '../ticket/table'
import { confirmPage, crew, owner, role, jobPage } from '../ticket/telling'
import type { Delay } from '../visit/parts'

export const proofs = { call: '用户来电', letter: '用户来函' } as const

export const inputs = {
  askDelay: v.strictObject({
    reason: words('用户方原因', 100),
    finishBy: at('新的完工时间', 'later'),
    media,
  }),
  acceptDelay: v.strictObject({}),
  refuseDelay: v.strictObject({ note: words('不同意的原因', 200) }),
  withdrawDelay: v.strictObject({ note: words('为什么撤回', 200) }),
  recordDelay: v.strictObject({
    how: choice('怎么确认的', proofs),
    note: words('谁、什么时候、怎么说的', 200),
    media,
  }),
} as const

const lastDelay = ({ visit }: Pick<VisitDraft, 'visit'>): Delay => visit.delays[visit.delays.length - 1]!

export const visitChecks = {
  laterThanPlanned: {
    onInput: true,
    field: 'finishBy',
    article: '19.2',
    holds: (at) => inputOf(at, inputs.askDelay).finishBy > at.visit.finishBy,
    words: (at) => `新的完工时间应晚于 ${dayTime(at.visit.finishBy)}`,
  },
  delayOpen: {
    holds: (at) => at.visit.delays.length > 0 && lastDelay(at).answer === null,
    words: () => '没有待确认的延期',
  },
} satisfies VisitChecks

export const visitTells = {
  delayAsked: (at) => [
    role('manager', '用户原因延期', `${at.ticket.companyName}:${lastDelay(at).reason}`, jobPage(at.ticket)),
    owner(at, 'T3', '请确认延期', `完工改到${dayTime(lastDelay(at).finishBy)}`, {
      page: confirmPage(at.ticket, 'delay'),
    }),
  ],
  delayWithdrawn: (at) => [
    owner(at, 'T3', '延期已撤回', `仍按${dayTime(at.visit.finishBy)}`),
    role('manager', '延期已撤回', at.ticket.companyName, jobPage(at.ticket)),
  ],
  delayAnswered: (at) => [
    ...crew(at, lastDelay(at).answer!.ok ? '延期已确认' : '用户不同意延期', lastDelay(at).reason),
    role(
      'manager',
      lastDelay(at).answer!.ok ? '延期已确认' : '用户不同意延期',
      at.ticket.companyName,
      jobPage(at.ticket),
    ),
  ],
} satisfies VisitTellings

type How = NonNullable<Delay['answer']>['how']

function settle(at: VisitDraft, ok: boolean, how: How, note: string): void {
  const delay = lastDelay(at)
  delay.answer = { ...decided(at.actor, at.now, ok, note), how }
  if (!ok) return
  at.visit.finishBy = delay.finishBy
  at.ticket.pauses.push({ reason: `用户原因:${delay.reason}`, from: delay.at, to: at.now, by: delay.by.name })
}

const there = ['onsite', 'wait_delay', 'wait_sign', 'signed'] as const

/** The delay that is answered to. */
const asked = (at: Pick<VisitDraft, 'visit'>) => {
  const { id, reason, finishBy, photos } = lastDelay(at)
  return [id, reason, finishBy, photos]
}

export const visitMoves = {
  askDelay: {
    label: '上报用户原因延期',
    archive: 'cost',
    from: ['onsite', 'wait_delay'],
    to: 'wait_delay',
    by: ['crew'],
    needs: ['laterThanPlanned'],
    article: '19.2',
    tells: ['delayAsked'],
    words: ({ input }) => `因 ${input.reason},完工时间改为 ${dayTime(input.finishBy)},待用户确认`,
    does: ({ visit, input, actor, now }) => {
      const { reason, finishBy } = input
      const id = `d${visit.delays.length + 1}`
      const photos = input.media.map((one) => one.id)
      const finishWas = visit.finishBy
      const by = nameOf(actor)
      visit.delays.push({ id, reason, finishBy, finishWas, photos, at: now, by, answer: null })
    },
  },
  acceptDelay: {
    label: '确认延期',
    answersTo: asked,
    archive: 'cost',
    recorded: { by: 'recordDelay' },
    from: ['wait_delay'],
    to: 'onsite',
    by: ['owner', 'colleague'],
    article: '19.2',
    primary: true,
    tells: ['delayAnswered'],
    words: (at) => `确认延期到 ${dayTime(lastDelay(at).finishBy)}`,
    does: (at) => settle(at, true, 'customer', ''),
  },
  refuseDelay: {
    label: '不同意,请联系我',
    answersTo: asked,
    archive: 'cost',
    recorded: true,
    from: ['wait_delay'],
    to: 'onsite',
    by: ['owner', 'colleague'],
    article: '19.2',
    tells: ['delayAnswered'],
    words: ({ input }) => `不同意延期:${input.note}`,
    does: (at) => settle(at, false, 'customer', at.input.note),
  },
  withdrawDelay: {
    label: '撤回延期',
    archive: 'cost',
    from: ['wait_delay'],
    to: 'onsite',
    by: ['crew', 'manager'],
    when: ['delayOpen'],
    article: '19.2',
    tells: ['delayWithdrawn'],
    words: ({ input }) => `撤回延期:${input.note}`,
    customerWords: () => '延期已撤回,按原定时间',
    does: (at) => settle(at, false, 'withdrawn', at.input.note),
  },
  recordDelay: {
    label: '记录用户来电来函确认延期',
    answersTo: asked,
    archive: 'cost',
    records: true,
    from: there,
    turns: { wait_delay: 'onsite' },
    by: ['coordinator', 'manager'],
    when: ['delayOpen'],
    article: '19.2',
    tells: ['delayAnswered'],
    words: ({ input }) => `${proofs[input.how]}确认延期:${input.note}`,
    customerWords: ({ input }) => `${proofs[input.how]}确认延期`,
    does: (at) => settle(at, true, at.input.how, at.input.note),
  },
} as const satisfies VisitMoves<typeof inputs>
