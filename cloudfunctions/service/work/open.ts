// work.open: 工作台: my queues with counts, what is overdue, and the first of each.
import { entriesOf } from '../../../miniprogram/domain/workbench/entries'
import { queuesOf } from '../../../miniprogram/domain/workbench/queues'
import type { Action } from '../action'
import { staff } from '../caller'
import { d8Desks } from '../d8/desk'
import { dueReturns } from '../returning/list'
import { queueCard, queueTickets } from './queue-tickets'

/** Who has few queues sees more of each: a page is read in one look. */
const shownOf = (queues: readonly unknown[]): number => (queues.length > 4 ? 2 : 5)

export const open: Action<'work.open'> = async (caller) => {
  const person = await staff(caller)
  const queues = queuesOf(person.roles)
  const shown = shownOf(queues)
  const counts = queues.some(({ link }) => link?.counts)
  const [desks, due, ...found] = await Promise.all([
    d8Desks(person, caller.now),
    counts ? dueReturns(caller.now) : 0,
    ...queues.map((queue) => queueTickets(queue, person, caller.now)),
  ])
  const late = (due: number | null) => due !== null && due < caller.now
  const coming = found
    .flat()
    .flatMap((ticket) => (ticket.due !== null && !late(ticket.due) ? [ticket.due] : []))
  const cards = await Promise.all(
    queues.map((queue, i) =>
      Promise.all(found[i]!.slice(0, shown).map((one) => queueCard(queue, one, person, caller.now))),
    ),
  )
  return {
    queues: queues.map(({ key, label, icon, link = null }, i) => ({
      key,
      label,
      icon,
      link: link && {
        label: link.counts && due > 0 ? `${link.label} · ${due} 台到期` : link.label,
        page: link.page,
      },
      count: found[i]!.length,
      overdue: found[i]!.filter((ticket) => late(ticket.due)).length,
      items: cards[i]!,
    })),
    nextDue: coming.length > 0 ? Math.min(...coming) : null,
    desks,
    entries: entriesOf(person.roles),
  }
}
