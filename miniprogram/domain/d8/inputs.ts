// What the moves of an 8D take.
import * as v from 'valibot'
import { faultLeaf } from '../fault-tree'
import { at, choice, date, id, media, text, words } from '../schema'
import { STEP_WORDS, d8Steps, stepFields, type StepKey } from './steps'

const step = choice<StepKey>('步骤', d8Steps)
const values = v.pipe(
  v.record(v.picklist(stepFields as [string, ...string[]]), text('内容', STEP_WORDS)),
  v.title('内容'),
)
/** `seen` is the step's rev as the person had it before him: whoever wrote in between is not overwritten. */
const written = { step, values, media, seen: v.pipe(v.number(), v.integer(), v.minValue(0)) }

/** The third level of the fault tree. */
export const leaf = v.pipe(
  v.string('请选到第三级故障'),
  v.check((code) => faultLeaf(code) !== undefined, '请选到第三级故障'),
  v.title('故障归类'),
)
export const models = v.pipe(v.array(words('机型', 60)), v.maxLength(20, '机型最多 20 个'), v.title('机型'))

export const d8MoveInputs = {
  save: v.strictObject(written),
  finish: v.strictObject(written),
  redo: v.strictObject({ step, reason: words('原因', 200) }),
  assign: v.strictObject({ step, owner: id, due: at('完成期限') }),
  scope: v.strictObject({ fault: leaf, models }),
  link: v.strictObject({ no: words('工单编号', 20, '请填写工单编号') }),
  unlink: v.strictObject({ ticket: id, reason: words('原因', 200) }),
  addTask: v.strictObject({
    manual: words('手册', 60),
    change: words('要改什么', 300),
    due: date('完成日期'),
  }),
  doneTask: v.strictObject({ task: id, note: words('改在哪一版、哪一节', 200) }),
  dismiss: v.strictObject({ reason: words('原因', 200) }),
  close: v.strictObject({ summary: words('总结', STEP_WORDS) }),
  stepLate: v.strictObject({ step }),
  taskLate: v.strictObject({ task: id }),
} as const
export type D8MoveName = keyof typeof d8MoveInputs
export type D8MoveInput<M extends D8MoveName> = v.InferOutput<(typeof d8MoveInputs)[M]>
