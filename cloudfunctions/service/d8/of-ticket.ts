// Which 8D records have a ticket, for those of the maker's people who work on them; never for a customer.
import { d8RelationsTo } from '../../../miniprogram/domain/quality/lifecycle'
import { d8States } from '../../../miniprogram/domain/quality/record'
import type { TicketView } from '../../../typings/contract'
import { eightds } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { personOf } from '../caller'
import { mayStart } from './running'
import { d8Roles } from './seen'

export async function d8sOfTicket(
  ticketId: string,
  person: PersonRecord,
): Promise<NonNullable<TicketView['inside']>['d8']> {
  if (person.side !== 'staff' || !person.roles.some((one) => d8Roles.includes(one))) return null
  const found = await eightds.find(
    { tab: { in: ['open', 'closed'] }, 'tickets.id': ticketId },
    { limit: 10, without: ['events', 'untold', 'media'] },
  )
  const seen = found.filter((one) => d8RelationsTo(personOf(person), one).length > 0)
  const items = seen.map(({ _id: id, no, title, state }) => ({
    id,
    no,
    words: `${title} · ${d8States[state]}`,
  }))
  return { items, mayStart: mayStart(person) }
}
