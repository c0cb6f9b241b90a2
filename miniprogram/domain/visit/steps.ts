// The way of a visit as people see it: 申请→准备→出发→到达→作业→回执→离场, read from what has been done.
import type { Visit } from './parts'

export interface Step {
  label: string
  done: boolean
  /** The one that is on now. */
  current: boolean
}

interface Row {
  label: string
  done: (visit: Visit) => boolean
  /** The crew's moves that take it. */
  by?: readonly string[]
}

const table: readonly Row[] = [
  { label: '申请', done: ({ trip, departedAt }) => trip?.decision?.ok === true || departedAt !== null },
  { label: '准备', done: ({ preparedAt, departedAt }) => preparedAt !== null || departedAt !== null },
  { label: '出发', done: ({ departedAt }) => departedAt !== null, by: ['depart'] },
  { label: '到达', done: ({ arrivedAt }) => arrivedAt !== null, by: ['arrive'] },
  { label: '作业', done: ({ report }) => report !== null, by: ['report', 'installReport'] },
  { label: '回执', done: ({ receipt }) => receipt !== null, by: ['leaveOnPaper'] },
  { label: '离场', done: ({ leftAt }) => leftAt !== null, by: ['leave', 'leaveOnPaper'] },
]

/** Each step with whether it is behind; none is on once he has left or the visit was withdrawn. */
export function stepsOf(visit: Visit): Step[] {
  const done = table.map((row) => row.done(visit))
  const over = visit.leftAt !== null || visit.withdrawn !== null
  const current = over ? -1 : done.indexOf(false)
  return table.map(({ label }, i) => ({ label, done: done[i]!, current: i === current }))
}

/** The steps that moves take which wait on a phone. */
export const stepsTaken = (moves: readonly string[]): string[] =>
  table.filter(({ by = [] }) => by.some((move) => moves.includes(move))).map(({ label }) => label)
