// 客户服务档案 (第八条): everything that happened to a customer or a machine as one entry each, made of the ticket's
// own history. Ids come from the ticket and what happened, so that writing twice changes nothing.
import { kinds } from '../company/kinds'
import { archiveKinds, type ArchiveKind } from './parts'
import { moveRow } from '../subjects'
import { maskPhone } from '../ticket/people'
import type { Kind as Seeable } from '../sight/kinds'
import { saidBy, wordsFor, type Said } from '../sight/said'
import type { Sight } from '../sight/table'
import { surveyReasons } from '../survey/survey'
import { visitOf, type Ticket, type TicketEvent, type Visit } from '../ticket/ticket'

/**
 * An entry; `key` sorts newest first and is unique. Never carries a phone number. `words`, `customerWords`, `holds`,
 * `plain` and `internal` are its sentence in the versions that readers are given (domain/sight/said.ts).
 */
export interface ArchiveEntry extends Said {
  id: string
  key: string
  at: number
  kind: ArchiveKind
  companyId: string
  companyName: string
  serial: string
  machine: string
  no: string
  /** Null for what was imported from an old ledger. */
  ticketId: string | null
  by: string
  hiddenFrom: string | null
}

/** A question and a complaint are what they are from the first word to the last; their survey is a survey. */
function kindOf(ticket: Pick<Ticket, 'kind'>, move: string): ArchiveKind {
  // what is no move is the request itself
  const own = moveRow(ticket, move)?.archive ?? 'request'
  const whole = ticket.kind === 'inquiry' || ticket.kind === 'complaint'
  return whole && own !== 'survey' && own !== 'followup' ? (ticket.kind as 'inquiry' | 'complaint') : own
}

/** Everything of a ticket that belongs into the archive. */
export function archiveOf(ticket: Ticket): ArchiveEntry[] {
  return [...ticket.events.map((event, i) => ofEvent(ticket, event, i)), ...ticket.visits.flatMap(partsOf)]

  function partsOf({ id, report }: Visit): ArchiveEntry[] {
    if (!report) return []
    return report.parts.map(({ name, quantity, oldSerial, newSerial }, n) =>
      entryOf(ticket, {
        id: `${ticket._id}-${id}-part${n}`,
        at: report.at,
        kind: 'part',
        words: `更换 ${name} ×${quantity},旧 ${oldSerial || '无'},新 ${newSerial || '无'}`,
        by: report.by.name,
        internal: false,
      }),
    )
  }
}

function ofEvent(ticket: Ticket, event: TicketEvent, i: number): ArchiveEntry {
  const kind = kindOf(ticket, event.move)
  const { customerWords, holds = [], plain } = saidBy(event, moveRow(ticket, event.move))
  const more = holdsMore[event.move] ?? []
  return entryOf(ticket, {
    id: `${ticket._id}-${i}`,
    at: event.at,
    kind,
    words: wordsOf(ticket, event),
    ...(customerWords === undefined ? {} : { customerWords }),
    ...withHeld([...holds, ...more], more.length > 0 ? event.words : plain || archiveKinds[kind]),
    by: event.by.name,
    internal: event.internal,
  })
}

/** What `moreOf` adds to the words of these moves. */
const holdsMore: Readonly<Record<string, readonly Seeable[]>> = { rate: ['score'] }

/** What words give away, and what stands for them where they do. */
export const withHeld = (holds: readonly Seeable[], plain: string): Pick<Said, 'holds' | 'plain'> =>
  holds.length > 0 ? { holds, plain } : { holds }

/** A question's own words stand for its beginning in the history, and no fault is told twice. */
function wordsOf(ticket: Ticket, event: TicketEvent): string {
  const more = moreOf(ticket, event)
  if (ticket.kind === 'inquiry' && event.move === 'submit' && ticket.description)
    return `已提交:${ticket.description}`
  return [event.words, more].filter(Boolean).join(';')
}

/** What a history leaves to the other parts of a ticket's page: the request's words, the record, the survey. */
function moreOf(ticket: Ticket, event: TicketEvent): string {
  const visit = event.visit === null ? null : visitOf(ticket, event.visit)
  if (event.move === 'submit') return `${kinds[ticket.kind].label}:${ticket.description}`
  if (event.move === 'report' && visit?.report) return recordWords(visit.report)
  if (event.move === 'rate' && visit?.survey) return surveyWords(visit.survey)
  return ''
}

function recordWords({ cause, measure, leftover }: NonNullable<Visit['report']>): string {
  const rows = [
    ['原因', cause],
    ['措施', measure],
    ['遗留', leftover],
  ]
  return rows.flatMap(([label, words]) => (words ? [`${label}:${words}`] : [])).join(';')
}

function surveyWords({ reasons, nps, note }: NonNullable<Visit['survey']>): string {
  const why = reasons.map((code) => surveyReasons[code] ?? code).join('、')
  return [why, nps === null ? '' : `推荐 ${nps} 分`, note].filter(Boolean).join(';')
}

type Happening = Pick<ArchiveEntry, 'id' | 'at' | 'kind' | 'by' | keyof Said>

function entryOf(ticket: Ticket, happening: Happening): ArchiveEntry {
  const { serial, model, nickname } = ticket.equipment
  return sealed({
    ...happening,
    companyId: ticket.companyId,
    companyName: ticket.companyName,
    serial,
    machine: [model, nickname].filter(Boolean).join(' · '),
    no: ticket.no,
    ticketId: ticket._id,
    hiddenFrom: ticket.hiddenFrom,
  })
}

/** An entry with its sort key, and without the phone numbers that somebody wrote into his words. */
export const sealed = (entry: Omit<ArchiveEntry, 'key'>): ArchiveEntry => ({
  ...entry,
  key: `${archiveKeyAt(entry.at)}-${entry.id}`,
  words: withoutPhones(entry.words),
  ...(entry.customerWords === undefined ? {} : { customerWords: withoutPhones(entry.customerWords) }),
  ...(entry.plain === undefined ? {} : { plain: withoutPhones(entry.plain) }),
})

/** Where a moment stands among the keys. */
export const archiveKeyAt = (at: number): string => String(at).padStart(15, '0')

const withoutPhones = (words: string): string =>
  words.replace(
    /(^|\D)(1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/g,
    (_, before: string, phone: string) => `${before}${maskPhone(phone)}`,
  )

/** Of entries that were kept before they said what they hold: these kinds may hold it. */
const mayHold: Readonly<Partial<Record<ArchiveKind, readonly Seeable[]>>> = {
  cost: ['price'],
  survey: ['score'],
  ledger: ['cost'],
}

/** An entry's words as somebody reads them. */
export function archiveWords(entry: ArchiveEntry, sight: Sight): string {
  const { kind, holds = mayHold[kind], plain = archiveKinds[kind] } = entry
  return wordsFor({ ...entry, holds, plain }, sight)
}

/** Whether somebody finds an entry by these words, any case: only by what he reads of it. */
export function hasWords(entry: ArchiveEntry, search: string, sight: Sight): boolean {
  const wanted = search.toUpperCase()
  return [
    entry.no,
    archiveWords(entry, sight),
    entry.machine,
    entry.serial,
    entry.by,
    archiveKinds[entry.kind],
  ].some((text) => text.toUpperCase().includes(wanted))
}

/** A ticket's whole number, which is found without saying whose it is. */
export const isTicketNumber = (text: string): boolean => /^[A-Z]{2}-\d{6}-[2-9A-HJ-NP-Z]{4}$/i.test(text)
