// The plan of an installation (第二、三、十三条): milestones with planned and actual dates, quality, cost and cause of delay.
import type { InstallMode } from '../company/kinds'
import type { Name } from '../ticket/parts'

export const milestones = {
  delivery: '到货',
  placing: '就位',
  wiring: '接线',
  tuning: '调试',
  cutting: '试切',
  acceptance: '验收',
} as const
export type MilestoneKey = keyof typeof milestones

export interface Milestone {
  key: MilestoneKey
  label: string
  /** Who does it: on guided jobs the customer's people under our guidance, on turnkey jobs we. */
  doneBy: 'customer' | 'us'
  planned: string | null
  actual: string | null
  quality: 'pass' | 'fail' | null
  /** Whole yuan. */
  cost: number
  delayCause: string
  by: Name | null
}
export interface Plan {
  steps: Milestone[]
}

/** A plan without dates. */
export function emptyPlan(mode: InstallMode): Plan {
  const doneBy = mode === 'guided' ? ('customer' as const) : ('us' as const)
  const steps = (Object.keys(milestones) as MilestoneKey[]).map((key) => ({
    key,
    label: milestones[key],
    doneBy: key === 'acceptance' ? ('us' as const) : doneBy,
    planned: null,
    actual: null,
    quality: null,
    cost: 0,
    delayCause: '',
    by: null,
  }))
  return { steps }
}

/** The step that comes next, null when all are done. */
export const nextStep = (plan: Plan): Milestone | null =>
  plan.steps.find((step) => step.actual === null) ?? null

export type Schedule = 'unplanned' | 'on_time' | 'late' | 'done'
export const scheduleWords: Record<Schedule, string> = {
  unplanned: '尚未排期',
  on_time: '按计划',
  late: '晚于计划',
  done: '已全部完成',
}

/** How the plan stands on a local day YYYY-MM-DD. */
export function scheduleOf(plan: Plan, today: string): Schedule {
  const next = nextStep(plan)
  if (!next) return 'done'
  if (plan.steps.every((step) => step.planned === null)) return 'unplanned'
  const late = plan.steps.some(
    (step) => step.planned !== null && (step.actual ?? today) > step.planned && step.actual === null,
  )
  return late ? 'late' : 'on_time'
}
