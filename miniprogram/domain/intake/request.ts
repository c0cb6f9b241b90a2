// What a customer or the office must give for a new ticket: a variant per kind.
import * as v from 'valibot'
import { complaintRequest } from '../complaint/request'
import {
  installModes,
  isServed,
  production,
  specials,
  symptoms,
  wishes,
  type Symptom,
} from '../company/kinds'
import {
  at,
  choice,
  date,
  flag,
  id,
  inOrder,
  key,
  media,
  phone,
  reference,
  text,
  words,
} from '../form/schema'
import type { Timely } from '../form/judge'
import { startOfDay } from '../calendar/days'
import { DAY } from '../calendar/units'
import { workingMinutes } from '../calendar/working-time'

/** 今天下午 is over when no working time of the day is left. */
const wishInTime: Timely = (wish, now) =>
  wish === 'today' && workingMinutes(now, startOfDay(now) + DAY) === 0
    ? '今天已经没有工作时间了，请选别的时间'
    : ''

/** What every request has. */
const asking = { key, contactName: words('联系人', 20), contactPhone: phone, media }
/** A machine of the company, '' for a request that is not about one. */
const anyMachine = v.pipe(v.string('请选择设备'), v.maxLength(64), v.title('设备'))

const common = {
  ...asking,
  equipmentId: v.pipe(v.string('请选择设备'), v.minLength(1, '请选择设备'), v.maxLength(64), v.title('设备')),
  description: text('补充说明', 500),
  wish: v.pipe(choice('希望什么时候来', wishes), v.metadata({ timely: wishInTime })),
  wishAt: v.pipe(v.nullable(at('希望时间', 'wish')), v.title('希望时间')),
  /** The earlier ticket of the same problem. */
  follows: v.optional(v.nullable(id), null),
  /** The engineer who was on the spot and showed the QR (第十八条第5项). */
  met: v.optional(v.nullable(id), null),
}

const said = (request: { description: string; media: readonly unknown[] }) =>
  request.description !== '' || request.media.length > 0

const repair = v.pipe(
  v.strictObject({
    kind: v.literal('repair'),
    symptom: choice<Symptom>('怎么了', symptoms),
    production: choice('现在能生产吗', production, '请选择现在能不能生产'),
    ...common,
  }),
  v.forward(v.partialCheck([['description'], ['media']], said, '照片、语音、文字至少一项'), ['description']),
)

const installation = v.pipe(
  v.strictObject({
    kind: v.literal('installation'),
    mode: choice('安装方式', installModes),
    contractNo: reference('合同号', 40),
    arrivalOn: date('到货日期', 'installing'),
    readyOn: date('现场就绪日期', 'installing'),
    ...common,
  }),
  v.forward(
    v.partialCheck(
      [['arrivalOn'], ['readyOn']],
      ({ arrivalOn, readyOn }) => inOrder(arrivalOn, readyOn),
      '现场就绪日期应在到货日期当天或以后',
    ),
    ['readyOn'],
  ),
)

const inquiry = v.pipe(
  v.strictObject({
    kind: v.literal('inquiry'),
    ...asking,
    equipmentId: anyMachine,
    description: text('问题', 500),
  }),
  v.forward(v.partialCheck([['description'], ['media']], said, '请写下问题,或用语音、照片说明'), [
    'description',
  ]),
)

/** A request of any kind. */
export const request = v.variant('kind', [repair, installation, inquiry, complaintRequest], '没有这种服务')
export type Request = v.InferOutput<typeof request>

/** What staff enter for a call, a chat or a letter (第十八条第1项): time of request ≠ time of entry. */
export const entry = v.pipe(
  v.strictObject({
    companyId: id,
    /** The customer's person who asked, null when he is not in the mini-program. */
    ownerPid: v.nullable(id),
    source: v.pipe(v.picklist(['phone', 'wechat', 'letter', 'other'], '请选择来源'), v.title('来源')),
    letterNo: text('联系函编号', 40),
    requestedAt: at('客户提出的时间', 'requested'),
    special: v.pipe(
      v.picklist(['', ...(Object.keys(specials) as (keyof typeof specials)[])]),
      v.title('特殊情况'),
    ),
    despite: flag('已知有处理中的工单,仍新建'),
    request,
  }),
  v.forward(
    v.partialCheck(
      [['source'], ['letterNo']],
      (given) => given.source !== 'letter' || given.letterNo !== '',
      '请填写联系函编号',
    ),
    ['letterNo'],
  ),
  v.forward(
    v.partialCheck(
      [['special'], ['request', 'kind']],
      (given) => given.special === '' || isServed(given.request.kind),
      '特殊情况只用于要上门的服务',
    ),
    ['special'],
  ),
)
export type Entry = v.InferOutput<typeof entry>
