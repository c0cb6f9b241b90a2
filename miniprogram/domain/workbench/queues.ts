// What each role sees on 工作台: a queue is a name and which tickets lie in it.
import { dayTime } from '../calendar/format'
import { inquiryStates } from '../inquiry/states'
import type { Desk } from '../inquiry/parts'
import { servedStates } from '../repair/states'
import type { Role } from '../ticket/people'
import type { FaceCode, Summary } from '../ticket/ticket'

type AskField = Extract<keyof Summary, `ask${string}`>

export interface Queue {
  key: string
  label: string
  icon: string
  /** Tickets that show one of these states … */
  faces?: readonly FaceCode[]
  /** … on whose crew the person is; */
  own?: boolean
  /** or that ask something of the role; */
  ask?: Exclude<AskField, 'asks'>
  /** or that are past their time and ours; */
  late?: boolean
  /** of one desk; */
  desk?: Desk
  /** that this person by name has to deal with; */
  held?: boolean
  /** A page with the whole picture, beside the queue. */
  link?: { label: string; page: string; counts?: 'returnVisits' }
  /** or that the person entered. */
  entered?: boolean
  /** What is promised to the person while a ticket shows a state; {due} is the ticket's deadline. */
  promises?: { readonly [F in FaceCode]?: string }
}

const before: readonly FaceCode[] = ['planning', 'trip_pending', 'preparing']
const there: readonly FaceCode[] = [
  'traveling',
  'onsite',
  'extra_review',
  'wait_extra',
  'wait_delay',
  'wait_sign',
  'signed',
]
const field: Queue = { key: 'field', label: '现场清单', icon: 'map-location', faces: [...before, ...there] }
const mine = (label: string): Queue => ({
  key: 'today',
  label,
  icon: 'task-checked',
  faces: [...before, ...there],
  own: true,
})

const rewrite: Queue = {
  key: 'rewrite',
  label: '待更正记录',
  icon: 'edit',
  faces: ['rewriting'],
  own: true,
}

const dispatch: Queue = {
  key: 'dispatch',
  label: servedStates.verified.staff,
  icon: 'user-safety',
  faces: ['verified'],
  link: { label: '周看板', page: '/office/week/index' },
}

const complaints: Queue = {
  key: 'complaints',
  label: '投诉',
  icon: 'chat-error',
  faces: ['acked', 'probing', 'replied'],
}
const inquiries: Queue = { key: 'inquiry', label: inquiryStates.asked.staff, icon: 'chat', faces: ['asked'] }
const answers: Queue = { ...inquiries, key: 'answer', label: '请我答复', held: true }

export const queues: Readonly<Partial<Record<Role, readonly Queue[]>>> = {
  coordinator: [
    // whoever stands at a machine and cannot go on waits for nobody else's turn
    { key: 'help', label: '求助与改约', icon: 'service', ask: 'askCoordinator' },
    { key: 'verify', label: servedStates.submitted.staff, icon: 'verify', faces: ['submitted'] },
    inquiries,
    { key: 'info', label: '等客户补充', icon: 'user-talk', faces: ['need_info', 'site_ready'] },
    { key: 'paper', label: '待电话确认', icon: 'call', faces: ['left_unconfirmed'] },
    {
      key: 'parts',
      label: servedStates.waiting_part.staff,
      icon: 'component-layout',
      faces: ['waiting_part'],
    },
    dispatch,
    { key: 'remote', label: servedStates.remote.phrase, icon: 'chat', faces: ['remote'] },
    { key: 'ratePhone', label: '待电话评价', icon: 'call', ask: 'askSurvey' },
    {
      key: 'followup',
      label: servedStates.followup.staff,
      icon: 'call',
      faces: ['left', 'followup'],
      link: { label: '定期回访', page: '/office/returns/index', counts: 'returnVisits' },
    },
  ],
  manager: [
    dispatch,
    complaints,
    { key: 'approve', label: '待审批', icon: 'task-checked', faces: ['trip_pending', 'extra_review'] },
    { key: 'callBack', label: '待回电', icon: 'call', ask: 'askCallBack' },
    { key: 'decide', label: '待决定', icon: 'map-route-planning', ask: 'askManager' },
    { key: 'late', label: '已超时', icon: 'error-triangle-filled', late: true },
    answers,
    field,
  ],
  engineer: [mine('我的任务'), rewrite, answers],
  generalManager: [
    { key: 'consent', label: '特殊情况', icon: 'verify', faces: ['gm_review'] },
    { key: 'raised', label: '升级投诉', icon: 'chat-error', ask: 'askSuperior' },
    { key: 'bigTrip', label: '大额出差与异议', icon: 'map-route-planning', ask: 'askGeneral' },
    { key: 'late', label: '已超时', icon: 'error-triangle-filled', late: true },
    field,
  ],
  quality: [{ key: 'repeats', label: '重复投诉', icon: 'chat-error', ask: 'askQuality' }],
  technical: [
    { key: 'appraisal', label: '技术鉴定', icon: 'service', ask: 'askTechnical' },
    { ...inquiries, desk: 'technical' },
    { key: 'remote', label: servedStates.remote.phrase, icon: 'chat', faces: ['remote'] },
    mine('我的任务'),
    rewrite,
  ],
  workshop: [
    { key: 'lend', label: '借用与服务规范', icon: 'cooperate', ask: 'askWorkshop' },
    mine('派给车间的任务'),
    rewrite,
  ],
  marketing: [
    {
      key: 'letters',
      label: '工作联系函',
      icon: 'outbox',
      entered: true,
      promises: { submitted: '客户服务部须在 {due} 前核实', gm_review: '特殊情况,等总经理同意' },
    },
  ],
}

/** What a queue promises for a ticket, '' when nothing. */
export function promiseOf({ promises }: Queue, { face, due }: Pick<Summary, 'face' | 'due'>): string {
  return (promises?.[face] ?? '').replace('{due}', due === null ? '' : dayTime(due))
}

/** The queues of a person's roles, each once. */
export function queuesOf(roles: readonly Role[]): Queue[] {
  const found = roles.flatMap((role) => queues[role] ?? [])
  return found.filter((queue, i) => found.findIndex((other) => other.key === queue.key) === i)
}
