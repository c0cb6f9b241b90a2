// ticket.similar: what else is open on the machine or in the company, and the machine's last 90 days.
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import type { Action } from '../action'
import { personOf, staff } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { cardFor, listless } from './card'
import { findFor } from './known'
import { seen } from './seen'
import { viewFor } from './view'
import { DAY } from '../../../miniprogram/domain/calendar/units'

const DAYS = 90 * DAY

export const similar: Action<'ticket.similar'> = async (caller, { id }) => {
  const [person, ticket, colleagues] = await Promise.all([staff(caller), seen(caller, id), staffOnDuty()])
  const facts = factsOf(colleagues, caller.now)
  const options = { limit: 50, without: listless, order: ['rank', 'desc'] as const }
  const [view, machine, company] = await Promise.all([
    viewFor(ticket, { person, staff: colleagues, facts, now: caller.now }),
    ticket.equipment.id ? findFor(caller.pid, { 'equipment.id': ticket.equipment.id }, options) : [],
    findFor(caller.pid, { companyId: ticket.companyId, tab: { in: ['open', 'yours'] } }, options),
  ])
  // what this person may not open is not listed either
  const others = [...machine, ...company].filter(
    (one, i, all) =>
      one._id !== id &&
      relationsTo(personOf(person), one).length > 0 &&
      all.findIndex((other) => other._id === one._id) === i,
  )
  const card = (one: (typeof others)[number]) => cardFor(one, person, caller.now)
  return {
    ticket: view,
    open: others.filter((one) => one.category !== 'closed').map(card),
    history: others
      .filter(
        (one) =>
          one.category === 'closed' && ticket.equipment.id !== '' && one.equipment.id === ticket.equipment.id,
      )
      .filter((one) => one.requestedAt > caller.now - DAYS)
      .map(card),
  }
}
