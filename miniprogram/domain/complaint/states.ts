// The states of a complaint (GB/T 19012): acknowledged at once, looked into, answered; closed with the customer's answer.
import { calendarOf, dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { ComplaintState } from './parts'
import type { StateRow } from '../ticket/table'
import { isUncertain } from '../calendar/working-time'

const promised = (at: number, settings: Settings) => ({
  at,
  provisional: isUncertain(at, calendarOf(settings)),
})

export const complaintStates: Readonly<Record<ComplaintState, StateRow>> = {
  acked: {
    customer: '投诉已受理',
    staff: '投诉待致电',
    phrase: '已受理',
    category: 'us',
    tab: 'open',
    holder: 'handler',
    article: '8',
    next: '先打电话了解,再调查、给出方案',
    due: ({ complaint }, _visit, _since, settings) => promised(complaint!.callBy, settings),
  },
  probing: {
    customer: '调查中',
    staff: '投诉调查中',
    phrase: '调查中',
    category: 'us',
    tab: 'open',
    holder: 'handler',
    article: '12',
    next: '查清原因,解释并给出处理方案',
    due: ({ complaint }, _visit, _since, settings) => promised(complaint!.planBy, settings),
  },
  replied: {
    customer: '请确认方案',
    staff: '等客户确认方案',
    phrase: '请确认方案',
    category: 'customer',
    tab: 'yours',
    holder: 'contact',
    article: '12',
    next: '接受后关闭;不接受请说明原因,我们继续调查',
    staffNext: '客户接受就关闭;不接受会说明原因,继续调查',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'complaintAnswerDays', since),
  },
}
