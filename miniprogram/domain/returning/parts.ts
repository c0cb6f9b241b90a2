// What a ticket and a machine keep of the calls of a return visit.
import type { Name } from '../ticket/parts'

/** What was said on a return visit. */
export interface Script {
  running: string | null
  conduct: string | null
  issues: string[]
  price: string | null
  wish: string
}

export const callOutcomes = {
  done: '已回访',
  missed: '未接通',
  later: '约下次',
  redo: '退回重办',
  rewrite: '退回重填',
  complaint: '转投诉',
  repair: '登记报修',
} as const
export type CallOutcome = keyof typeof callOutcomes

/** One call of a return visit. */
export interface ReturnCall {
  at: number
  by: Name
  outcome: CallOutcome
  nextAt: number | null
  note: string
  script: Script | null
}
