// What somebody reads who recorded offline for a job that has been handed on meanwhile: who did it, and to whom.
import type { Refusal } from '../engine/refusals'
import { visitOf, type Ticket, type TicketEvent } from './ticket'

const KEPT = '您的记录已保留,请核对'
const wayOut = '联系内勤,或把记录附加到工单'

/** The refusal for a former member of the crew; null for whom the ticket never was. */
export function handedOn(ticket: Ticket, pid: string): Refusal | null {
  const own = ticket.events.map((event) => event.by.pid === pid && event.as === 'crew').lastIndexOf(true)
  if (own < 0) return null
  const after = ticket.events.slice(own + 1).reverse()
  const event = after.find((one) => one.move === 'reassign') ?? after.find((one) => one.from !== one.to)
  return event
    ? { code: 'CONFLICT', words: `这张工单已被 ${event.by.name} ${what(ticket, event)}。${KEPT}`, wayOut }
    : null
}

// What was written since is not his to read.
const what = (ticket: Ticket, event: TicketEvent): string =>
  event.move === 'reassign' ? `改派给 ${visitOf(ticket, event.visit)?.crew[0]?.name ?? '别人'}` : '更新'
