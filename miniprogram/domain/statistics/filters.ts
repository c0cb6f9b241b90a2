// What statistics are asked for.
import * as v from 'valibot'
import { date } from '../form/schema'
import { faultName } from '../company/fault-tree'
import { daysIn } from './period'

const YEARS = 30
const from = date('从', 'period')
const to = date('到', 'period')
const model = v.pipe(v.string(), v.maxLength(60), v.title('机型'))
const after = v.optional(v.pipe(v.string(), v.maxLength(100)))
const code = v.pipe(
  v.string(),
  v.check((one) => one === '' || faultName(one) !== one, '没有这个故障类别'),
  v.title('故障类别'),
)

const period = { from, to }
const order = '结束日期应在开始日期之后'
const long = `一次最多看 ${YEARS} 年`
const faults = {
  ...period,
  model,
  batch: v.pipe(v.string(), v.regex(/^(\d{4})?$/, '批次是 4 位年月'), v.title('批次')),
  level: v.picklist([1, 2, 3]),
  within: code,
  base: v.picklist(['count', 'downtime', 'cost']),
  perHundred: v.boolean(),
}
/** The end is not before the beginning. */
const inOrder = (one: { from: string; to: string }): boolean => one.from <= one.to
/** No loop's length is chosen by a caller. */
const notLong = (one: { from: string; to: string }): boolean => daysIn(one.from, one.to) <= YEARS * 366
const hasModel = (one: { model: string; batch: string }): boolean => one.batch === '' || one.model !== ''
const ask = '先选机型,再选批次'

export const faultFilter = v.pipe(
  v.strictObject(faults),
  v.forward(v.partialCheck([['from'], ['to']], inOrder, order), ['to']),
  v.forward(v.partialCheck([['from'], ['to']], notLong, long), ['to']),
  v.forward(v.partialCheck([['model'], ['batch']], hasModel, ask), ['batch']),
)
/** `code`: that of a bar, 'other', or '' for what is not classified yet. */
export const faultCases = v.pipe(
  v.strictObject({ ...faults, code: v.pipe(v.string(), v.regex(/^[\w-]{0,10}$/)), after }),
  v.forward(v.partialCheck([['from'], ['to']], inOrder, order), ['to']),
  v.forward(v.partialCheck([['from'], ['to']], notLong, long), ['to']),
  v.forward(v.partialCheck([['model'], ['batch']], hasModel, ask), ['batch']),
)
export const measurePeriod = v.pipe(
  v.strictObject({ ...period, model }),
  v.forward(v.partialCheck([['from'], ['to']], inOrder, order), ['to']),
  v.forward(v.partialCheck([['from'], ['to']], notLong, long), ['to']),
)
export const satisfactionPeriod = v.pipe(
  v.strictObject({ ...period, by: v.picklist(['engineer', 'model', 'company', 'month']) }),
  v.forward(v.partialCheck([['from'], ['to']], inOrder, order), ['to']),
  v.forward(v.partialCheck([['from'], ['to']], notLong, long), ['to']),
)
/** `article`: '' for all. */
export const articleMonth = v.strictObject({
  month: v.pipe(v.string('请选择月份'), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请选择月份'), v.title('月份')),
  article: v.pipe(v.string(), v.maxLength(5)),
  after,
})
