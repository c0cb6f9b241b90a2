// What the company has set, as far as this phone needs it: a ticket's own, else the newest of the last session.
import type { TicketView } from '../../typings/contract'
import { defaults, termsOf, type Terms } from '../domain/company/settings'
import { cachedSession } from './session'

/** The newest that this phone has heard of; the defaults before its first session. */
export const newestTerms = (): Terms => ({ ...termsOf(defaults), ...cachedSession()?.terms })

/** What a ticket was made under; a view that an older version of this program kept has none. */
export const termsFor = (ticket: Partial<Pick<TicketView, 'terms'>> | null | undefined): Terms =>
  ticket?.terms ?? newestTerms()
