// What each action must be given. One schema is the label, the required mark, the limit, the server's check
// and the docs. Unknown keys are refused; strings are trimmed.
import * as v from 'valibot'
import { faultLeaf } from './fault-tree'
import { production, symptoms, wishes, type Symptom } from './kinds'
import { posts, type Post } from './people'
import { surveyReasons } from './survey'
import { templates, type TemplateKey } from './templates'

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as [K, ...K[]]

/** Text of at most `max` characters; '' allowed. */
const text = (title: string, max: number) =>
  v.pipe(v.string(`${title}应为文字`), v.trim(), v.maxLength(max, `${title}最多 ${max} 字`), v.title(title))
/** Text that must not be empty. */
const words = (title: string, max: number, ask = `请填写${title}`) =>
  v.pipe(
    v.string(ask),
    v.trim(),
    v.minLength(1, ask),
    v.maxLength(max, `${title}最多 ${max} 字`),
    v.title(title),
  )
const choice = <K extends string>(
  title: string,
  record: Readonly<Record<K, unknown>>,
  ask = `请选择${title}`,
) => v.pipe(v.picklist(keysOf(record), ask), v.title(title))
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '编号格式不对'))
/** A message's id is made of its ticket's and its reader's. */
const messageId = v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/, '编号格式不对'))
const at = (title: string) =>
  v.pipe(v.number(`请选择${title}`), v.integer(), v.minValue(0), v.maxValue(4102444800000), v.title(title))
const flag = (title: string) => v.pipe(v.boolean(), v.title(title))
const phone = v.pipe(
  v.string('请填写电话'),
  v.trim(),
  v.regex(/^$|^1\d{10}$|^0\d{2,3}-?\d{7,8}$|^400-?\d{3}-?\d{4}$/, '请填写 11 位手机号或带区号座机'),
  v.title('电话'),
)
/** Idempotency key: made once by the phone for one intention, the same at each retry. */
export const key = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, '请求编号格式不对'))
const media = v.pipe(
  v.array(v.strictObject({ id, kind: v.picklist(['photo', 'video', 'voice']), slot: text('位置', 20) })),
  v.maxLength(9, '最多 9 个照片或录音'),
  v.title('照片、视频、语音'),
)
const nothing = v.strictObject({})

/** Symptoms that the customer chooses from. */
const symptom = choice<Symptom>('怎么了', symptoms)

/** What each move of a lifecycle takes. */
export const moveInputs = {
  verify: v.strictObject({
    charge: v.pipe(v.picklist(['free', 'paid'], '请选择收费方式'), v.title('收费方式')),
    chargeReason: words('收费依据', 60),
    note: words('核实情况', 300),
    how: v.pipe(v.picklist(['phone', 'picture', 'network'], '请选择核实方式'), v.title('核实方式')),
  }),
  askInfo: v.strictObject({ asked: words('请客户补充什么', 200) }),
  supplement: v.strictObject({ text: words('补充说明', 500), media }),
  decline: v.strictObject({ reason: words('不予受理的原因', 200) }),
  assign: v.pipe(
    v.strictObject({
      engineer: id,
      task: words('任务', 100),
      arriveBy: at('到达时间'),
      finishBy: at('完成时间'),
    }),
    v.forward(
      v.partialCheck(
        [['arriveBy'], ['finishBy']],
        (job) => job.finishBy > job.arriveBy,
        '完成时间应在到达之后',
      ),
      ['finishBy'],
    ),
  ),
  depart: v.strictObject({ eta: at('预计到达') }),
  arrive: v.strictObject({
    workwear: v.pipe(v.literal(true, '请着工装后再确认到达'), v.title('已着工装')),
    metOwner: v.pipe(v.literal(true, '请先与业主联系人见面'), v.title('已与业主联系人见面')),
    siteReady: flag('现场条件与确认一致'),
    lateReason: text('迟到原因', 100),
  }),
  report: v.strictObject({
    fault: v.pipe(
      v.string('请选到第三级故障'),
      v.check((code) => faultLeaf(code) !== undefined, '请选到第三级故障,或选『未复现』并拍照说明'),
      v.title('故障归类'),
    ),
    cause: words('原因', 300),
    measure: words('处理措施', 500),
    parts: v.pipe(
      v.array(
        v.strictObject({
          name: words('备件名称', 40),
          oldSerial: text('旧件序列号', 40),
          newSerial: text('新件序列号', 40),
          quantity: v.pipe(
            v.number('请填写数量'),
            v.integer('数量应为整数'),
            v.minValue(1, '数量至少 1'),
            v.maxValue(99, '数量最多 99'),
            v.title('数量'),
          ),
        }),
      ),
      v.maxLength(20, '最多 20 种备件'),
      v.title('更换备件'),
    ),
    hours: v.pipe(
      v.number('请填写工时'),
      v.minValue(0.1, '请填写工时'),
      v.maxValue(200, '工时最多 200 小时'),
      v.title('工时(小时)'),
    ),
    result: v.pipe(v.picklist(['fixed', 'temporary', 'unfixed'], '请选择处理结果'), v.title('处理结果')),
    leftover: text('遗留问题', 200),
    media,
  }),
  sign: v.strictObject({
    name: words('签收人姓名', 20),
    post: words('职务', 20),
    signature: v.pipe(
      v.string(),
      v.regex(/^[\d,.; ]*$/, '签名格式不对'),
      v.maxLength(12000, '签名太长,请重签'),
      v.title('签名'),
    ),
    running: flag('设备已恢复运行'),
    cleaned: flag('现场已清理'),
    oldParts: flag('旧件已交接'),
    note: text('说明', 300),
  }),
  leave: v.strictObject({
    code: v.pipe(v.string('请输入离场码'), v.regex(/^\d{6}$/, '离场码是 6 位数字'), v.title('离场码')),
  }),
  rate: v.strictObject({
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
  }),
  renewCode: nothing,
  close: v.strictObject({ note: words('回访情况', 300) }),
} as const
export type MoveName = keyof typeof moveInputs
export type MoveInput<M extends MoveName> = v.InferOutput<(typeof moveInputs)[M]>

/** The repair request of a customer. */
const repairRequest = v.pipe(
  v.strictObject({
    key,
    equipmentId: v.pipe(
      v.string('请选择设备'),
      v.minLength(1, '请选择设备'),
      v.maxLength(64),
      v.title('设备'),
    ),
    symptom,
    description: text('补充说明', 500),
    production: choice('现在能生产吗', production, '请选择现在能不能生产'),
    contactName: words('联系人', 20),
    contactPhone: phone,
    wish: choice('希望什么时候来', wishes),
    wishAt: v.pipe(v.nullable(at('希望时间')), v.title('希望时间')),
    media,
  }),
  v.forward(
    v.partialCheck(
      [['description'], ['media']],
      (request) => request.description !== '' || request.media.length > 0,
      '照片、语音、文字至少一项',
    ),
    ['description'],
  ),
)

const page = { after: v.optional(v.pipe(v.string(), v.maxLength(100))) }

/** Every action of the door: name → schema of its input. */
export const inputs = {
  'session.open': nothing,
  'company.peek': v.strictObject({
    code: v.pipe(
      v.string('请输入邀请码'),
      v.trim(),
      v.toUpperCase(),
      v.regex(/^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/, '邀请码是 8 位字母和数字'),
      v.title('邀请码'),
    ),
  }),
  'company.join': v.strictObject({
    code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(9)),
    name: words('姓名', 20),
    post: choice<Post>('岗位', posts),
    phone,
    consent: v.pipe(v.literal(true, '请先阅读并同意协议'), v.title('同意协议')),
  }),
  'equipment.list': nothing,
  'equipment.open': v.strictObject({
    serial: v.pipe(
      v.string('请输入序列号'),
      v.trim(),
      v.toUpperCase(),
      v.minLength(1, '请输入序列号'),
      v.maxLength(40),
      v.title('序列号'),
    ),
  }),
  'ticket.submit': repairRequest,
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
    input: v.record(v.string(), v.unknown()),
  }),
  'media.arrived': v.strictObject({ id, media: id, fileId: v.pipe(v.string(), v.maxLength(300)) }),
  'dispatch.candidates': v.strictObject({ id }),
  'work.open': nothing,
  'work.queue': v.strictObject({ queue: id, ...page }),
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
export type Inputs = { [A in ActionName]: v.InferInput<(typeof inputs)[A]> }

/** Issues of a schema as field path → message, the first of each field. */
export function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const path = v.getDotPath(issue) ?? ''
    errors[path] ??= issue.message
  }
  return errors
}

/** Checks what a person typed against a move's schema before it is sent; {} when it is well. */
export function moveErrors(move: MoveName, input: unknown): Record<string, string> {
  const result = v.safeParse(moveInputs[move], input)
  return result.success ? {} : fieldErrors(result.issues)
}

/** Checks what a person typed against an action's schema before it is sent; {} when it is well. */
export function inputErrors(action: ActionName, input: unknown): Record<string, string> {
  const result = v.safeParse(inputs[action], input)
  return result.success ? {} : fieldErrors(result.issues)
}
