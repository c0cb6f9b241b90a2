// work.queue: one queue of mine, page by page.
import { queuesOf } from '../../../miniprogram/domain/workbench/queues'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Action } from '../action'
import { staff } from '../caller'
import { keyAfter, queueCard, queueTickets } from './queue-tickets'

const PAGE = 10

export const queue: Action<'work.queue'> = async (caller, { queue: key, after }) => {
  const person = await staff(caller)
  const mine = queuesOf(person.roles).find((one) => one.key === key)
  if (!mine) throw new Refused('NO_PERMISSION')
  const found = await queueTickets(mine, person, caller.now, after, PAGE + 1)
  const page = found.slice(0, PAGE)
  return {
    items: await Promise.all(page.map((ticket) => queueCard(mine, ticket, person, caller.now))),
    next: found.length > PAGE ? keyAfter(mine, page[page.length - 1]!) : null,
  }
}
