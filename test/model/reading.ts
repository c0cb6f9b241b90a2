// Whoever answers to something names what he has read: the stamp of his offer, as a page does.
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { lifecycles, visit } from '../../miniprogram/domain/subjects'
import type { TicketView } from '../../typings/contract'

const rows = [...Object.values(lifecycles), visit].flatMap(({ moves }) => Object.entries(moves))

/** The moves that answer to something, by the tables. */
export const answering: ReadonlySet<string> = new Set(
  rows.filter(([, row]) => 'answersTo' in row && row.answersTo).map(([name]) => name),
)

/** The stamp that a person's page has for a move; '' where he is not offered it, or it answers to nothing. */
export async function readFor(
  open: () => Promise<TicketView | null>,
  move: MoveName,
  part: string | null,
): Promise<string> {
  if (!answering.has(move)) return ''
  const page = await open()
  return page?.moves.find((one) => one.move === move && (part === null || one.visit === part))?.read ?? ''
}
