// The way of a complaint: 已受理 → 调查 → 方案 → 您确认 → 关闭 for the customer, 致电 → … → 客户确认 → 关闭 for us, and
// what its handler does next.
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import type { inputs } from './moves'
import type { Ticket } from '../ticket/ticket'
import type { Step } from '../visit/steps'

const labels = {
  customer: ['已受理', '调查', '方案', '您确认', '关闭'],
  staff: ['致电', '调查', '方案', '客户确认', '关闭'],
} as const
const at: Readonly<Partial<Record<Ticket['state'], number>>> = { acked: 0, probing: 1, replied: 3, closed: 5 }

/** Each step with whether it is behind; a complaint that was withdrawn or merged stands still. */
export function complaintSteps(
  { state, complaint }: Pick<Ticket, 'state' | 'complaint'>,
  side: keyof typeof labels,
): Step[] {
  const reached = at[state] ?? (complaint!.called ? 1 : 0)
  const onWay = state in at
  // what the customer sees first is done by asking; ours is the call
  const least = side === 'customer' && onWay ? 1 : 0
  const behind = Math.max(reached, least)
  return labels[side].map((label, i) => ({
    label,
    done: i < behind,
    current: onWay && state !== 'closed' && i === behind,
  }))
}

/** What the handler has to do now, in the order of the work; null when it is not his turn. */
export function nextOf({
  state,
  complaint,
}: Pick<Ticket, 'state' | 'complaint'>): keyof typeof inputs | null {
  if (state === 'acked') return 'callCustomer'
  if (state === 'replied') return 'planByPhone'
  if (state !== 'probing' || !complaint) return null
  const { assessment, findings, replies } = complaint
  const since = replies[replies.length - 1]?.answer?.at ?? 0
  if (!assessment) return 'assess'
  return findings.some((one) => one.at >= since) ? 'sendPlan' : 'investigate'
}

/** The plans that were promised, each with when it was sent: one to begin with, another after each no. */
export function promisesOf(
  { requestedAt, complaint }: Pick<Ticket, 'requestedAt' | 'complaint'>,
  settings: Settings,
): { by: number; sentAt: number | null }[] {
  const { replies, planBy } = complaint!
  const refused = replies.flatMap(({ answer }) => (answer && !answer.ok ? [answer.at] : []))
  return [requestedAt, ...refused].map((since, i) => ({
    by: i === refused.length ? planBy : dueIn(settings, 'complaintPlanDays', since).at,
    sentAt: replies[i]?.at ?? null,
  }))
}
