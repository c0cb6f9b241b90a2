// The made-up history as whole tickets, one after the other: each is a finished repair of the demo with its own
// machine, times, fault and costs.
import { ticketRecords } from '../../demo/tickets'
import type { Case } from '../../miniprogram/domain/statistics/cases'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'

const MINUTE = 60_000
/** A machine that runs on is repaired ten hours later. */
const LATER = 600

const like = ticketRecords().find(
  (one) => one.state === 'closed' && one.kind === 'repair' && one.visits.length === 1,
)!
const visit = like.visits[0]!
const solved = like.events.find((event) => event.to === 'left')!

/** The ticket that such a case comes from. */
export function ticketOf(one: Case): Ticket {
  const requestedAt = Date.parse(`${one.day}T09:00:00+08:00`)
  const leftAt = requestedAt + (one.downtime || LATER) * MINUTE
  return {
    ...like,
    _id: one._id,
    no: one.no,
    companyId: one.companyId,
    companyName: one.companyName,
    requestedAt,
    updatedAt: leftAt,
    production: one.downtime === 0 ? 'running' : 'stopped',
    faultClass: one.fault,
    equipment: { ...like.equipment, serial: one.serial, model: `${one.model} 机床` },
    quote: null,
    pauses: [],
    visits: [
      {
        ...visit,
        arrivedAt: one.visits[0]!.from,
        leftAt,
        extras: [],
        trip: { ...visit.trip!, total: one.cost },
        report: {
          ...visit.report!,
          hours: one.repair! / 60,
          result: one.firstFix ? ('fixed' as const) : ('temporary' as const),
        },
      },
    ],
    events: [{ ...solved, at: leftAt }],
  }
}
