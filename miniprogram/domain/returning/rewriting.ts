// 退回重填: a record that was wrong is corrected by who wrote it, beside what was signed (第十、十九条).
import * as v from 'valibot'
import { faultLeaf } from '../company/fault-tree'
import { nameOf } from '../ticket/parts'
import { text, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Moves, type Tellings, type VisitMoves } from '../ticket/table'
import { jobPage, person, role } from '../ticket/telling'
import type { Visit } from '../visit/parts'
import { common } from '../onsite/record'
import { noted, script } from './moves'

export const inputs = {
  dropRewrite: v.strictObject({ why: words('为什么不再更正', 200) }),
  askRewrite: v.strictObject({ why: words('记录哪里不对', 300), script }),
  correct: v.strictObject({
    fault: v.pipe(v.string('请选到第三级故障'), v.maxLength(10, '请选到第三级故障'), v.title('故障归类')),
    cause: text('原因', 300),
    measure: common.measure,
    parts: common.parts,
    hours: common.hours,
    leftover: common.leftover,
    why: words('更正了什么', 300),
  }),
} as const

const rewritten = ({ ticket }: Pick<Draft, 'ticket'>): Visit | undefined =>
  [...ticket.visits]
    .reverse()
    .find((visit) => visit.report !== null && (visit.state === 'left' || visit.state === 'rated'))

export const checks = {
  recordThere: { holds: (at) => rewritten(at) !== undefined, words: () => '' },
  rewriteWanted: {
    holds: (at) => at.ticket.state === 'rewriting' && at.visit?.rewrite != null,
    words: () => '',
  },
  correctFault: {
    onInput: true,
    field: 'fault',
    article: '10',
    holds: (at) =>
      at.ticket.kind === 'installation' || faultLeaf(inputOf(at, inputs.correct).fault) !== undefined,
    words: () => '请选到第三级故障',
  },
  correctSerials: {
    onInput: true,
    field: 'parts',
    article: '10',
    holds: (at) =>
      inputOf(at, inputs.correct).parts.every((one) => one.oldSerial !== '' && one.newSerial !== ''),
    words: () => '请填写更换件的新旧序列号(没有序列号写「无」)',
  },
  notAllRated: {
    holds: (at) => at.ticket.visits.some((visit) => visit.state === 'left'),
    words: () => '',
  },
} satisfies Checks

export const tells = {
  rewriteAsked: (at) =>
    (rewritten(at)?.crew ?? []).map(({ pid }) =>
      person(
        at.ticket,
        pid,
        '服务记录退回重填',
        `${at.actor.name}:${inputOf(at, inputs.askRewrite).why}`,
        `/field/correct/index?id=${at.ticket._id}&v=${rewritten(at)!.id}`,
      ),
    ),
  corrected: (at) =>
    role('coordinator', '服务记录已更正', `${at.ticket.no} ${at.actor.name}`, jobPage(at.ticket)),
} satisfies Tellings

export const servedMoves = {
  askRewrite: {
    label: '记录有误,退回重填',
    archive: 'record',
    from: ['left', 'followup'],
    to: 'rewriting',
    by: ['coordinator', 'manager'],
    when: ['recordThere'],
    article: '10',
    internal: true,
    tells: ['rewriteAsked'],
    words: ({ input }) => `服务记录退回重填:${input.why}`,
    does: (at) => {
      const { why, script: said } = at.input
      noted(at, { outcome: 'rewrite', nextAt: null, note: why, script: said ?? null })
      rewritten(at)!.rewrite = { why, at: at.now, by: nameOf(at.actor) }
    },
  },
  // who should have corrected it has left: the return call goes on without
  dropRewrite: {
    label: '不再更正,继续回访',
    archive: 'record',
    from: ['rewriting'],
    to: 'followup',
    by: ['coordinator', 'manager'],
    article: '10',
    internal: true,
    lifts: [{ when: 'notAllRated', to: 'left' }],
    words: ({ input }) => `不再更正服务记录:${input.why}`,
    does: ({ ticket }) => {
      for (const visit of ticket.visits) visit.rewrite = null
    },
  },
} as const satisfies Moves<typeof inputs>

export const visitMoves = {
  correct: {
    label: '更正服务记录',
    archive: 'record',
    from: ['left', 'rated'],
    by: ['crew'],
    when: ['rewriteWanted'],
    needs: ['correctFault', 'correctSerials'],
    article: '10',
    primary: true,
    tells: ['corrected'],
    lifts: [
      { when: 'notAllRated', to: 'left' },
      { when: 'always', to: 'followup' },
    ],
    words: ({ input }) => `服务记录更正:${input.why}`,
    does: ({ ticket, visit, input, actor, now }) => {
      const { fault, parts, ...more } = input
      const list = parts.map(({ oldGoes = 'back', ...one }) => ({ ...one, oldGoes }))
      const kept = ticket.kind === 'installation' ? '' : fault
      visit.corrections.push({ ...more, fault: kept, parts: list, at: now, by: nameOf(actor) })
      visit.rewrite = null
      if (kept) ticket.faultClass = kept
    },
  },
} as const satisfies VisitMoves<typeof inputs>
