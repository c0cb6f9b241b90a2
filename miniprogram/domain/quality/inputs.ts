// What the moves of an 8D and its actions of the door take.
import * as v from 'valibot'
import { faultLeaf } from '../company/fault-tree'
import {
  at,
  choice,
  date,
  id,
  inOrder,
  key,
  keysOf,
  media,
  moveInput,
  reference,
  text,
  words,
} from '../form/schema'
import { STEP_WORDS, d8Steps, stepFields, type StepKey } from './steps'

const step = choice<StepKey>('步骤', d8Steps)
const values = v.pipe(
  v.record(v.picklist(stepFields as [string, ...string[]]), text('内容', STEP_WORDS)),
  v.title('内容'),
)
/** `seen` is the step's rev as the person had it before him: whoever wrote in between is not overwritten. */
const written = { step, values, media, seen: v.pipe(v.number(), v.integer(), v.minValue(0)) }

/** The third level of the fault tree. */
const leaf = v.pipe(
  v.string('请选到第三级故障'),
  v.check((code) => faultLeaf(code) !== undefined, '请选到第三级故障'),
  v.title('故障归类'),
)
const models = v.pipe(v.array(words('机型', 60)), v.maxLength(20, '机型最多 20 个'), v.title('机型'))

export const d8MoveInputs = {
  save: v.strictObject(written),
  finish: v.strictObject(written),
  redo: v.strictObject({ step, reason: words('原因', 200) }),
  assign: v.strictObject({ step, owner: id, due: at('完成期限', 'task') }),
  scope: v.strictObject({ fault: leaf, models }),
  link: v.strictObject({ no: reference('工单编号', 20) }),
  unlink: v.strictObject({ ticket: id, reason: words('原因', 200) }),
  addTask: v.strictObject({
    manual: words('手册', 60),
    change: words('要改什么', 300),
    due: date('完成日期', 'task'),
  }),
  doneTask: v.strictObject({ task: id, note: words('改在哪一版、哪一节', 200) }),
  dismiss: v.strictObject({ reason: words('原因', 200) }),
  close: v.strictObject({ summary: words('总结', STEP_WORDS) }),
  stepLate: v.strictObject({ step }),
  taskLate: v.strictObject({ task: id }),
} as const
export type D8MoveName = keyof typeof d8MoveInputs
export type D8MoveInput<M extends D8MoveName> = v.InferOutput<(typeof d8MoveInputs)[M]>

const answer = (title: string) => text(title, STEP_WORDS)
/** What an 8D begins with: a ticket, or a bar of the statistics with its period. */
const from = {
  ticket: v.optional(v.nullable(id), null),
  fault: v.optional(v.union([v.literal(''), leaf]), ''),
  models: v.optional(models, []),
  from: v.optional(v.union([v.literal(''), date('从', 'period')]), ''),
  to: v.optional(v.union([v.literal(''), date('到', 'period')]), ''),
}

const order = '结束日期应在开始日期之后'

/** Actions of the door. */
export const d8Inputs = {
  'd8.list': v.strictObject({
    tab: v.picklist(['open', 'mine', 'closed']),
    after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  'd8.open': v.strictObject({ id }),
  'd8.prepare': v.pipe(
    v.strictObject(from),
    v.forward(
      v.partialCheck([['from'], ['to']], (one) => inOrder(one.from, one.to), order),
      ['to'],
    ),
  ),
  'd8.start': v.pipe(
    v.strictObject({
      ...from,
      key,
      who: answer('谁发现'),
      what: words('什么问题', STEP_WORDS),
      where: answer('哪里'),
      when: answer('何时'),
      many: answer('多少'),
      urgent: answer('紧急措施'),
    }),
    v.forward(
      v.partialCheck([['from'], ['to']], (one) => inOrder(one.from, one.to), order),
      ['to'],
    ),
  ),
  'd8.move': v.strictObject({
    id,
    key,
    move: v.picklist(keysOf(d8MoveInputs)),
    input: moveInput,
  }),
} as const
