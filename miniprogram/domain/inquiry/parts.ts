// What an inquiry is made of, and its states. It needs no machine; a named person answers (第八条).
import type { StateRow } from '../ticket/table'
import type { Name } from '../ticket/parts'
import { dueAfterMinutes, dueAfterWorkdays } from '../calendar/working-time'

/** Working minutes until the first answer, working days after which an answer that nobody objects to closes (settings). */
export const ANSWER_IN = 2 * 60
export const LAPSE_DAYS = 3

export type InquiryState = 'asked' | 'answered' | 'turned'

/** Departments that answer; a ticket lies at one of them even when a colleague by name has it. */
export const desks = { coordinator: '客户服务部内勤', technical: '技术部' } as const
export type Desk = keyof typeof desks

/** One word in the exchange after the question: an answer, or what was asked on. */
export interface Said {
  by: Name
  side: 'customer' | 'staff'
  words: string
  /** Files that came with it, by their id in the ticket. */
  media: string[]
  at: number
}

export interface Inquiry {
  desk: Desk
  /** The colleague who is to answer; null while the desk has it. */
  answerer: Name | null
  thread: Said[]
  /** The knowledge that the answer was kept as; null when it was not. */
  knowledge: string | null
}

export const inquiryStates: Readonly<Record<InquiryState, StateRow>> = {
  asked: {
    customer: '等我们答复',
    staff: '待答复',
    phrase: '待答复',
    category: 'us',
    tab: 'open',
    holder: 'answerer',
    article: '8',
    next: '答复后发消息通知,看是否解决',
    // the first answer is promised from when it was asked, later ones from when it was asked on
    due: ({ inquiry, verifyBy, provisional }, _visit, since) =>
      inquiry!.thread.length === 0 ? { at: verifyBy, provisional } : dueAfterMinutes(since, ANSWER_IN),
  },
  answered: {
    customer: '已答复,请看是否解决',
    staff: '已答复,等客户确认',
    phrase: '已答复',
    category: 'customer',
    tab: 'yours',
    holder: 'contact',
    article: '8',
    next: `没解决就继续问;${LAPSE_DAYS} 个工作日没有回音会自动关闭`,
    staffNext: `客户没解决会接着问;${LAPSE_DAYS} 个工作日没有回音自动关闭`,
    due: (_ticket, _visit, since) => dueAfterWorkdays(since, LAPSE_DAYS),
  },
  turned: {
    customer: '已转报修',
    staff: '已转报修',
    phrase: '已转报修',
    category: 'closed',
    tab: 'finished',
    holder: null,
    next: '请看转成的报修单',
  },
}
