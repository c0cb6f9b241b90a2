// The collections, typed.
import type { MachineReturn } from '../../miniprogram/domain/returning/returning'
import type {
  ArchiveRecord,
  AuditRecord,
  CompanyRecord,
  CreditsRecord,
  D8Record,
  EquipmentRecord,
  ExportRecord,
  InvitationRecord,
  KnowledgeRecord,
  ManualRecord,
  MarkRecord,
  MessageRecord,
  PersonRecord,
  RollupRecord,
  SettingsRecord,
  TicketRecord,
} from './records'
import type { Case } from '../../miniprogram/domain/statistics/cases'
import type { Moment } from '../../miniprogram/domain/statistics/moments'
import { table } from './table'

export const people = table<PersonRecord>('people')
export const companies = table<CompanyRecord>('companies')
export const invitations = table<InvitationRecord>('invitations')
export const equipment = table<EquipmentRecord>('equipment')
export const tickets = table<TicketRecord>('tickets')
export const eightds = table<D8Record>('eightds')
export const messages = table<MessageRecord>('messages')
export const credits = table<CreditsRecord>('credits')
export const knowledge = table<KnowledgeRecord>('knowledge')
export const manuals = table<ManualRecord>('manuals')
export const cases = table<Case>('cases')
export const moments = table<Moment>('moments')
export const rollups = table<RollupRecord>('rollups')
export const returnVisits = table<MachineReturn>('returnVisits')
export const marks = table<MarkRecord>('marks')
export const archive = table<ArchiveRecord>('archive')
export const settings = table<SettingsRecord>('settings')
export const exports = table<ExportRecord>('exports')
export const audit = table<AuditRecord>('audit')
