// Subscribe-message templates: titles and fields as they must be picked from WeChat's public library.
// Limits: thing ≤ 20 characters, phrase ≤ 5 Han, name ≤ 10 Han.
import type { Kind } from './kinds'

export const templates = {
  T1: {
    title: '服务进度提醒',
    fields: {
      character_string1: '工单编号',
      phrase2: '当前进度',
      name3: '处理人',
      time4: '时限',
      thing5: '说明',
    },
  },
  T2: {
    title: '上门服务通知',
    fields: { name1: '工程师', time2: '到达时间', thing3: '设备', thing4: '说明' },
  },
  T3: { title: '待您确认提醒', fields: { thing1: '事项', time2: '截止时间', thing3: '说明' } },
  T4: {
    title: '服务评价提醒',
    fields: { name1: '服务工程师', time2: '完成时间', thing3: '设备', thing4: '说明' },
  },
  T5: {
    title: '投诉处理提醒',
    fields: { character_string1: '编号', phrase2: '进度', time3: '时间', thing4: '说明' },
  },
  T6: {
    title: '待办事项提醒',
    fields: { thing1: '事项', thing2: '客户', time3: '截止时间', thing4: '说明' },
  },
} as const
export type TemplateKey = keyof typeof templates

/** Which credits are asked for together; never more than three, never on load (ux: messages). */
const asks = {
  submit: ['T1', 'T2', 'T4'],
  site: ['T2', 'T3', 'T4'],
  change: ['T4', 'T3', 'T1'],
  sign: ['T4', 'T1'],
  answer: ['T1', 'T3'],
  complain: ['T5', 'T1'],
  staff: ['T6'],
} as const satisfies Record<string, readonly TemplateKey[]>

/** What a request asks for when it is sent, and 「接收进度提醒」 after it. */
export const asksOfKind: Readonly<Record<Kind, readonly TemplateKey[]>> = {
  repair: asks.submit,
  installation: asks.submit,
  return: asks.submit,
  inquiry: asks.answer,
  parts: asks.answer,
  complaint: asks.complain,
}

/** What a tap of a customer asks for: the move that it makes. `rate` only when he wants to be called. */
export const asksOfMove = {
  confirmSite: asks.site,
  acceptQuote: asks.change,
  acceptExtra: asks.change,
  acceptDelay: asks.change,
  sign: asks.sign,
  urge: asks.answer,
  rate: asks.answer,
  changeRating: asks.answer,
  refusePlan: asks.complain,
} as const satisfies Record<string, readonly TemplateKey[]>
/** A tap of the maker's people asks for their next task. */
export const asksOfStaff = asks.staff
