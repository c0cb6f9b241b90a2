// What an engineer fills in before a trip, and what he starts from.
import type { TicketView, VisitView } from '../../../typings/contract'
import type { Terms } from '../../domain/company/settings'
import { clockTime, dayTime, yuan } from '../../domain/calendar/format'
import { total, type Decided, type Leg, type PriceLine } from '../../domain/ticket/parts'
import { newKey } from '../../services/key'
import { HOUR } from '../../domain/calendar/units'

export interface Form {
  key: string
  task: string
  finishBy: number
  legs: Leg[]
  costs: PriceLine[]
  reason: string
}

/** The old version when there was one; else what the assignment says, and one leg to the customer. */
export function startOf(ticket: TicketView, visit: VisitView): Form {
  const trip = visit.inside?.trip
  const legs = trip?.legs ?? [
    { from: '', to: ticket.companyName, by: '', departAt: visit.arriveBy - 2 * HOUR },
  ]
  return {
    key: newKey(),
    task: visit.task,
    finishBy: visit.finishBy,
    legs,
    costs: trip?.costs ?? [{ name: '交通', amount: 0 }],
    reason: '',
  }
}

const legDone = ({ from, to, by, departAt }: Leg): boolean =>
  from.trim() !== '' && to.trim() !== '' && by !== '' && departAt > 0
const costDone = ({ name, amount }: PriceLine): boolean => name.trim() !== '' && amount > 0

/** The three that must be clear (第十八条第3项), each with whether it is. */
export const threeOf = ({ task, finishBy, legs }: Form): { label: string; done: boolean }[] => [
  { label: '任务', done: task.trim() !== '' },
  { label: '完成时间', done: finishBy > 0 },
  { label: '路线', done: legs.length > 0 && legs.every(legDone) },
]

/** How many things are still missing. */
export function missing(form: Form, changing: boolean): number {
  const route = form.legs.length > 0 && form.legs.every(legDone)
  if (changing) return [route, form.reason.trim() !== ''].filter((one) => !one).length
  return [...threeOf(form).map(({ done }) => done), form.costs.some(costDone)].filter((one) => !one).length
}

/** What the door takes. */
export const inputOf = ({ task, finishBy, legs, costs, reason }: Form, changing: boolean): object =>
  changing ? { legs, reason } : { task, finishBy, legs, costs: costs.filter(costDone) }

/** Said when the sum is the general manager's to decide; '' otherwise. */
export const bigWords = ({ costs }: Form, { bigTripYuan }: Pick<Terms, 'bigTripYuan'>): string =>
  total(costs) >= bigTripYuan ? `合计达到 ${yuan(bigTripYuan)},将由总经理审批` : ''

/** 方立新 驳回(11:20):路线不合理 */
export const refusalWords = (decision: Decided | null | undefined, verb: string): string =>
  decision && !decision.ok ? `${decision.by.name} ${verb}(${clockTime(decision.at)}):${decision.note}` : ''

/** How a request stands that cannot be changed now. */
export function standOf(visit: VisitView, manager: string): string {
  const { trip, route } = visit.inside ?? { trip: null, route: null }
  if (route && !route.decision)
    return `路线变更待 ${manager || '负责人'} 同意;同意前不能出发(${dayTime(route.at)} 提交)`
  if (!trip) return ''
  if (!trip.decision) return `第 ${trip.version} 版待审批(${dayTime(trip.at)} 提交)`
  return trip.decision.ok ? `${trip.decision.by.name} 已同意(${dayTime(trip.decision.at)})` : ''
}
