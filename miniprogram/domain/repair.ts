// 报修: the lifecycle of a repair ticket. While a visit is on, visit.ts tells the state.
import { dayTime } from './format'
import { lifecycle } from './table'
import type { TicketState, Visit } from './ticket'
import { dueAfterMinutes, dueAfterWorkdays, workingMinutes } from './working-time'

/** Working minutes within which a manager sends somebody (setting). */
const DISPATCH = 8 * 60
/** Working days after which a visit is followed up (setting; rules 第八条). */
const FOLLOW_UP = 3

export const repair = lifecycle<TicketState>({
  title: '报修',
  start: 'submitted',
  states: {
    submitted: {
      customer: '待核实',
      staff: '待核实',
      phrase: '待核实',
      category: 'us',
      tab: 'open',
      holder: 'coordinator',
      article: '18.1',
      next: '内勤联系您核实,再安排工程师',
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
      due: (_ticket, _visit, now) => dueAfterWorkdays(now, 1),
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
      due: (_ticket, _visit, now) => dueAfterMinutes(now, DISPATCH),
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
      due: (_ticket, _visit, now) => dueAfterWorkdays(now, FOLLOW_UP),
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
      due: (_ticket, _visit, now) => dueAfterWorkdays(now, FOLLOW_UP),
    },
    closed: {
      customer: '已关闭',
      staff: '已关闭',
      phrase: '已关闭',
      category: 'closed',
      tab: 'finished',
      holder: null,
      next: '如问题再次出现,请重新报修',
    },
    declined: {
      customer: '未受理',
      staff: '未受理',
      phrase: '未受理',
      category: 'closed',
      tab: 'finished',
      holder: null,
      next: '如有疑问请拨打服务电话',
    },
  },
  moves: {
    verify: {
      label: '核实通过',
      from: ['submitted'],
      to: 'verified',
      by: ['coordinator', 'manager'],
      article: '18.1',
      primary: true,
      tells: ['verified', 'toDispatch'],
      words: ({ input }) => `已核实,${input.charge === 'free' ? '免费' : '收费'}(${input.chargeReason})`,
      does: ({ ticket, input, actor, now }) => {
        const { pid, name, title } = actor
        ticket.verification = {
          by: { pid, name, title },
          at: now,
          charge: input.charge,
          reason: input.chargeReason,
          note: input.note,
        }
      },
    },
    askInfo: {
      label: '请客户补充',
      from: ['submitted'],
      to: 'need_info',
      by: ['coordinator', 'manager'],
      article: '18.1',
      tells: ['infoWanted'],
      words: ({ input }) => `请客户补充:${input.asked}`,
      does: ({ ticket, input, actor, now }) => {
        ticket.asked = input.asked
        ticket.pauses.push({ reason: '等客户补充', from: now, to: null, by: actor.name })
      },
    },
    supplement: {
      label: '补充信息',
      from: ['need_info'],
      to: 'submitted',
      by: ['owner', 'colleague'],
      primary: true,
      tells: ['supplemented'],
      words: ({ input }) => `已补充:${input.text}`,
      does: ({ ticket, now }) => {
        const pause = ticket.pauses[ticket.pauses.length - 1]!
        pause.to = now
        const left = workingMinutes(pause.from, ticket.verifyBy)
        const due = dueAfterMinutes(now, left)
        ticket.verifyBy = due.at
        ticket.provisional = due.provisional
      },
    },
    decline: {
      label: '不予受理',
      from: ['submitted', 'need_info'],
      to: 'declined',
      by: ['coordinator', 'manager'],
      article: '18.1',
      tells: ['declined'],
      words: ({ input }) => `未受理:${input.reason}`,
      does: ({ ticket, input }) => {
        ticket.declined = input.reason
      },
    },
    assign: {
      label: '派工',
      from: ['verified'],
      to: 'visiting',
      by: ['manager', 'coordinator'],
      needs: ['engineerKnown'],
      article: '18.3',
      primary: true,
      tells: ['assigned', 'jobFor'],
      words: ({ input, facts }) => `派给 ${facts.engineer!.name},${dayTime(input.arriveBy)} 前到达`,
      does: ({ ticket, input, actor, facts }) => {
        const { pid, name, title } = actor
        ticket.visits.push({
          ...emptyVisit,
          id: `v${ticket.visits.length + 1}`,
          crew: [facts.engineer!],
          task: input.task,
          arriveBy: input.arriveBy,
          finishBy: input.finishBy,
          assignedBy: { pid, name, title },
        })
      },
    },
    close: {
      label: '回访并关闭',
      from: ['left', 'followup'],
      to: 'closed',
      by: ['coordinator', 'manager'],
      needs: ['faultClassified', 'surveyed'],
      article: '8',
      primary: true,
      words: () => '回访完成,工单关闭',
    },
  },
})

const emptyVisit: Omit<Visit, 'id' | 'crew' | 'task' | 'arriveBy' | 'finishBy' | 'assignedBy'> = {
  state: 'preparing',
  eta: null,
  departedAt: null,
  arrivedAt: null,
  lateReason: '',
  conduct: null,
  report: null,
  receipt: null,
  leftAt: null,
  survey: null,
}
