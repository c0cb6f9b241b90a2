// Who could go, as rows; and what is asked when somebody is sent, sent instead, or waited for.
import type { Candidate, TicketView } from '../../../typings/contract'
import { isoDay, weekdayWords } from '../../domain/calendar/format'
import type { Helper } from '../../domain/visit/parts'
import { nextWorkday } from '../../services/workday'

/** What is typed on the sheet; kept while it is open. */
export interface Form {
  engineer: string
  task: string
  arriveBy: number
  finishBy: number
  companions: string[]
  reason: string
  handover: string
  part: string
  eta: string
}

const dayOf = ({ day, jobs, absent }: Candidate['load'][number]) => ({
  label: weekdayWords(day),
  words: absent ? absent.slice(0, 3) : jobs > 0 ? `${jobs} 单` : '空',
  state: absent ? 'is-away' : jobs > 0 ? 'is-busy' : '',
})

/** A candidate; `main` is the first who may be sent by himself. */
export function rowsOf(items: readonly Candidate[], leadPid: string) {
  const rows = items.map((one) => ({
    ...one,
    initial: one.name.slice(0, 1),
    words: one.reasons.join(' · '),
    days: one.load.map(dayOf),
    lead: one.pid === leadPid,
    main: false,
  }))
  const first = rows.find((row) => !row.workshop && !row.lead)
  return rows.map((row) => ({ ...row, main: row === first }))
}
export type Row = ReturnType<typeof rowsOf>[number]

/** The others who may go along, workshop people marked. */
export const companionsOf = (rows: readonly Row[], engineer: string): { value: string; label: string }[] =>
  rows
    .filter(({ pid }) => pid !== engineer)
    .map(({ pid, name, workshop }) => ({ value: pid, label: workshop ? `${name}(车间)` : name }))

/** How far somebody of a workshop is who was asked for. */
export function helperWords({ name, lent, normsAt }: Helper): string {
  if (!lent) return `${name}(车间):等车间同意派出`
  if (!lent.ok) return `${name}(车间):${lent.by.name} 不同意,${lent.note}`
  return `${name}(车间):${normsAt ? '已接受服务规范' : '等本人接受服务规范'}`
}

/** The proposal for a ticket: the next working day, the words of the customer. */
export function startOf(ticket: TicketView | undefined, now: number): Form {
  const visit =
    ticket?.face.category === 'site' || ticket?.face.category === 'us'
      ? ticket.visits[ticket.visits.length - 1]
      : undefined
  // who has not departed is expected when it was agreed; for a new man on the road it is agreed anew
  const agreed = visit && visit.departedAt === null && visit.state !== 'withdrawn' && visit.leftAt === null
  const { arriveBy, finishBy } = agreed ? visit : nextWorkday(now)
  return {
    engineer: '',
    task: ticket ? `${ticket.subject}:检查并修复` : '',
    arriveBy,
    finishBy,
    companions: [],
    reason: '',
    handover: '',
    part: '',
    eta: isoDay(arriveBy),
  }
}

/** One text for the record: why, and what is handed over. */
export const reasonOf = ({ reason, handover }: Form): string =>
  [reason.trim(), handover.trim() && `交接:${handover.trim()}`].filter(Boolean).join(';')
