// The states of a ticket that is served by visits: words of each side, holder, deadline, what comes next.
import { calendarOf, dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'
import type { StateRow } from '../ticket/table'
import type { ServedState, Ticket } from '../ticket/ticket'
import { endOfDay, type Due } from '../calendar/working-time'

/** The return visit: as agreed on the last call, else within the time that is set. */
const followUpBy = ({ returnAt }: Ticket, since: number, settings: Settings): Due =>
  returnAt === null ? dueIn(settings, 'followUpDays', since) : { at: returnAt, provisional: false }

export const servedStates: Readonly<Record<ServedState, StateRow>> = {
  submitted: {
    customer: '待核实',
    staff: '待核实',
    phrase: '待核实',
    category: 'us',
    tab: 'open',
    holder: 'coordinator',
    article: '18.1',
    next: '内勤联系您核实,再安排工程师',
    staffNext: '内勤联系客户核实,再安排工程师',
    due: (ticket) => ({ at: ticket.verifyBy, provisional: ticket.provisional }),
  },
  need_info: {
    customer: '请补充信息',
    staff: '等客户补充',
    phrase: '待补充',
    category: 'customer',
    tab: 'yours',
    holder: 'contact',
    article: '18.1',
    next: '补充后继续核实;等待期间时限暂停',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'needInfoDays', since),
  },
  gm_review: {
    customer: '受理审批中',
    staff: '特殊情况待总经理',
    phrase: '审批中',
    category: 'us',
    tab: 'open',
    holder: 'generalManager',
    article: '18.1',
    next: '总经理同意后继续安排',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'decisionMinutes', since),
  },
  remote: {
    customer: '远程指导中',
    staff: '远程指导中',
    phrase: '远程指导',
    category: 'us',
    tab: 'open',
    holder: 'technical',
    article: '8',
    next: '先远程指导;解决不了再安排上门',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'remoteMinutes', since),
  },
  site_ready: {
    customer: '请确认现场条件',
    staff: '待现场确认',
    phrase: '待确认现场',
    category: 'customer',
    tab: 'yours',
    holder: 'contact',
    article: '18.2',
    next: '确认后安排工程师;等待期间时限暂停',
    due: ({ site }, _visit, since, settings) =>
      site.readyOn
        ? { at: endOfDay(site.readyOn, calendarOf(settings)), provisional: false }
        : dueIn(settings, 'siteReadyDays', since),
  },
  verified: {
    customer: '安排工程师中',
    staff: '待派工',
    phrase: '待派工',
    category: 'us',
    tab: 'open',
    holder: 'manager',
    article: '18.1',
    next: '负责人指派工程师,您会收到通知',
    staffNext: '负责人指派工程师,客户会收到通知',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'dispatchMinutes', since),
  },
  waiting_part: {
    customer: '等待备件',
    staff: '等备件',
    phrase: '等备件',
    category: 'us',
    tab: 'open',
    holder: 'coordinator',
    article: '14',
    next: '备件到后马上安排上门',
    due: ({ waitingPart }, _visit, _since, settings) =>
      waitingPart ? { at: endOfDay(waitingPart.eta, calendarOf(settings)), provisional: false } : null,
  },
  visiting: {
    customer: '上门服务中',
    staff: '上门服务中',
    phrase: '上门中',
    category: 'site',
    tab: 'open',
    holder: 'crew',
    next: '按上门进度进行',
  },
  left: {
    customer: '已完成,请评价',
    staff: '已离场',
    phrase: '待评价',
    category: 'done',
    tab: 'yours',
    holder: 'contact',
    article: '8',
    next: '评价约 15 秒,之后由内勤回访',
    staffNext: '客户评价后由内勤回访',
    due: (ticket, _visit, since, settings) => followUpBy(ticket, since, settings),
  },
  followup: {
    customer: '待回访',
    staff: '待回访',
    phrase: '待回访',
    category: 'done',
    tab: 'open',
    holder: 'coordinator',
    article: '8',
    next: '内勤电话回访后关闭',
    due: (ticket, _visit, since, settings) => followUpBy(ticket, since, settings),
  },
  rewriting: {
    customer: '待回访',
    staff: '记录退回重填',
    phrase: '待回访',
    category: 'done',
    tab: 'open',
    holder: 'crew',
    article: '10',
    next: '工程师更正服务记录,之后继续回访',
    due: (_ticket, _visit, since, settings) => dueIn(settings, 'rewriteDays', since),
  },
  closed: {
    customer: '已关闭',
    staff: '已关闭',
    phrase: '已关闭',
    category: 'closed',
    tab: 'finished',
    holder: null,
    next: (settings) => `${said(settings, 'reopenDays')}内问题再出现可重新打开`,
  },
  declined: {
    customer: '未受理',
    staff: '未受理',
    phrase: '未受理',
    category: 'closed',
    tab: 'finished',
    holder: null,
    next: '如有疑问请拨打服务电话',
    staffNext: '客户有疑问会拨打服务电话',
  },
  cancelled: {
    customer: '已取消',
    staff: '已取消',
    phrase: '已取消',
    category: 'closed',
    tab: 'finished',
    holder: null,
    next: '需要时可以重新提交',
  },
  merged: {
    customer: '已合并处理',
    staff: '已合并',
    phrase: '已合并',
    category: 'closed',
    tab: 'finished',
    holder: null,
    next: '请看合并后的工单',
  },
}

/** Where a ticket that engineers go out for is not over yet. */
export const openServed = (Object.keys(servedStates) as ServedState[]).filter(
  (state) => servedStates[state].category !== 'closed',
)
