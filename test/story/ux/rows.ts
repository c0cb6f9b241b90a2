// What a row of the tables of pages says, and where in the demo each state is found.
import { ticketRecords } from '../../../demo/tickets'
import type { TicketRecord } from '../../../cloudfunctions/store/records'

/** Most nodes and depth of what is drawn, and most bytes that one setData brings. */
export interface Budget {
  nodes: number
  depth: number
  bytes: number
}
export const budget = (nodes: number, depth: number, kilobytes: number): Budget => ({
  nodes,
  depth,
  bytes: kilobytes * 1024,
})
export const list = budget(350, 14, 24)
export const ticket = budget(450, 16, 32)
export const form = budget(400, 15, 12)
export const short = budget(220, 12, 10)
export const board = budget(600, 16, 40)
export const pareto = budget(300, 12, 32)

export interface PageRow {
  /** What a person would call it, with who looks. */
  name: string
  who: string
  path: string
  budget: Budget
  /** Calls of the door at its opening; 0 for a page that asks nothing, and then it has no states of waiting. */
  calls: number
  /** Goes on without an answer: a form of its own. */
  form?: boolean
}

export const records = ticketRecords()
/** Where a ticket stands: its own state, or its running visit's. */
export const stateOf = (one: TicketRecord): string =>
  one.state === 'visiting' ? one.visits[one.visits.length - 1]!.state : one.state
const inState = (state: string): TicketRecord => {
  const found = records.find((one) => stateOf(one) === state)
  if (!found) throw new Error(`no demo ticket is ${state}`)
  return found
}
export const of = (state: string): string => `id=${inState(state)._id}`
export const visitOf = (state: string): string => `${of(state)}&v=${inState(state).visits.at(-1)!.id}`
