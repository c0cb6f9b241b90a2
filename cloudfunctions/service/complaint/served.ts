// Who and what has served a company: a complaint chooses from these, never from free text.
import type { Served } from '../../../typings/contract'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { findFor } from '../ticket/known'

/** The company's latest tickets that are looked at, and the services that are shown. */
const LATEST = 60
const SHOWN = 12
const tabs = ['yours', 'open', 'finished']

/** The services and the maker's people of a company's latest tickets, as the person of this pid may know of them. */
export async function servedBy(
  pid: string,
  companyId: string,
  staff: readonly PersonRecord[],
): Promise<{ services: TicketRecord[]; people: Served['people'] }> {
  const found = await findFor(
    pid,
    { companyId, tab: { in: tabs } },
    {
      order: ['rank', 'desc'],
      limit: LATEST,
      only: ['no', 'kind', 'equipment', 'subject', 'requestedAt', 'holder', 'visits.crew', 'events.by'],
    },
  )
  const met = new Set(found.flatMap(peopleOf))
  const services = found
    .filter(({ kind }) => kind !== 'complaint')
    .sort((a, b) => b.requestedAt - a.requestedAt)
  return {
    services: services.slice(0, SHOWN),
    people: staff
      .filter(({ _id }) => met.has(_id))
      .map(({ _id, name, title }) => ({ pid: _id, name, title })),
  }
}

const peopleOf = ({ holder, visits, events }: TicketRecord): string[] => [
  ...(holder ? [holder.pid] : []),
  ...(visits ?? []).flatMap(({ crew }) => (crew ?? []).map((one) => one.pid)),
  ...(events ?? []).map(({ by }) => by.pid),
]
