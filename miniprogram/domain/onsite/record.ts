// 服务记录: what was found and done, classified to the third level (第十条); for an installation the 验收单.
import * as v from 'valibot'
import { acceptanceItems, acceptanceResults, jobOf, onsiteList } from '../company/checklists'
import { faultLeaf, faultWords, notReproduced } from '../company/fault-tree'
import { decided, nameOf } from '../ticket/parts'
import { choice, id, media, text, words, serialNumber } from '../form/schema'
import { openServed } from '../repair/states'
import {
  inputOf,
  type Checks,
  type Draft,
  type Moves,
  type Tellings,
  type VisitMoves,
  type VisitChecks,
  type VisitTellings,
  type VisitDraft,
} from '../ticket/table'
import type { Ticket } from '../ticket/ticket'
import { jobPage, owner, person, role } from '../ticket/telling'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { ask, type Ask } from '../ticket/asks'
import { isDone } from '../visit/parts'

export const results = { fixed: '已修复', temporary: '临时恢复', unfixed: '未修复,需再次上门' } as const
export const oldParts = { back: '带回', stays: '留用户', sent: '寄回' } as const

const part = v.strictObject({
  name: words('备件名称', 40),
  oldSerial: serialNumber('旧件序列号'),
  newSerial: serialNumber('新件序列号'),
  quantity: v.pipe(
    v.number('请填写数量'),
    v.integer('数量应为整数'),
    v.minValue(1, '数量至少 1'),
    v.maxValue(99, '数量最多 99'),
    v.title('数量'),
  ),
  oldGoes: v.optional(choice('旧件去向', oldParts), 'back'),
})

/** What a record and its correction have in common. */
export const common = {
  measure: words('处理措施', 500),
  parts: v.pipe(v.array(part), v.maxLength(20, '最多 20 种备件'), v.title('更换备件')),
  hours: v.pipe(
    v.number('请填写工时'),
    v.minValue(0.1, '请填写工时'),
    v.maxValue(200, '工时最多 200 小时'),
    v.title('工时(小时)'),
  ),
  result: choice('处理结果', results),
  leftover: text('遗留问题', 200),
  next: v.optional(text('下次上门安排', 200), ''),
  ticks: v.optional(v.pipe(v.array(id), v.maxLength(30), v.title('现场清单')), []),
  media,
}

export const inputs = {
  report: v.strictObject({
    fault: v.pipe(
      v.string('请选到第三级故障'),
      v.check((code) => faultLeaf(code) !== undefined, '请选到第三级故障,或选『未复现』并拍照说明'),
      v.title('故障归类'),
    ),
    cause: words('原因', 300),
    ...common,
  }),
  installReport: v.strictObject({
    ...common,
    acceptance: v.pipe(
      v.array(v.strictObject({ id, result: choice('验收结论', acceptanceResults), note: text('说明', 100) })),
      v.maxLength(20),
      v.title('验收单'),
    ),
  }),
  askAppraisal: v.strictObject({ question: words('请技术部鉴定什么', 300), media }),
  appraise: v.strictObject({ opinion: words('鉴定意见', 500) }),
} as const

const listOf = (ticket: Ticket) =>
  onsiteList(jobOf(ticket.kind, ticket.install?.mode ?? null), ticket.equipment.model)
const unticked = (at: Draft) =>
  listOf(at.ticket).ticks.filter((tick) => !(inputOf(at, inputs.report).ticks ?? []).includes(tick.id))
const unphotographed = (at: VisitDraft) => {
  const own = at.ticket.media.filter((one) => one.slot.startsWith(at.visit.id)).map((one) => one.slot)
  const slots = [...own, ...inputOf(at, inputs.report).media.map((one) => one.slot)]
  return listOf(at.ticket).photos.filter((slot) => !slots.some((one) => one.includes(slot)))
}
const finished = (at: Draft) => inputOf(at, inputs.report).result !== 'unfixed'

export const checks = {
  forRepair: { holds: (at) => at.ticket.kind !== 'installation', words: () => '' },
  forInstallation: { holds: (at) => at.ticket.kind === 'installation', words: () => '' },
  photoIfNotReproduced: {
    onInput: true,
    field: 'media',
    article: '10',
    holds: (at) =>
      inputOf(at, inputs.report).fault !== notReproduced || inputOf(at, inputs.report).media.length > 0,
    words: () => '选『未复现』请拍照说明',
  },
  onsiteTicked: {
    onInput: true,
    field: 'ticks',
    article: '19.2',
    holds: (at) => !finished(at) || unticked(at).length === 0,
    words: (at) =>
      `现场清单还没有完成:${unticked(at)
        .map((tick) => tick.label)
        .join('、')}`,
  },
  nextPlanned: {
    onInput: true,
    field: 'next',
    article: '19.2',
    holds: (at) => finished(at) || (inputOf(at, inputs.report).next ?? '') !== '',
    words: () => '没有修复,请写下次上门的安排',
  },
  everyItemJudged: {
    onInput: true,
    field: 'acceptance',
    article: '13',
    holds: (at) =>
      !finished(at) ||
      acceptanceItems().every((item) =>
        inputOf(at, inputs.installReport).acceptance.some((one) => one.id === item.id),
      ),
    words: () => '验收单每一项都要有结论:合格、不合格或遗留',
  },
  partsWithSerials: {
    onInput: true,
    field: 'parts',
    article: '10',
    holds: (at) =>
      inputOf(at, inputs.report).parts.every((one) => one.oldSerial !== '' && one.newSerial !== ''),
    words: () => '请填写更换件的新旧序列号(没有序列号写「无」)',
  },
  noAppraisalOpen: {
    holds: (at) => !at.ticket.appraisal || at.ticket.appraisal.decision !== null,
    words: () => '',
  },
  appraisalOpen: {
    holds: (at) => at.ticket.appraisal !== null && at.ticket.appraisal.decision === null,
    words: () => '',
  },
} satisfies Checks

export const visitChecks = {
  photosTaken: {
    onInput: true,
    field: 'media',
    article: '19.2',
    holds: (at) => !finished(at) || unphotographed(at).length === 0,
    words: (at) => `还差照片:${unphotographed(at).join('、')}`,
  },
  solved: { holds: (at) => isDone(at.visit), words: () => '' },
  unsolved: { holds: (at) => !isDone(at.visit), words: () => '' },
} satisfies VisitChecks

export const tells = {
  appraisalAsked: (at) =>
    role(
      'technical',
      '技术鉴定',
      `${at.ticket.equipment.model}:${at.ticket.appraisal!.question}`,
      jobPage(at.ticket),
    ),
  appraised: (at) =>
    person(at.ticket, at.ticket.appraisal!.by.pid, '技术部已答复', at.ticket.appraisal!.opinion),
} satisfies Tellings

export const visitTells = {
  receiptWanted: (at) =>
    owner(at, 'T3', '请签署回执', '请签署回执,生成离场码', {
      page: `/customer/receipt/index?id=${at.ticket._id}&v=${at.visit.id}`,
      urgent: true,
    }),
} satisfies VisitTellings

const from = ['onsite', 'wait_delay', 'wait_sign'] as const

export const visitMoves = {
  report: {
    label: '填写服务记录',
    archive: 'record',
    from,
    to: 'wait_sign',
    by: ['crew'],
    when: ['forRepair', 'notSigned'],
    needs: ['photoIfNotReproduced', 'partsWithSerials', 'onsiteTicked', 'photosTaken', 'nextPlanned'],
    article: '10',
    primary: true,
    tells: ['receiptWanted'],
    words: ({ input }) => `服务记录:${faultWords(input.fault)},${results[input.result]}`,
    does: ({ ticket, visit, input, actor, now }) => {
      const { fault, cause, measure, parts, hours, result, leftover, next = '', ticks = [] } = input
      const list = parts.map(({ oldGoes = 'back', ...one }) => ({ ...one, oldGoes }))
      const told = { fault, cause, measure, parts: list, hours, result, leftover, next, ticks }
      visit.report = { ...told, acceptance: [], at: now, by: nameOf(actor) }
      ticket.faultClass = fault
    },
  },
  installReport: {
    label: '填写服务记录与验收单',
    archive: 'record',
    from,
    to: 'wait_sign',
    by: ['crew'],
    when: ['forInstallation', 'notSigned'],
    needs: ['onsiteTicked', 'photosTaken', 'everyItemJudged', 'nextPlanned'],
    article: '13',
    primary: true,
    tells: ['receiptWanted'],
    words: ({ input }) => {
      const failed = input.acceptance.filter((one) => one.result !== 'pass').length
      return `安装服务记录:${input.measure}${failed > 0 ? `;验收 ${failed} 项不合格或遗留` : ''}`
    },
    does: ({ visit, input, actor, now }) => {
      const { measure, parts, hours, result, leftover, next = '', ticks = [] } = input
      const acceptance = acceptanceItems().flatMap((item) => {
        const judged = input.acceptance.find((one) => one.id === item.id)
        return judged ? [{ ...item, result: judged.result, note: judged.note }] : []
      })
      const list = parts.map(({ oldGoes = 'back', ...one }) => ({ ...one, oldGoes }))
      const told = { fault: '', cause: '', measure, parts: list, hours, result, leftover, next, ticks }
      visit.report = { ...told, acceptance, at: now, by: nameOf(actor) }
    },
  },
} as const satisfies VisitMoves<typeof inputs>

export const servedMoves = {
  askAppraisal: {
    label: '请技术部鉴定',
    archive: 'handling',
    from: ['visiting', 'verified', 'waiting_part'],
    by: ['crew', 'coordinator', 'manager'],
    when: ['noAppraisalOpen'],
    article: '17',
    internal: true,
    tells: ['appraisalAsked'],
    words: ({ input }) => `请技术部鉴定:${input.question}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.appraisal = { question: input.question, at: now, by: nameOf(actor), opinion: '', decision: null }
    },
  },
  appraise: {
    label: '答复鉴定',
    archive: 'handling',
    from: openServed,
    by: ['technical'],
    when: ['appraisalOpen'],
    article: '17',
    primary: true,
    internal: true,
    tells: ['appraised'],
    words: ({ input }) => `技术部鉴定:${input.opinion}`,
    does: ({ ticket, input, actor, now }) => {
      Object.assign(ticket.appraisal!, { opinion: input.opinion, decision: decided(actor, now, true) })
    },
  },
} as const satisfies Moves<typeof inputs>

/** An appraisal waits for the technical department. */
export const asks = ({ appraisal }: Ticket, settings: Settings): Ask[] =>
  appraisal && !appraisal.decision
    ? [ask('appraisal', 'technical', dueIn(settings, 'appraisalMinutes', appraisal.at).at)]
    : []
