// Who sees what: for each reader the kinds of field that he is sent, an allow-list (第三章; ux.md 3.3). What several
// readers see who are one person is the union of theirs. Nothing else decides it: no flag, no word of a sentence.
import type { Relation, Role } from '../ticket/people'
import type { Kind } from './kinds'

/** What somebody is to the 8D that he reads. */
export type D8Reader = 'd8Lead' | 'd8Technical' | 'd8Team' | 'd8Owner' | 'd8Reader'

/**
 * Whoever is sent something: what he is to the ticket or to the 8D, or his role where no ticket is asked for. `guide`
 * answers or guides from afar now, `handler` has the complaint, `analyst` reads a classified fault (第十、十一条).
 */
export type Reader = Relation | Role | D8Reader | 'guide' | 'handler' | 'analyst'

const customer = [
  ...['identity', 'state', 'request', 'photos', 'maskedPhone', 'staffPhone', 'charge', 'change', 'site'],
  ...['plan', 'record', 'receipt', 'signature', 'departureCode', 'score', 'earlyScore', 'recommend'],
  ...['history', 'complaint', 'inquiry', 'own', 'knowledge', 'customerTerms'],
] as const satisfies readonly Kind[]

/** A job before it is one's own: what, where, when, with whom (第十五条). */
const outline = [
  ...['identity', 'state', 'inside', 'maskedPhone', 'staffPhone'],
] as const satisfies readonly Kind[]

/** A fault for those who analyse it: what happened, was found and done; no money, no scores, nobody's number. */
const analyst = [
  ...['identity', 'state', 'inside', 'maskedPhone', 'request', 'photos', 'insidePhotos', 'site', 'plan'],
  ...['record', 'history', 'insideWords', 'prep', 'support', 'appraisal', 'complaint', 'inquest', 'inquiry'],
] as const satisfies readonly Kind[]

/** What each of the maker's people reads whatever he is. */
const ours = ['own', 'knowledge', 'manuals'] as const satisfies readonly Kind[]

/** What every one of the maker's people reads who has to do with a ticket: no money, no scores. */
const colleague = [...analyst, 'staffPhone', 'change', 'insideChange'] as const satisfies readonly Kind[]

const crew = [
  ...colleague,
  ...['phone', 'charge', 'price', 'cost', 'receipt', 'signature', 'score', 'trip', 'leaving', 'fieldTerms'],
] as const satisfies readonly Kind[]

const office = [
  ...crew.filter((kind) => kind !== 'phone'),
  ...['earlyScore', 'recommend', 'scoreDesk', 'returnCalls', 'archive', 'staffList', 'officeTerms'],
  ...ours,
] as const satisfies readonly Kind[]

const scores = ['score', 'earlyScore', 'recommend', 'scoreDesk'] as const satisfies readonly Kind[]
const desk = [...office, 'phone', 'contacts'] as const satisfies readonly Kind[]
const leads = ['analysis', 'faults', 'month', 'approval', 'invitations'] as const satisfies readonly Kind[]
const department = ['analysis', 'faults', 'archive', ...ours] as const satisfies readonly Kind[]
const d8 = ['identity', 'state', 'analysis', 'photos', 'record', 'history'] as const satisfies readonly Kind[]

export const table: Readonly<Record<Reader, readonly Kind[]>> = {
  // of the customer: who asked and who may confirm costs are told the price; a colleague is not
  owner: [...customer, 'phone', 'price'],
  colleague: customer,
  payer: [...customer, 'price'],
  // of the maker, to this ticket
  crew,
  helper: outline,
  workshop: [...outline, 'analysis', ...ours],
  coordinator: [...desk, 'invitations'],
  manager: [...desk, ...leads],
  generalManager: [...office, ...leads],
  technical: [...colleague, ...department],
  quality: [...colleague, ...scores, ...department],
  answerer: colleague,
  author: [...outline, 'request', 'photos', 'site', 'plan', 'record', 'history', 'complaint', 'inquiry'],
  guide: ['phone'],
  handler: ['phone'],
  analyst,
  timer: [],
  // of the maker, where no ticket is asked for
  engineer: ['fieldTerms', ...ours],
  marketing: ['contacts', 'maskedPhone', ...ours],
  admin: ['staffList', 'invitations', ...ours],
  // to an 8D
  d8Lead: d8,
  d8Technical: d8,
  d8Team: d8,
  d8Owner: d8,
  d8Reader: d8,
}

/** The kinds that somebody is sent. */
export type Sight = ReadonlySet<Kind>

/** What somebody sees who is all of these; nothing for whom nobody named. */
export const sightOf = (readers: readonly Reader[]): Sight =>
  new Set<Kind>(['identity', ...readers.flatMap((reader) => table[reader])])
