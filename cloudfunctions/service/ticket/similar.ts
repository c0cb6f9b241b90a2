// ticket.similar: what else is open on the machine or in the company, and what happened to the machine lately.
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import type { Action } from '../action'
import { personOf, staff } from '../caller'
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { cardsFor, listless } from './card'
import { findFor } from './known'
import { seen } from './seen'
import { viewFor } from './view'

export const similar: Action<'ticket.similar'> = async (caller, { id }) => {
  const [person, ticket, colleagues] = await Promise.all([staff(caller), seen(caller, id), staffOnDuty()])
  const facts = await factsFor(ticket, colleagues, caller.now)
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
  const lately = caller.now - lengthOf(facts.settings, 'similarDays')
  const history = others.filter(
    (one) =>
      one.category === 'closed' &&
      ticket.equipment.id !== '' &&
      one.equipment.id === ticket.equipment.id &&
      one.requestedAt > lately,
  )
  return {
    ticket: view,
    open: await cardsFor(
      others.filter((one) => one.category !== 'closed'),
      person,
      caller.now,
    ),
    history: await cardsFor(history, person, caller.now),
  }
}
