// session.open: who I am, what waits for me, which messages I may still get. The first call of every start.
import { queuesOf } from '../../../miniprogram/domain/workbench/queues'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { sightOf } from '../../../miniprogram/domain/sight/table'
import { termsFor } from '../../../miniprogram/domain/sight/terms'
import { templates, type TemplateKey } from '../../../miniprogram/domain/company/templates'
import type { Outputs } from '../../../typings/contract'
import { templateId } from '../../platform/subscribe-messages'
import { credits, messages } from '../../store/collections'
import type { CreditsRecord, PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { meOf, visitor, type Caller } from '../caller'
import { currentSettings } from '../company/settings'
import { d8Desks } from '../d8/desk'
import { cardFor, listless } from '../ticket/card'
import { findFor } from '../ticket/known'
import { queueTickets } from '../work/queue-tickets'

const serviceLine = process.env.SERVICE_LINE ?? '400-000-0000'

export const open: Action<'session.open'> = async (caller) => {
  const [person, ledger, { settings }] = await Promise.all([
    caller.person(),
    credits.get(caller.pid),
    currentSettings(caller.now),
  ])
  const terms = termsFor(settings, person ? sightOfPerson(person) : sightOf([]))
  const base = { templates: ledgerOf(ledger), serviceLine, terms, yours: null, latest: null }
  if (!person) return { ...base, me: visitor(caller.pid), unread: 0, waiting: 0, overdue: 0 }
  const [unread, rest] = await Promise.all([
    messages.count({ pid: person._id, read: false }),
    person.side === 'staff' ? forStaff(person, caller) : forCustomer(person, caller),
  ])
  return { ...base, me: meOf(person), unread, ...rest }
}

type Rest = Pick<Outputs['session.open'], 'waiting' | 'overdue' | 'yours' | 'latest'>

async function forStaff(person: PersonRecord, caller: Caller): Promise<Rest> {
  const [desks, ...found] = await Promise.all([
    d8Desks(person, caller.now),
    ...queuesOf(person.roles).map((queue) => queueTickets(queue, person, caller.now)),
  ])
  const rows = desks.flatMap((desk) => desk.rows)
  const all = found.flat()
  const late = all.filter((ticket) => ticket.due !== null && ticket.due < caller.now)
  const overdue = late.length + rows.filter((row) => row.overdue).length
  return { waiting: all.length + rows.length, overdue, yours: null, latest: null }
}

async function forCustomer(person: PersonRecord, caller: Caller): Promise<Rest> {
  const first = (tab: 'yours' | 'open') =>
    findFor(
      person._id,
      { companyId: person.companyId, tab },
      { order: ['rank', 'asc'], limit: 1, without: listless },
    )
  const [yours, latest] = await Promise.all([first('yours'), first('open')])
  const card = ([ticket]: TicketRecord[]) => (ticket ? cardFor(ticket, person, caller.now) : null)
  return { waiting: yours.length, overdue: 0, yours: await card(yours), latest: await card(latest) }
}

function ledgerOf(ledger: CreditsRecord | null): Outputs['session.open']['templates'] {
  const keys = Object.keys(templates) as TemplateKey[]
  const entries = keys.map((key) => {
    const row = ledger?.[key]
    return [
      key,
      { id: templateId(key), credits: row?.credits ?? 0, refusedAt: row?.refusedAt ?? null },
    ] as const
  })
  return Object.fromEntries(entries) as Outputs['session.open']['templates']
}
