// d8.list: 8D records that run, those with a step of mine, and those that are over; keyset-paged by rank.
import { eightds } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { Action } from '../action'
import { staff } from '../caller'
import { mayStart } from './running'
import { d8Roles, d8SightOf } from './seen'
import { d8Card } from './view'

const PAGE = 10
const tabs = ['open', 'mine', 'closed'] as const

export const list: Action<'d8.list'> = async (caller, { tab, after }) => {
  const person = await staff(caller, ...d8Roles)
  const visible: Filter = { hiddenFrom: { not: person._id } }
  const filterOf = (one: (typeof tabs)[number]): Filter =>
    one === 'mine' ? { ...visible, tab: 'open', ownerPids: person._id } : { ...visible, tab: one }
  const over = tab === 'closed'
  const rank: Filter = after ? { rank: over ? { lt: after } : { gt: after } } : {}
  const [found, ...counts] = await Promise.all([
    eightds.find(
      { ...filterOf(tab), ...rank },
      { order: ['rank', over ? 'desc' : 'asc'], limit: PAGE + 1, without: ['events', 'untold', 'media'] },
    ),
    ...tabs.map((one) => eightds.count(filterOf(one))),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: page.map((one) => d8Card(one, caller.now, d8SightOf(person, one))),
    counts: { open: counts[0] ?? 0, mine: counts[1] ?? 0, closed: counts[2] ?? 0 },
    mayStart: mayStart(person),
    next: found.length > PAGE ? page[page.length - 1]!.rank : null,
  }
}
