// What a person is to what he reads: his relations to the ticket, and what they come to just now.
import { relationsTo, type Involved, type Person } from '../ticket/people'
import type { Category } from '../company/categories'
import { sightOf, type Reader, type Sight } from './table'

/** The parts of a ticket that decide who reads it. */
export interface Readable extends Involved {
  kind: string
  category: Category
  faultClass: string
  holder: { pid: string } | null
}

/** Whoever answers or guides from afar calls the customer while he does. */
function callsFor(ticket: Readable, readers: readonly Reader[]): boolean {
  if (ticket.state === 'remote') return readers.includes('technical')
  const open = ticket.inquiry !== null && ticket.category !== 'closed'
  return open && (readers.includes('technical') || readers.includes('answerer'))
}

/** The quality and the technical department find out what the machines suffer from (第十、十一条). */
const analyses = ({ pid, roles }: Person, { kind, faultClass, hiddenFrom }: Readable): boolean =>
  (roles.includes('quality') || roles.includes('technical')) &&
  kind === 'repair' &&
  faultClass !== '' &&
  hiddenFrom !== pid

/** All that a person is to a ticket as one who reads it; empty: for him it is not there. */
export function readersOf(person: Person, ticket: Readable): Reader[] {
  const readers: Reader[] = relationsTo(person, ticket)
  if (readers.length === 0) return person.side === 'staff' && analyses(person, ticket) ? ['analyst'] : []
  if (callsFor(ticket, readers)) readers.push('guide')
  if (ticket.complaint !== null && ticket.holder?.pid === person.pid) readers.push('handler')
  return readers
}

/** What a person sees of a ticket. */
export const sightOn = (person: Person, ticket: Readable): Sight => sightOf(readersOf(person, ticket))

/** What a person sees where no ticket is asked for: by his roles; a customer his own company's. */
export const sightOfPerson = ({ side, roles, post }: Pick<Person, 'side' | 'roles' | 'post'>): Sight =>
  sightOf(side === 'staff' ? roles : post === 'manager' ? ['payer'] : ['colleague'])
