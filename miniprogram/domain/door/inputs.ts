// What each action must be given. One schema is the label, the required mark, the limit, the server's check
// and the docs. Unknown keys are refused; strings are trimmed. A move's schema stands beside the move.
import * as v from 'valibot'
import { inputs as knowledge } from '../knowledge/knowledge'
import { d8Inputs } from '../quality/inputs'
import { archiveKinds, type ArchiveKind } from '../archive/parts'
import { machineCall } from '../returning/moves'
import { moveInputs, type MoveName } from '../subjects'
import { production } from '../company/kinds'
import { remedies, topics, type Remedy, type Topic } from '../complaint/parts'
import { ledgerFields, type LedgerField } from '../ledger/fields'
import { isFaultClass } from '../ledger/values'
import { posts, roles, type Post, type Role } from '../ticket/people'
import {
  choice,
  code,
  date,
  flag,
  id,
  inOrder,
  key,
  keysOf,
  moveInput,
  must,
  nothing,
  phone,
  reference,
  serial,
  text,
  words,
} from '../form/schema'
import { judge, type Errors } from '../form/judge'
import { daysBetween } from '../calendar/days'
import {
  articleMonth,
  faultCases,
  faultFilter,
  measurePeriod,
  satisfactionPeriod,
} from '../statistics/filters'
import { entry, request } from '../intake/request'
import { templates, type TemplateKey } from '../company/templates'

export { isTwin, moveInputs, type MoveInput, type MoveName } from '../subjects'

/** A message's id is made of its ticket's and its reader's. */
const messageId = v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/, '编号格式不对'))
const page = { after: v.optional(v.pipe(v.string(), v.maxLength(120))) }
const invitation = v.pipe(
  code('邀请码', '请输入邀请码'),
  v.regex(/^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/, '邀请码是 8 位字母和数字'),
)
const skills = v.pipe(v.array(words('技能', 20)), v.maxLength(12, '最多 12 项技能'), v.title('技能'))

/** Which part of the archive: a customer's or a machine's, of a kind, between two days, with words in it. */
const archiveFilter = {
  companyId: v.optional(id),
  serial: v.optional(serial),
  kind: v.optional(choice<ArchiveKind>('类别', archiveKinds)),
  from: v.optional(date('从哪天', 'period')),
  to: v.optional(date('到哪天', 'period')),
  search: v.optional(text('搜索', 40)),
}

const order = '结束日期应在开始日期之后'

const ledgerField = v.picklist(keysOf<LedgerField>(ledgerFields))
const ledgerFile = v.pipe(v.string(), v.maxLength(300))
/** Which column of an old ledger says what, and what its words mean. */
const ledger = {
  fileId: ledgerFile,
  mapping: v.strictObject({
    columns: v.record(ledgerField, text('列', 100)),
    fixed: v.record(ledgerField, text('固定内容', 100)),
    faults: v.pipe(
      v.record(
        v.pipe(v.string(), v.maxLength(100)),
        v.pipe(v.string(), v.check(isFaultClass, '没有这个故障类别')),
      ),
      v.maxEntries(500),
    ),
    keepUnknown: flag('未登记的也收下'),
    sheet: v.optional(text('表', 100), ''),
    companies: v.optional(
      v.pipe(
        v.record(v.pipe(v.string(), v.maxLength(100)), id),
        v.maxEntries(500, '一次最多确认 500 个企业名'),
      ),
      {},
    ),
    byOwner: v.optional(flag('没写企业的按设备现在的客户算'), false),
    othersMachines: v.optional(flag('设备现在属别家的也收下'), false),
  }),
}

/** Every action of the door: name → schema of its input. */
export const inputs = {
  'session.open': nothing,
  'company.peek': v.strictObject({ code: invitation }),
  'company.join': v.strictObject({
    code: v.pipe(code('邀请码', '请输入邀请码'), v.maxLength(9, '邀请码是 8 位字母和数字')),
    name: words('姓名', 20),
    post: choice<Post>('岗位', posts),
    phone,
    consent: must('同意协议', '请先阅读并同意协议'),
  }),
  'company.find': v.strictObject({ search: words('企业或序列号', 40) }),
  'equipment.list': nothing,
  'equipment.open': v.strictObject({
    serial: v.pipe(serial, v.minLength(1, '请输入序列号')),
  }),
  'complaint.about': v.strictObject({
    /** Of which customer, when staff write it down. */
    companyId: v.optional(v.nullable(id), null),
  }),
  'ticket.submit': request,
  'ticket.enter': entry,
  'ticket.list': v.strictObject({
    tab: v.picklist(['yours', 'open', 'finished']),
    search: v.optional(text('搜索', 40)),
    ...page,
  }),
  'ticket.open': v.strictObject({ id }),
  'ticket.move': v.strictObject({
    id,
    key,
    move: v.picklist(keysOf(moveInputs)),
    visit: v.nullable(id),
    input: moveInput,
    /** The stamp that the offer named, of what the person has read; '' where the move answers to nothing. */
    read: v.optional(v.pipe(v.string(), v.maxLength(64, '内容标记格式不对')), ''),
    /** When it was done on a phone without a network; the phone's own time, however wrong: nothing is lost for it. */
    doneAt: v.optional(v.nullable(v.pipe(v.number('操作时间应为数字'), v.title('操作时间'))), null),
  }),
  'ticket.merge': v.strictObject({ id, into: id, key, reason: words('合并原因', 200) }),
  'ticket.similar': v.strictObject({ id }),
  /** The inquiry, who may answer it, and what was answered before. */
  'inquiry.open': v.strictObject({ id }),
  'inquiry.turn': v.strictObject({
    id,
    key,
    /** '' for the machine that the inquiry names. */
    equipmentId: v.pipe(v.string(), v.maxLength(64), v.title('设备')),
    production: choice('现在能生产吗', production, '请选择现在能不能生产'),
  }),
  ...knowledge,
  'manual.list': v.strictObject({ ticketId: id }),
  ...d8Inputs,
  'media.arrived': v.strictObject({ id, media: id, fileId: v.pipe(v.string(), v.maxLength(300)) }),
  'return.list': v.strictObject({ ...page }),
  'return.open': v.strictObject({ id }),
  'return.complain': v.strictObject({
    id,
    key,
    topic: choice<Topic>('哪方面的问题', topics),
    description: words('哪里不满意', 500),
    remedies: v.pipe(
      v.array(choice<Remedy>('客户希望我们怎么做', remedies)),
      v.minLength(1, '请选客户希望我们怎么做'),
      v.maxLength(8),
      v.title('客户希望我们怎么做'),
    ),
    safety: v.pipe(v.boolean('请先问有没有安全风险'), v.title('安全')),
  }),
  'return.record': v.strictObject({ id, key, ...machineCall }),
  'receipt.verify': v.strictObject({ id }),
  'dispatch.candidates': v.strictObject({ id }),
  'dispatch.board': v.strictObject({ from: v.optional(v.nullable(date('从哪天', 'week')), null) }),
  'approve.open': v.strictObject({ id: v.optional(v.nullable(id), null) }),
  'staff.list': nothing,
  'staff.invite': v.strictObject({
    key,
    name: words('姓名', 20),
    role: choice<Role>('角色', roles),
    title: words('职务', 20),
    staffNo: reference('工号', 20),
    base: text('常驻城市', 20),
    skills,
  }),
  'staff.join': v.strictObject({ code: invitation, phone, consent: must('同意协议', '请先阅读并同意协议') }),
  'staff.change': v.strictObject({ pid: id, skills, base: text('常驻城市', 20), active: flag('在岗') }),
  'staff.jobs': v.strictObject({ pid: id }),
  /** One ticket, or all when none is named. */
  'staff.handOver': v.strictObject({
    key,
    pid: id,
    to: id,
    ticket: v.nullable(id),
    reason: words('交接事项', 200),
  }),
  'staff.absence': v.pipe(
    v.strictObject({
      pid: id,
      from: date('从', 'absence'),
      to: date('到', 'absence'),
      reason: words('原因', 40),
      remove: flag('撤销'),
    }),
    v.forward(
      v.partialCheck([['from'], ['to']], ({ from, to }) => inOrder(from, to), '结束日期不能早于开始日期'),
      ['to'],
    ),
    v.forward(
      v.partialCheck(
        [['from'], ['to']],
        ({ from, to }) => !(daysBetween(from, to) > 366),
        '一次最多登记一年',
      ),
      ['to'],
    ),
  ),
  'archive.list': v.pipe(
    v.strictObject({ ...archiveFilter, ...page }),
    v.forward(
      v.partialCheck([['from'], ['to']], ({ from, to }) => inOrder(from, to), order),
      ['to'],
    ),
  ),
  'archive.companies': v.strictObject({ search: text('企业或序列号', 40) }),
  'export.make': v.variant('what', [
    v.strictObject({
      what: v.literal('archive'),
      filter: v.pipe(
        v.strictObject(archiveFilter),
        v.forward(
          v.partialCheck([['from'], ['to']], ({ from, to }) => inOrder(from, to), order),
          ['to'],
        ),
      ),
    }),
    v.strictObject({ what: v.literal('pareto'), filter: faultFilter }),
    v.strictObject({ what: v.literal('cases'), filter: faultCases }),
    v.strictObject({ what: v.literal('measures'), filter: measurePeriod }),
    v.strictObject({ what: v.literal('satisfaction'), filter: satisfactionPeriod }),
    v.strictObject({ what: v.literal('articles'), filter: articleMonth }),
  ]),
  'import.open': v.strictObject({ fileId: ledgerFile, sheet: v.optional(text('表', 100), '') }),
  'import.check': v.strictObject(ledger),
  'import.write': v.strictObject({ ...ledger, from: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'import.report': v.strictObject(ledger),
  'work.open': nothing,
  'work.queue': v.strictObject({ queue: id, ...page }),
  'stats.pareto': faultFilter,
  'stats.cases': faultCases,
  'stats.measures': measurePeriod,
  'stats.satisfaction': satisfactionPeriod,
  'stats.articles': articleMonth,
  'inbox.list': v.strictObject({ ...page }),
  'inbox.read': v.strictObject({ ids: v.pipe(v.array(messageId), v.maxLength(50)) }),
  'consent.record': v.strictObject({
    results: v.pipe(
      v.array(
        v.strictObject({
          template: v.picklist(keysOf<TemplateKey>(templates)),
          answer: v.picklist(['accept', 'reject']),
        }),
      ),
      v.maxLength(3),
    ),
  }),
} as const
export type ActionName = keyof typeof inputs
/** The names of all actions. */
export const keysOfInputs = keysOf<ActionName>(inputs)
export type Inputs = { [A in ActionName]: v.InferInput<(typeof inputs)[A]> }
export type Checked = { [A in ActionName]: v.InferOutput<(typeof inputs)[A]> }

/** Checks what a person typed against a move's schema and the clock before it is sent; {} when it is well. */
export function moveErrors(move: MoveName, input: unknown, now: number): Errors {
  const judged = judge(moveInputs[move], input, now)
  return judged.ok ? {} : judged.fields
}

/** Checks what a person typed against an action's schema and the clock before it is sent; {} when it is well. */
export function inputErrors(action: ActionName, input: unknown, now: number): Errors {
  const judged = judge(inputs[action], input, now)
  return judged.ok ? {} : judged.fields
}
