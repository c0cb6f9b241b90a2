// The collections, typed.
import type { MachineReturn } from '../../miniprogram/domain/returning'
import type {
  AuditRecord,
  CompanyRecord,
  CreditsRecord,
  EquipmentRecord,
  InvitationRecord,
  KnowledgeRecord,
  ManualRecord,
  MarkRecord,
  MessageRecord,
  PersonRecord,
  TicketRecord,
} from './records'
import { table } from './table'

export const people = table<PersonRecord>('people')
export const companies = table<CompanyRecord>('companies')
export const invitations = table<InvitationRecord>('invitations')
export const equipment = table<EquipmentRecord>('equipment')
export const tickets = table<TicketRecord>('tickets')
export const messages = table<MessageRecord>('messages')
export const credits = table<CreditsRecord>('credits')
export const knowledge = table<KnowledgeRecord>('knowledge')
export const manuals = table<ManualRecord>('manuals')
export const returnVisits = table<MachineReturn>('returnVisits')
export const marks = table<MarkRecord>('marks')
export const audit = table<AuditRecord>('audit')
