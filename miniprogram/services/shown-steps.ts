// The way of a visit as this phone shows it: what was done here and has not gone up yet counts, and is marked.
import type { VisitView } from '../../typings/contract'
import { stepsTaken, type Step } from '../domain/visit/steps'
import { moveOf, unsentOf } from './queued'

export interface ShownStep extends Step {
  /** Done here, 待上传. */
  waits: boolean
}

export function shownSteps(ticketId: string, { id, steps }: VisitView): ShownStep[] {
  const moves = unsentOf(ticketId).flatMap((item) => moveOf(item) ?? [])
  const taken = stepsTaken(moves.flatMap(({ move, visit }) => (visit === null || visit === id ? [move] : [])))
  const done = steps.map((step) => step.done || taken.includes(step.label))
  const current = steps.some((step) => step.current) ? done.indexOf(false) : -1
  return steps.map(({ label, done: sent }, i) => ({
    label,
    done: done[i]!,
    current: i === current,
    waits: done[i]! && !sent,
  }))
}

/** Whether the step is behind, sent or not. */
export const isBehind = (steps: readonly Step[], label: string): boolean =>
  steps.some((step) => step.label === label && step.done)
