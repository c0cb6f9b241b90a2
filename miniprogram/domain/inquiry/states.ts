// The states of an inquiry: asked, answered, turned into a repair.
import { dueIn } from '../company/deadlines'
import { said } from '../company/settings'
import type { StateRow } from '../ticket/table'
import type { InquiryState } from './parts'

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
    due: ({ inquiry, verifyBy, provisional }, _visit, since, settings) =>
      inquiry!.thread.length === 0 ? { at: verifyBy, provisional } : dueIn(settings, 'inquiryMinutes', since),
  },
  answered: {
    customer: '已答复,请看是否解决',
    staff: '已答复,等客户确认',
    phrase: '已答复',
    category: 'customer',
    tab: 'yours',
    holder: 'contact',
    article: '8',
    next: (settings) => `没解决就继续问;${said(settings, 'inquiryLapseDays')}没有回音会自动关闭`,
    staffNext: (settings) => `客户没解决会接着问;${said(settings, 'inquiryLapseDays')}没有回音自动关闭`,
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'inquiryLapseDays', since),
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
