// The archive as one person may read it, a page at a time: newest first, whoever asks for a screen or for Excel.
import { archiveKinds } from '../../../miniprogram/domain/archive/parts'
import {
  archiveKeyAt,
  archiveWords,
  hasWords,
  isTicketNumber,
  type ArchiveEntry,
} from '../../../miniprogram/domain/archive/archive'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { ArchiveRow } from '../../../typings/contract'
import { archive } from '../../store/collections'
import type { Condition, Filter } from '../../store/filter'
import type { ArchiveRecord, PersonRecord } from '../../store/records'
import { DAY } from '../../../miniprogram/domain/calendar/units'
import { startOf } from '../../../miniprogram/domain/calendar/days'

export type ArchiveFilter = Checked['archive.list']

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
  const sight = sightOfPerson(person)
  const found = await archive.find(queryOf(person, sight, filter), { order: ['key', 'desc'], limit })
  // looked for in the words that he reads: a match would give away the others
  const fitting = search ? found.filter((one) => hasWords(entryOf(one), search, sight)) : found
  const shown = fitting.slice(0, most)
  const cut = fitting.length > most
  const last = cut ? shown[shown.length - 1] : found[found.length - 1]
  const more = cut || found.length === limit
  return {
    rows: shown.map((one) => present(fields, { one, sight })),
    next: more && last ? last.key : null,
    reached: search && more && last ? last.at : null,
  }
}

function queryOf(person: PersonRecord, sight: Sight, filter: ArchiveFilter): Filter {
  const { companyId, serial, kind, search = '' } = filter
  // asked and not left out afterwards: the key where the next page begins would give it away
  const query: Record<string, Filter[string]> = { key: keysOf(filter), hiddenFrom: { not: person._id } }
  if (kind) query.kind = kind
  if (serial) query.serial = serial
  if (!sight.has('insideWords')) query.internal = false
  // A machine may have changed hands: what its former owner lived through is not the new one's.
  if (!sight.has('archive')) return { ...query, companyId: person.companyId }
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

interface OnEntry extends Seen {
  one: ArchiveRecord
}
const entryOf = (one: ArchiveRecord): ArchiveEntry => ({ ...one, id: one._id })

const fields: Fields<ArchiveRow, OnEntry> = {
  id: ['identity', ({ one }) => one._id],
  at: ['identity', ({ one }) => one.at],
  kind: ['identity', ({ one }) => one.kind],
  kindLabel: ['identity', ({ one }) => archiveKinds[one.kind]],
  no: ['identity', ({ one }) => one.no],
  // the ticket's page is for who has to do with it
  ticketId: ['charge', ({ one }) => one.ticketId, null],
  companyName: ['identity', ({ one }) => one.companyName],
  machine: ['identity', ({ one }) => one.machine || one.serial],
  words: ['history', ({ one, sight }) => archiveWords(entryOf(one), sight), ''],
  by: ['identity', ({ one }) => one.by],
}
