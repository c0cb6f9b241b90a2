// The gates of the company's rules and what holds each of them in the tables.
import type { ArticleKey } from '../../miniprogram/domain/company/articles'
import type { CheckName } from '../../miniprogram/domain/subjects'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { FaceCode } from '../../miniprogram/domain/ticket/ticket'

export interface Gate {
  title: string
  article: ArticleKey
  /** Named checks that block a move. */
  checks?: readonly CheckName[]
  /** States in which somebody has to act before anything goes on. */
  states?: readonly FaceCode[]
  /** Ticks and fields without which a move is refused. */
  fields?: readonly (readonly [MoveName, string])[]
}

export const gates: readonly Gate[] = [
  { title: '核实时限', article: '18.1', states: ['submitted'] },
  { title: '特殊情况', article: '18.1', states: ['gm_review'] },
  { title: '出差审批', article: '18.1', checks: ['tripApproved', 'withinLimit'], states: ['trip_pending'] },
  {
    title: '现场条件',
    article: '18.2',
    checks: ['siteConfirmed', 'allReady', 'sitePhotos'],
    states: ['site_ready'],
    fields: [['confirmSite', 'truth']],
  },
  {
    title: '任务、完成时间、路线',
    article: '18.3',
    checks: ['routeInOrder'],
    fields: [
      ['askTrip', 'task'],
      ['askTrip', 'finishBy'],
      ['askTrip', 'legs'],
    ],
  },
  { title: '变更路线', article: '18.3', checks: ['routeAgreed'] },
  { title: '出差准备', article: '18.4', checks: ['prepared'] },
  { title: '预定外请求', article: '18.5', states: ['submitted'] },
  {
    title: '超出范围',
    article: '19.1',
    checks: ['pricedOrFree', 'mayConfirmCost'],
    states: ['extra_review', 'wait_extra'],
  },
  {
    title: '工装、见业主',
    article: '19.2',
    fields: [
      ['arrive', 'workwear'],
      ['arrive', 'metOwner'],
    ],
  },
  { title: '用户原因延期', article: '19.2', checks: ['laterThanPlanned'], states: ['wait_delay'] },
  {
    title: '离场',
    article: '19.2',
    checks: ['reportWritten', 'receiptSigned', 'codeAlive', 'codeMatches', 'paperPhotographed'],
    states: ['wait_sign', 'signed', 'left_unconfirmed'],
  },
  { title: '故障归类', article: '10', checks: ['faultClassified'], fields: [['report', 'fault']] },
  {
    title: '投诉解释与答复',
    article: '12',
    checks: ['assessed', 'investigated'],
    states: ['acked', 'probing', 'replied'],
  },
  {
    title: '评价与回访',
    article: '8',
    checks: ['surveyed', 'calledBack', 'runsAgain'],
    states: ['left', 'followup'],
  },
  {
    title: '非客户服务部人员',
    article: '15',
    checks: ['companionsKnown', 'helpersReady'],
    fields: [['acceptNorms', 'norms']],
  },
  {
    title: '进度、质量、成本',
    article: '13',
    checks: ['planMade', 'nextMilestone', 'lateWithCause', 'oncePerDay', 'everyItemJudged'],
  },
  { title: '内勤支持', article: '17', checks: ['helpNamed', 'helpUntaken', 'helpWaiting', 'urgeAgain'] },
  { title: '收费', article: '4', checks: ['estimateWhenPaid', 'quoteAccepted'] },
]
