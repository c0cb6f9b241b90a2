// What the company has set, as far as this phone needs it: a ticket's own, else the newest of the last session.
import {
  defaults,
  said,
  spoken,
  termNames,
  termsOf,
  type TermName,
  type Terms,
} from '../domain/company/settings'

interface Kept {
  terms?: Partial<Terms>
}

let newest: Terms = termsOf(defaults)

/** Keeps what a session says; an answer of an older service has none. */
export function hearTerms({ terms }: Kept): void {
  newest = { ...termsOf(defaults), ...terms }
}

/** The newest that this phone has heard of; the defaults before its first session. */
export const newestTerms = (): Terms => newest

/** What a ticket was made under, as far as this person is told; a view that an older version kept has none. */
export const termsFor = (ticket: Kept | null | undefined): Terms => ({ ...newestTerms(), ...ticket?.terms })

/** Each as a page says it, with its unit; `hours` are those of a working day. */
export type TermWords = Readonly<Record<TermName | 'hours', string>>

/** The words of what a view's ticket was made under, or of the newest. */
export function termWords(view?: unknown): TermWords {
  const terms = termsFor((view as { ticket?: Kept } | null | undefined)?.ticket)
  const words = Object.fromEntries(termNames.map((name) => [name, said(terms, name)]))
  const { workFrom, lunchFrom, lunchTo, workTo } = words as Record<TermName, string>
  return {
    ...(words as Record<TermName, string>),
    missedCalls: spoken(terms.missedCalls),
    complaintRefusals: spoken(terms.complaintRefusals),
    hours: `${workFrom}–${lunchFrom}、${lunchTo}–${workTo}`,
  }
}
