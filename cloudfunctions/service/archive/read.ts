// The archive as one person may read it, a page at a time: newest first, whoever asks for a screen or for Excel.
import {
  archiveKeyAt,
  archiveKinds,
  hasWords,
  isTicketNumber,
  withoutPrices,
  type ArchiveKind,
} from '../../../miniprogram/domain/archive/archive'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { Role } from '../../../miniprogram/domain/ticket/people'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { ArchiveRow } from '../../../typings/contract'
import { archive } from '../../store/collections'
import type { Condition, Filter } from '../../store/filter'
import type { ArchiveRecord, PersonRecord } from '../../store/records'
import { DAY } from '../../../miniprogram/domain/calendar/units'
import { startOf } from '../../../miniprogram/domain/calendar/days'

export type ArchiveFilter = Checked['archive.list']

/** Who may read customers' archives; the last two without prices. */
export const archiveReaders = [
  'coordinator',
  'manager',
  'generalManager',
  'quality',
  'technical',
] as const satisfies readonly Role[]
const priced: readonly Role[] = ['coordinator', 'manager', 'generalManager']

/** So many entries are looked at in one call while words are searched for; the next call looks further back. */
const LOOKED_AT = 1000

export interface Page {
  rows: ArchiveRow[]
  /** Where the next page goes on, null at the end. */
  next: string | null
  /** How far back was looked while searching. */
  reached: number | null
}

/** At most `most` entries after `filter.after`. */
export async function readArchive(person: PersonRecord, filter: ArchiveFilter, most: number): Promise<Page> {
  const { search = '' } = filter
  const limit = search && !isTicketNumber(search) ? LOOKED_AT : most + 1
  const found = await archive.find(queryOf(person, filter), { order: ['key', 'desc'], limit })
  const fitting = search ? found.filter((one) => hasWords({ ...one, id: one._id }, search)) : found
  const shown = fitting.slice(0, most)
  const cut = fitting.length > most
  const last = cut ? shown[shown.length - 1] : found[found.length - 1]
  const more = cut || found.length === limit
  return {
    rows: shown.map((one) => rowFor(one, person)),
    next: more && last ? last.key : null,
    reached: search && more && last ? last.at : null,
  }
}

function queryOf(person: PersonRecord, filter: ArchiveFilter): Filter {
  const { companyId, serial, kind, search = '' } = filter
  // asked and not left out afterwards: the key where the next page begins would give it away
  const query: Record<string, Filter[string]> = { key: keysOf(filter), hiddenFrom: { not: person._id } }
  if (kind) query.kind = kind
  if (serial) query.serial = serial
  // A machine may have changed hands: what its former owner lived through is not the new one's.
  if (person.side === 'customer') return { ...query, companyId: person.companyId, internal: false }
  if (companyId) query.companyId = companyId
  if (search === '' || companyId || serial) return query
  if (!isTicketNumber(search))
    throw new Refused('INVALID_INPUT', {
      fields: { search: '按文字找请先选客户或设备;完整的工单号可以直接找' },
    })
  return { ...query, no: search.toUpperCase() }
}

function keysOf({ from, to, after }: ArchiveFilter): Condition {
  const end = to ? archiveKeyAt(startOf(to) + DAY) : ''
  const upper = after && end ? (after < end ? after : end) : after || end
  return { gte: from ? archiveKeyAt(startOf(from)) : '', ...(upper ? { lt: upper } : {}) }
}

function rowFor(one: ArchiveRecord, { side, roles }: PersonRecord): ArchiveRow {
  const office = roles.some((role) => priced.includes(role))
  const full = side === 'customer' || office
  // what a repair cost the maker is no price of the customer's
  const inner = side === 'customer' && one.kind === 'ledger'
  return {
    id: one._id,
    at: one.at,
    kind: one.kind,
    kindLabel: archiveKinds[one.kind as ArchiveKind],
    no: one.no,
    ticketId: full ? one.ticketId : null,
    companyName: one.companyName,
    machine: one.machine || one.serial,
    words: full && !inner ? one.words : withoutPrices(one.words),
    by: one.by,
  }
}
