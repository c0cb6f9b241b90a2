// 上门: the lifecycle of one trip to the customer, inside a ticket (第十八、十九条).
import { DECIDE } from './asks'
import * as delay from './moves/delay'
import * as dispatch from './moves/dispatch'
import * as extra from './moves/extra'
import * as install from './moves/install'
import * as leaving from './moves/leaving'
import * as record from './moves/record'
import * as rewriting from './moves/rewriting'
import * as road from './moves/road'
import * as survey from './moves/survey'
import * as trip from './moves/trip'
import * as workshop from './moves/workshop'
import type { Lifecycle } from './table'
import type { VisitState } from './visit-parts'
import { dueAfterMinutes, dueAfterWorkdays } from './working-time'

const byFinish = (visit: { finishBy: number } | null) => ({ at: visit!.finishBy, provisional: false })

export const visit: Lifecycle<VisitState> = {
  title: '上门',
  start: 'planning',
  states: {
    planning: {
      customer: '行程安排中',
      staff: '待出差申请',
      phrase: '行程安排',
      category: 'us',
      tab: 'open',
      holder: 'crew',
      article: '18.3',
      next: '工程师申请出差,批准后准备出发',
      due: (_ticket, _visit, since) => dueAfterMinutes(since, DECIDE),
    },
    trip_pending: {
      customer: '行程安排中',
      staff: '出差审批中',
      phrase: '审批中',
      category: 'us',
      tab: 'open',
      holder: 'manager',
      article: '18.1',
      next: '批准后工程师准备出发',
      due: (_ticket, _visit, since) => dueAfterMinutes(since, DECIDE),
    },
    preparing: {
      customer: '工程师准备中',
      staff: '待出发',
      phrase: '准备中',
      category: 'us',
      tab: 'open',
      holder: 'crew',
      article: '18.4',
      next: '工程师出发后,您会收到预计到达时间',
      due: (_ticket, one) => ({ at: one!.arriveBy, provisional: false }),
    },
    traveling: {
      customer: '工程师在路上',
      staff: '在途',
      phrase: '已出发',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '18.3',
      next: '到厂后请安排现场联系人接待',
      due: (_ticket, one) => ({ at: one!.eta ?? one!.arriveBy, provisional: false }),
    },
    onsite: {
      customer: '现场服务中',
      staff: '作业中',
      phrase: '服务中',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '19.2',
      next: '完成后请您签署服务回执',
      due: (_ticket, one) => byFinish(one),
    },
    extra_review: {
      customer: '现场服务中',
      staff: '增项待审批',
      phrase: '服务中',
      category: 'us',
      tab: 'open',
      holder: 'manager',
      article: '19.1',
      next: '超出范围的工作由负责人决定',
      due: (_ticket, _one, since) => dueAfterMinutes(since, 60),
    },
    wait_extra: {
      customer: '请确认增项',
      staff: '等客户确认增项',
      phrase: '待您确认',
      category: 'customer',
      tab: 'yours',
      holder: 'contact',
      article: '19.1',
      next: '您确认后才会开工',
      due: (_ticket, one) => byFinish(one),
    },
    wait_delay: {
      customer: '请确认延期',
      staff: '等客户确认延期',
      phrase: '待您确认',
      category: 'customer',
      tab: 'yours',
      holder: 'contact',
      article: '19.2',
      next: '确认前时限照算',
      due: (_ticket, one) => byFinish(one),
    },
    wait_sign: {
      customer: '请签署回执',
      staff: '待回执',
      phrase: '待签回执',
      category: 'customer',
      tab: 'yours',
      holder: 'contact',
      article: '19.2',
      next: '签署后把离场码告诉工程师',
      due: (_ticket, one) => byFinish(one),
    },
    signed: {
      customer: '回执已签署',
      staff: '待核对离场码',
      phrase: '已签回执',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '19.2',
      next: '工程师核对离场码后离场',
      due: (_ticket, one) => byFinish(one),
    },
    left_unconfirmed: {
      customer: '回执待电话确认',
      staff: '离场待核实',
      phrase: '待核实',
      category: 'us',
      tab: 'open',
      holder: 'coordinator',
      article: '19.2',
      next: '内勤会给签收人打电话确认',
      due: (_ticket, _one, since) => dueAfterWorkdays(since, 1),
    },
    left: {
      customer: '已完成,请评价',
      staff: '已离场',
      phrase: '待评价',
      category: 'done',
      tab: 'yours',
      holder: 'contact',
      article: '8',
      next: '评价约 15 秒',
    },
    rated: {
      customer: '已评价',
      staff: '已评价',
      phrase: '已评价',
      category: 'done',
      tab: 'open',
      holder: 'coordinator',
      article: '8',
      next: '内勤回访',
    },
    withdrawn: {
      customer: '本次上门已取消',
      staff: '本次上门已撤回',
      phrase: '已撤回',
      category: 'closed',
      tab: 'finished',
      holder: null,
      next: '按工单的进度继续',
    },
  },
  moves: {
    ...workshop.visitMoves,
    ...trip.visitMoves,
    ...road.visitMoves,
    ...record.visitMoves,
    ...install.visitMoves,
    ...extra.visitMoves,
    ...delay.visitMoves,
    ...leaving.visitMoves,
    ...survey.visitMoves,
    ...rewriting.visitMoves,
    ...dispatch.visitMoves,
  },
}
