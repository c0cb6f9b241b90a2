// An 8D record (第十一条) is one document: its steps, tasks, evidence and history change together with its rev.
import type { Name } from '../ticket/parts'
import type { Media } from '../ticket/ticket'
import type { StepKey } from './steps'

/** draft: prepared from repeats or by another department, quality has not taken it up yet. */
export const d8States = { draft: '待立项', running: '进行中', closed: '已关闭', dismissed: '不立项' } as const
export type D8State = keyof typeof d8States

/** What a person is to an 8D; `owner` is so to one step. */
export const d8Relations = {
  lead: '质量部',
  owner: '本步负责人',
  technical: '技术部',
  team: '团队',
  reader: '总经理',
  timer: '系统',
} as const
export type D8Relation = keyof typeof d8Relations

/** Where it came from. */
export const origins = { pareto: '故障统计', ticket: '工单', repeat: '重复投诉' } as const
export type Origin = keyof typeof origins

export interface D8Step {
  key: StepKey
  owner: Name | null
  due: number | null
  /** Field of the step → what was written; a date as YYYY-MM-DD. */
  values: Record<string, string>
  done: { by: Name; at: number } | null
  /** Counts its changes, so that two who write at once do not overwrite each other; who changed it last. */
  rev: number
  last: { by: Name; at: number } | null
  /** The deadline that has been rung for. */
  rung: number | null
}

/** A manual that has to change before D7 is done (第九条): work of the technical department. */
export interface ManualTask {
  id: string
  manual: string
  change: string
  due: number
  by: Name
  at: number
  done: { by: Name; at: number; note: string } | null
  rung: number | null
}

/** A ticket of this problem, as it was when it was linked; the customer's number and prices stay on the ticket. */
export interface LinkedTicket {
  id: string
  no: string
  title: string
  companyName: string
  day: string
  photos: { id: string; fileId: string }[]
}

export interface D8Event {
  move: string
  key: string
  at: number
  by: Name
  words: string
}

/** To a person or to everybody of a role. */
export interface D8Tell {
  id: string
  to: { pid: string } | { role: 'quality' | 'technical' | 'manager' }
  title: string
  words: string
}

/** Written with each change, for lists, the workbench and the clock. */
export interface D8Summary {
  tab: 'open' | 'closed'
  /** Sort key of lists, unique: next due or time of closing, then id. */
  rank: string
  /** The step that is on: the first that is not done; null when all are. */
  step: StepKey | null
  due: number | null
  /** Who has a step that is not done. */
  ownerPids: string[]
  openTasks: number
  alarmAt: number | null
}

export interface D8 extends D8Summary {
  _id: string
  no: string
  rev: number
  /** The version of the settings that it was made under, as a ticket has it. */
  rules?: number
  state: D8State
  title: string
  origin: Origin
  /** Code of the fault class, '' until quality names it. */
  fault: string
  /** Codes or names of the models as tickets have them; [] for all. */
  models: string[]
  by: Name
  createdAt: number
  updatedAt: number
  closedAt: number | null
  /** Whom the complaints that it began with are about: for them it does not exist. */
  hiddenFrom: string[]
  steps: D8Step[]
  tasks: ManualTask[]
  tickets: LinkedTicket[]
  /** Evidence; the slot is the step's key. */
  media: Media[]
  events: D8Event[]
  untold: D8Tell[]
}

export const stepOf = (d8: Pick<D8, 'steps'>, key: StepKey): D8Step =>
  d8.steps.find((step) => step.key === key)!

/** Since when the chosen measures are in effect (D6), '' while they are not. */
export const implementedOn = (d8: Pick<D8, 'steps'>): string => {
  const step = stepOf(d8, 'D6')
  return step.done ? (step.values.on ?? '') : ''
}

/** A manual's task by its id. */
export const taskOf = ({ tasks }: Pick<D8, 'tasks'>, id: string): ManualTask | undefined =>
  tasks.find((one) => one.id === id)

/** Counts a change of a step, so that two who write at once do not overwrite each other. */
export function touch({ actor, now }: { actor: Name; now: number }, step: D8Step): void {
  const { pid, name, title } = actor
  step.rev += 1
  step.last = { by: { pid, name, title }, at: now }
}
