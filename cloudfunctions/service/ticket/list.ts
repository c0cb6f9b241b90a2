// ticket.list: a customer's own company, an engineer's own jobs, the office everything; keyset-paged by rank.
import type { Tab } from '../../../miniprogram/domain/company/categories'
import type { Filter } from '../../store/filter'
import type { PersonRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { cardsFor, listless } from './card'
import { countFor, findFor } from './known'

const PAGE = 10
const tabs: readonly Tab[] = ['yours', 'open', 'finished']

export const list: Action<'ticket.list'> = async (caller, { tab, search, after }) => {
  const person = await joined(caller)
  const mine = scopeOf(person)
  const finished = tab === 'finished'
  const rank: Filter = after ? { rank: finished ? { lt: after } : { gt: after } } : {}
  const [found, ...counts] = await Promise.all([
    findFor(
      person._id,
      { ...mine, tab, ...rank, ...(search ? searched(search) : {}) },
      { order: ['rank', finished ? 'desc' : 'asc'], limit: PAGE + 1, without: listless },
    ),
    ...tabs.map((one) => countFor(person, { ...mine, tab: one })),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: await cardsFor(page, person, caller.now),
    counts: { yours: counts[0] ?? 0, open: counts[1] ?? 0, finished: counts[2] ?? 0 },
    next: found.length > PAGE ? page[page.length - 1]!.rank : null,
  }
}

function scopeOf(person: PersonRecord): Filter {
  if (person.side === 'customer') return { companyId: person.companyId }
  const office = (['coordinator', 'manager', 'generalManager'] as const).some((role) =>
    person.roles.includes(role),
  )
  return office ? {} : { lastLead: person._id }
}

// A number as people read it out, or the machine's name.
function searched(text: string): Filter {
  const isNumber = /^[A-Za-z]{2}-|^[0-9-]{4,}$|^[2-9A-HJ-NP-Za-hj-np-z]{4}$/.test(text)
  return isNumber ? { no: { contains: text } } : { 'equipment.model': { contains: text } }
}
