// The collections, typed.
import type {
  ArchiveRecord,
  AuditRecord,
  CompanyRecord,
  CreditsRecord,
  EquipmentRecord,
  ExportRecord,
  InvitationRecord,
  ManualRecord,
  MarkRecord,
  MessageRecord,
  PersonRecord,
  RollupRecord,
  TicketRecord,
} from './records'
import type { Case } from '../../miniprogram/domain/cases'
import type { Moment } from '../../miniprogram/domain/moments'
import { table } from './table'

export const people = table<PersonRecord>('people')
export const companies = table<CompanyRecord>('companies')
export const invitations = table<InvitationRecord>('invitations')
export const equipment = table<EquipmentRecord>('equipment')
export const tickets = table<TicketRecord>('tickets')
export const messages = table<MessageRecord>('messages')
export const credits = table<CreditsRecord>('credits')
export const manuals = table<ManualRecord>('manuals')
export const cases = table<Case>('cases')
export const moments = table<Moment>('moments')
export const rollups = table<RollupRecord>('rollups')
export const marks = table<MarkRecord>('marks')
export const archive = table<ArchiveRecord>('archive')
export const exports = table<ExportRecord>('exports')
export const audit = table<AuditRecord>('audit')
