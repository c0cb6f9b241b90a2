// The contract between phone and functions: types only. Inputs are inferred from the schemas; one interface
// names every action's answer. A wrong name or field does not compile on either side.
import type { Tab } from '../miniprogram/domain/company/categories'
import type { ActionName, Inputs } from '../miniprogram/domain/door/inputs'
import type { Terms } from '../miniprogram/domain/company/settings'
import type { Kind } from '../miniprogram/domain/company/kinds'
import type { KnowledgeState } from '../miniprogram/domain/knowledge/knowledge'
import type { LedgerMapping } from '../miniprogram/domain/ledger/fields'
import type { DoubtfulName, Refusal as RefusedLine } from '../miniprogram/domain/ledger/read'
import type { Manual } from '../miniprogram/domain/knowledge/manuals'
import type { Role } from '../miniprogram/domain/ticket/people'
import type { Refusal } from '../miniprogram/domain/engine/refusals'
import type { TemplateKey } from '../miniprogram/domain/company/templates'
import type { Served } from './complaint-views'
import type { D8Card, D8Desk, D8OfFault, D8Prepared, D8View } from './d8-views'
import type { Answerer, KnowledgeCard, KnowledgeRow, KnowledgeView } from './knowledge-views'
import type { Approval, BoardRow, CompanyFound, QueueLink, ReceiptCheck, StaffRow } from './office-views'
import type {
  ArchiveMachine,
  ArchiveRow,
  ArticleCase,
  ArticleRow,
  CaseRow,
  Measure,
  Pareto,
  Satisfaction,
} from './quality-views'
import type { Upload } from './media-views'
import type { ReturnRow, ReturnView } from './return-views'
import type { Candidate, Card, EquipmentCard, InboxRow, Me, TicketView } from './views'

export type * from './complaint-views'
export type * from './d8-views'
export type * from './knowledge-views'
export type * from './media-views'
export type * from './office-views'
export type * from './quality-views'
export type * from './return-views'
export type * from './views'

/** What the door answers, and when by its own clock (epoch ms): a phone's may be wrong. */
export type Answer<T> = { requestId: string; at: number } & (
  { ok: true; data: T } | { ok: false; refusal: Refusal }
)

export interface Outputs {
  'session.open': {
    me: Me
    unread: number
    /** Items waiting for this person on 工作台 (staff). */
    waiting: number
    overdue: number
    /** Template key → the id that WeChat knows, and credits left. */
    templates: Record<TemplateKey, { id: string; credits: number; refusedAt: number | null }>
    serviceLine: string
    /** The newest settings, for what belongs to no ticket: those that this person's pages say. */
    terms: Partial<Terms>
    /** 首页: the most urgent ticket that waits for this customer, and the last open one. */
    yours: Card | null
    latest: Card | null
  }
  'company.peek': { id: string; name: string; invitedBy: string }
  'company.join': { me: Me }
  'equipment.list': { items: EquipmentCard[] }
  'equipment.open': { equipment: EquipmentCard; tickets: Card[]; lastService: number | null }
  /** What a complaint may be about: services and people of a company. */
  'complaint.about': Served
  'ticket.submit': {
    id: string
    no: string
    kind: Kind
    due: number
    provisional: boolean
    outOfHours: boolean
    /** Who has it now; of a complaint also until when a plan is promised. */
    holder: string
    plan: number | null
    uploads: Upload[]
  }
  'ticket.list': { items: Card[]; counts: Record<Tab, number>; next: string | null }
  'ticket.open': { ticket: TicketView }
  'ticket.move': { ticket: TicketView; uploads: Upload[] }
  'd8.list': {
    items: D8Card[]
    counts: Record<'open' | 'mine' | 'closed', number>
    next: string | null
    mayStart: boolean
  }
  'd8.open': { d8: D8View }
  'd8.prepare': D8Prepared
  'd8.start': { id: string; no: string }
  'd8.move': { d8: D8View; uploads: Upload[] }
  'media.arrived': { id: string }
  'ticket.enter': Outputs['ticket.submit']
  'ticket.merge': { ticket: TicketView }
  /** Open tickets of the same machine or company, and what happened to the machine lately. */
  'ticket.similar': { ticket: TicketView; open: Card[]; history: Card[] }
  /** `machines`: of the company, when the inquiry names none; what only the maker's people need is [] for a customer. */
  'inquiry.open': {
    ticket: TicketView
    similar: KnowledgeCard[]
    colleagues: Answerer[]
    machines: { id: string; words: string; serial: string }[]
  }
  /** The repair that an inquiry became. */
  'inquiry.turn': { id: string; no: string; due: number }
  'knowledge.suggest': { items: KnowledgeCard[] }
  'knowledge.helped': { helped: number }
  'knowledge.list': {
    items: KnowledgeRow[]
    counts: Record<KnowledgeState, number>
    next: string | null
    mayEdit: boolean
  }
  'knowledge.open': { item: KnowledgeView; mayPublish: boolean; mayEdit: boolean }
  'knowledge.save': { item: KnowledgeView }
  /** 作业手册 of the ticket's machine, whole; bytes of their texts. */
  'manual.list': { model: string; items: (Manual & { bytes: number })[] }
  'company.find': { items: CompanyFound[] }
  /** 定期回访: machines by when their return visit is due; `due` counts those that are. */
  'return.list': { items: ReturnRow[]; due: number; next: string | null }
  'return.open': { visit: ReturnView }
  /** The complaint that was opened beside the service. */
  'return.complain': { id: string; no: string }
  'return.record': { visit: ReturnView }
  'receipt.verify': { no: string; receipts: ReceiptCheck[]; intact: boolean }
  'dispatch.candidates': { ticket: TicketView; items: Candidate[] }
  'dispatch.board': { days: string[]; unassigned: Card[]; people: BoardRow[] }
  /** `last`: what happened last to the ticket asked for, when nothing waits there any more. */
  'approve.open': { items: Approval[]; last: { who: string; at: number; words: string } | null }
  'staff.list': {
    items: StaffRow[]
    invitations: { code: string; name: string; role: Role; until: number }[]
    mayChange: boolean
  }
  'staff.invite': { code: string; until: number }
  'staff.join': { me: Me }
  'staff.change': { item: StaffRow }
  'staff.absence': { item: StaffRow }
  /** A colleague's page: what he has in hand, and those who may take it, as far as the caller reads them. */
  'staff.jobs': { jobs: Card[]; items: StaffRow[]; mayChange: boolean }
  /** `items`: what is still his; `refused`: what a rule kept, with its words. */
  'staff.handOver': { items: Card[]; refused: { no: string; words: string }[] }
  /** `reached`: how far back was looked for the words, null when all was. */
  'archive.list': {
    items: ArchiveRow[]
    next: string | null
    reached: number | null
    companyName: string
    machine: ArchiveMachine | null
  }
  'archive.companies': {
    items: {
      id: string
      name: string
      city: string
      machines: { serial: string; model: string; nickname: string }[]
    }[]
  }
  /** An .xlsx by an address that ends; `more`: only the newest ten thousand are in it. */
  'export.make': { url: string; name: string; rows: number; more: boolean; bytes: number }
  'import.open': {
    columns: string[]
    sample: string[][]
    rows: number
    mapping: LedgerMapping
    /** The sheet that is read, and all that have anything in them. */
    sheet: string
    sheets: { name: string; rows: number }[]
    /** Cells that stand for several lines. */
    merged: number
  }
  /** `known`: lines that were imported before; `faultWords`: the ledger's words that mean no class yet. */
  'import.check': {
    rows: number
    taken: number
    known: number
    refusedRows: number
    refusals: RefusedLine[]
    unclassified: number
    faultWords: { words: string; count: number }[]
    /** Names of companies that somebody has to confirm. */
    names: DoubtfulName[]
  }
  'import.write': { done: number; of: number; next: number | null }
  'import.report': Outputs['export.make']
  'work.open': {
    queues: {
      key: string
      label: string
      icon: string
      count: number
      overdue: number
      items: Card[]
      link: QueueLink | null
    }[]
    nextDue: number | null
    /** 8D steps and manuals that wait for this person. */
    desks: D8Desk[]
    /** What this person may begin here. */
    entries: Entry[]
  }
  'work.queue': { items: Card[]; next: string | null }
  'stats.pareto': Pareto
  'stats.cases': { items: CaseRow[]; next: string | null; d8: D8OfFault }
  'stats.measures': { items: Measure[]; models: string[] }
  'stats.satisfaction': { items: Satisfaction[] }
  /** `months`: newest first, those of which something is known; `items` newest first. */
  'stats.articles': { months: string[]; rows: ArticleRow[]; items: ArticleCase[]; next: string | null }
  'inbox.list': { items: InboxRow[]; unread: number; next: string | null }
  'inbox.read': { unread: number }
  'consent.record': { credits: Record<TemplateKey, number> }
}

/** One call: an action's name, its input, its answer. */
export type Call = <A extends ActionName>(action: A, input: Inputs[A]) => Promise<Outputs[A]>
