// The bricks of what is typed: one schema is the label, the required mark, the limit, the server's check and the docs.
import * as v from 'valibot'
import { isDay, isoDay, startOf } from '../calendar/days'
import { longDay } from '../calendar/format'
import { DAY, HOUR } from '../calendar/units'
import type { Timely } from './judge'
import { PHONE, phoneOf } from './phone'
import { ranges, type Range, type RangeName } from './ranges'
import { SERIAL, serialOf } from './serial'
import { plainForm, tidy } from './text'

export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) =>
  Object.keys(record) as [K, ...K[]]

/** Text of at most `max` characters; '' allowed. */
export const text = (title: string, max: number) =>
  v.pipe(
    v.string(`${title}应为文字`),
    v.transform(tidy),
    v.maxLength(max, `${title}最多 ${max} 字`),
    v.title(title),
  )

/** Text that must not be empty. */
export const words = (title: string, max: number, ask = `请填写${title}`) =>
  v.pipe(
    v.string(ask),
    v.transform(tidy),
    v.minLength(1, ask),
    v.maxLength(max, `${title}最多 ${max} 字`),
    v.title(title),
  )

/** A number or a code that somebody copies from a paper (合同号, 工号): full-width letters are plain ones. */
export const reference = (title: string, max: number, ask = `请填写${title}`) =>
  v.pipe(
    v.string(ask),
    v.transform(plainForm),
    v.minLength(1, ask),
    v.maxLength(max, `${title}最多 ${max} 字`),
    v.title(title),
  )

/** Digits that somebody reads off a screen: full-width ones are plain ones. */
export const digits = (title: string, ask: string) =>
  v.pipe(v.string(ask), v.transform(plainForm), v.title(title))

/** One key of a record; where its values are words they are what a form shows. */
export const choice = <K extends string>(
  title: string,
  record: Readonly<Record<K, unknown>>,
  ask = `请选择${title}`,
) => v.pipe(v.picklist(keysOf(record), ask), v.title(title), v.metadata({ options: record }))

/** Letters and digits that somebody copies from a paper or a screen. */
export const code = (title: string, ask: string) =>
  v.pipe(
    v.string(ask),
    v.transform((typed) => plainForm(typed).toUpperCase()),
    v.title(title),
  )

/** A document's id or an id inside one. */
export const id = v.pipe(v.string('编号格式不对'), v.regex(/^[\w-]{1,64}$/, '编号格式不对'))

/** The days between which every date and time lies, however it is meant. */
const FIRST = '2000-01-01'
const LAST = '2099-12-31'
const outside = (title: string) => `${title}应在 2000 年到 2099 年之间`

/** Epoch milliseconds within this century, and within a range from now. */
export const at = (title: string, range: RangeName) =>
  v.pipe(
    v.number(`请选择${title}`),
    v.integer(`${title}不是有效时间`),
    v.minValue(startOf(FIRST), outside(title)),
    v.maxValue(startOf(LAST) + DAY - 1, outside(title)),
    v.title(title),
    v.metadata({ form: 'time', timely: timelyAt(title, range) }),
  )

/** A local date YYYY-MM-DD that the calendar has, within this century, and within a range from today. */
export const date = (title: string, range: RangeName) =>
  v.pipe(
    v.string(`请选择${title}`),
    v.nonEmpty(`请选择${title}`),
    v.check(isDay, `${title}不是有效日期`),
    v.check((day) => day >= FIRST && day <= LAST, outside(title)),
    v.title(title),
    v.metadata({ form: 'date', timely: timelyDay(title, range) }),
  )

function timelyAt(title: string, range: RangeName): Timely {
  const { back = Infinity, ahead = Infinity }: Range = ranges[range]
  return (value, now) => {
    const time = Number(value)
    if (time < now - back)
      return back <= HOUR ? `${title}应在现在之后` : `${title}不能早于 ${longDay(now - back)}`
    if (time <= now + ahead) return ''
    return ahead <= HOUR ? `${title}不能在现在之后` : `${title}不能晚于 ${longDay(now + ahead)}`
  }
}

function timelyDay(title: string, range: RangeName): Timely {
  const { back = Infinity, ahead = Infinity }: Range = ranges[range]
  return (value, now) => {
    const day = startOf(String(value))
    if (day < startOf(isoDay(now - back)))
      return `${title}不能早于${back === 0 ? '今天' : ` ${longDay(now - back)}`}`
    return day > now + ahead ? `${title}不能晚于 ${longDay(now + ahead)}` : ''
  }
}

/** Of two days in a form, the second is not before the first; well while one of them is missing. */
export const inOrder = (from: string | undefined, to: string | undefined): boolean =>
  !from || !to || from <= to

export const flag = (title: string) => v.pipe(v.boolean(`${title}应为是或否`), v.title(title))

/** A tick that must be set. */
export const must = (title: string, ask: string) => v.pipe(v.literal(true, ask), v.title(title))

/** Whole yuan, 0 to ten million. */
export const money = (title: string) =>
  v.pipe(
    v.number(`请填写${title}`),
    v.integer(`${title}请填整数元`),
    v.minValue(0, `${title}不能是负数`),
    v.maxValue(10_000_000, `${title}太大`),
    v.title(title),
    v.metadata({ form: 'money' }),
  )

/** A serial number in any writing; '' allowed. */
export const serialNumber = (title: string) =>
  v.pipe(
    v.string(`请输入${title}`),
    v.transform(serialOf),
    v.maxLength(SERIAL, `${title}最多 ${SERIAL} 位`),
    v.title(title),
  )
export const serial = serialNumber('序列号')

const NO_NUMBER = '?'
/** A telephone number in any writing; '' allowed. */
export const phone = v.pipe(
  v.string('请填写电话'),
  v.maxLength(PHONE, `电话最多 ${PHONE} 位`),
  v.transform((typed) => (tidy(typed) === '' ? '' : (phoneOf(typed) ?? NO_NUMBER))),
  v.check((number) => number !== NO_NUMBER, '请填写手机号或带区号的座机，分机写在最后；境外号码以 + 开头'),
  v.title('电话'),
)

/** Idempotency key: made once by the phone for one intention, the same at each retry. */
export const key = v.pipe(v.string('请求编号格式不对'), v.regex(/^[\w-]{8,64}$/, '请求编号格式不对'))

/** Files announced with a text; `digest` is the SHA-1 that WeChat computes of the file, '' where it cannot. */
export const media = v.pipe(
  v.array(
    v.strictObject({
      id,
      kind: v.picklist(['photo', 'video', 'voice']),
      slot: text('位置', 20),
      digest: v.optional(v.pipe(v.string(), v.regex(/^([0-9a-f]{40})?$/, '文件摘要格式不对')), ''),
    }),
  ),
  v.maxLength(20, '最多 20 个照片或录音'),
  v.title('照片、视频、语音'),
)

/** Lines with a price. */
export const priceLines = (title: string, least: number) =>
  v.pipe(
    v.array(v.strictObject({ name: words('项目', 40), amount: money('金额') })),
    v.minLength(least, `请填写${title}`),
    v.maxLength(20, `${title}最多 20 行`),
    v.title(title),
  )

/** Legs of a route (第十八条第3项: 明确出差路线). */
export const legs = v.pipe(
  v.array(
    v.strictObject({
      from: words('出发地', 30),
      to: words('到达地', 30),
      by: words('交通方式', 20),
      departAt: at('出发时间', 'route'),
    }),
  ),
  v.minLength(1, '请填写出差路线'),
  v.maxLength(12, '路线最多 12 段'),
  v.title('出差路线'),
)

/** What a move is given: judged by the move's own schema, which names fewer fields than these. */
export const moveInput = v.pipe(
  v.record(v.string(), v.unknown(), '这一步的内容格式不对'),
  v.maxEntries(60, '这一步的内容太多'),
)

export const nothing = v.strictObject({})
