// What the collections hold, beside the ticket.
import type { Knowledge } from '../../miniprogram/domain/knowledge/knowledge'
import type { D8 } from '../../miniprogram/domain/quality/record'
import type { ArchiveEntry } from '../../miniprogram/domain/archive/archive'
import type { Manual } from '../../miniprogram/domain/knowledge/manuals'
import type { Post, Role } from '../../miniprogram/domain/ticket/people'
import type { Standing } from '../../miniprogram/domain/ticket/stand-ins'
import type { Section } from '../../miniprogram/domain/statistics/sums'
import type { TemplateKey } from '../../miniprogram/domain/company/templates'
import type { Name } from '../../miniprogram/domain/ticket/parts'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'

export interface PersonRecord {
  _id: string
  openid: string
  name: string
  side: 'customer' | 'staff'
  roles: Role[]
  title: string
  companyId: string | null
  companyName: string | null
  post: Post | null
  phone: string
  active: boolean
  skills: string[]
  base: string
  staffNo: string
  joinedAt: number
  consentAt: number | null
  absences: Absence[]
  /** For whom he stands in and when, kept up to date by every change of the roll (service/staff/standings.ts). */
  standings?: Standing[]
  /** Of `roles` those in which he stands in now; reckoned when he calls, never stored. */
  acting?: Role[]
}

/** Local dates YYYY-MM-DD, both included. */
export interface Absence {
  from: string
  to: string
  reason: string
}

export interface CompanyRecord {
  _id: string
  name: string
  city: string
}

/** `_id` is the code without its dash. */
export interface InvitationRecord {
  _id: string
  companyId: string
  companyName: string
  by: string
  until: number
  left: number
  /** For one of the maker's people; null for a customer's. */
  staff: Pick<PersonRecord, 'name' | 'roles' | 'title' | 'staffNo' | 'base' | 'skills'> | null
}

export interface EquipmentRecord {
  _id: string
  serial: string
  model: string
  name: string
  nickname: string
  companyId: string
  site: string
  /** Where it stands; a company may have several plants. */
  city: string
  warrantyUntil: string | null
  lastServiceAt: number | null
}

/** A ticket as stored: `untoldSince` is when something had to be told that the clock must look after. */
export interface TicketRecord extends Ticket {
  untoldSince: number | null
}

/** An 8D as stored, with `untoldSince` as a ticket has it. */
export interface D8Record extends D8 {
  untoldSince: number | null
}

/** quiet: waits for the morning; retry: failed technically and is tried again; failed: for good. */
export type Push = 'sent' | 'no-credit' | 'failed' | 'quiet' | 'retry'

export interface MessageRecord {
  _id: string
  pid: string
  at: number
  ticketId: string
  template: TemplateKey
  fields: Record<string, string>
  title: string
  words: string
  page: string
  read: boolean
  push: Push
  /** How often sending failed, and when the clock tries again. */
  tries: number
  retryAt: number | null
  /** The visit whose survey it asks for; `unsent` when in vain: the clock puts it on the call list. */
  survey: string | null
  unsent: string | null
}

/** One document a person: credits and the last refusal of each template. */
export type CreditsRecord = { _id: string } & Partial<
  Record<TemplateKey, { credits: number; refusedAt: number | null }>
>

/** What was answered once and may be offered again. */
export type KnowledgeRecord = { _id: string } & Knowledge

/** A version of a manual; of each only one is current. */
export type ManualRecord = { _id: string; current: boolean } & Manual

/**
 * What a day, a month, or a month of one model or of the companies adds up to. The sums are packed: a database reads one text quicker than
 * ten thousand fields. `dirty` is when something of it changed that is not in the sums yet.
 */
export interface RollupRecord extends Partial<Record<Section, string>> {
  _id: string
  span: 'day' | 'month' | 'model' | 'companies' | 'fleet'
  /** Local date or month. */
  key: string
  dirty: number | null
  /** Machines in service, packed; of span 'fleet' only. */
  fleet?: string
}

/** How far a job of the clock has come. */
export interface MarkRecord {
  _id: string
  at: number
}

/** An entry of 客户服务档案 as stored. */
export type ArchiveRecord = { _id: string } & Omit<ArchiveEntry, 'id'>

/** Who exported what: kept for good, its file for as long as is set. */
export interface ExportRecord {
  _id: string
  at: number
  pid: string
  what: string
  filter: string
  rows: number
  fileId: string
  gone: boolean
}

/** A version of the settings, written once and never changed. */
export interface SettingsRecord {
  /** `v` and the version, so that of two who save at once one comes too late. */
  _id: string
  version: number
  /** Every setting: a default that a later release changes must not change what was promised under this one. */
  values: Record<string, number>
  by: Name
  at: number
  note: string
  /** The saving's idempotency key. */
  key: string
}

export interface AuditRecord {
  _id: string
  at: number
  pid: string
  action: string
  about: string
  outcome: string
}
