// What one person may know of: every list and every count of tickets that is made for a person is asked here, so that
// the next one cannot forget it (eslint refuses tickets.find and tickets.count elsewhere). A complaint about somebody
// is not there for him: not as a row, not as a number, not as a match of a search.
import { tickets } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { FindOptions } from '../../store/table'

/** Tickets that match and that the person of this pid may know of. */
export const findFor = (pid: string, filter: Filter, options: FindOptions): Promise<TicketRecord[]> =>
  tickets.find({ ...filter, hiddenFrom: { not: pid } }, options)

/** How many; two counts by an index each, since "all but these" would walk through all of them. */
export async function countFor({ _id, side }: PersonRecord, filter: Filter): Promise<number> {
  if (side === 'customer') return tickets.count(filter)
  const [all, hidden] = await Promise.all([
    tickets.count(filter),
    tickets.count({ ...filter, hiddenFrom: _id }),
  ])
  return all - hidden
}
