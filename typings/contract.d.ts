// The contract between phone and functions: types only. Inputs are inferred from the schemas; one interface
// names every action's answer. A wrong name or field does not compile on either side.
import type { Tab } from '../miniprogram/domain/categories'
import type { ActionName, Inputs } from '../miniprogram/domain/inputs'
import type { LedgerMapping } from '../miniprogram/domain/ledger/fields'
import type { Refusal as RefusedLine } from '../miniprogram/domain/ledger/read'
import type { Manual } from '../miniprogram/domain/manuals'
import type { Role } from '../miniprogram/domain/people'
import type { Refusal } from '../miniprogram/domain/refusals'
import type { TemplateKey } from '../miniprogram/domain/templates'
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
import type { Candidate, Card, EquipmentCard, InboxRow, Me, TicketView, Upload } from './views'

export type * from './office-views'
export type * from './quality-views'
export type * from './views'

/** What the door answers. */
export type Answer<T> =
  { ok: true; data: T; requestId: string } | { ok: false; refusal: Refusal; requestId: string }

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
    /** 首页: the most urgent ticket that waits for this customer, and the last open one. */
    yours: Card | null
    latest: Card | null
  }
  'company.peek': { id: string; name: string; invitedBy: string }
  'company.join': { me: Me }
  'equipment.list': { items: EquipmentCard[] }
  'equipment.open': { equipment: EquipmentCard; tickets: Card[]; lastService: number | null }
  'ticket.submit': {
    id: string
    no: string
    due: number
    provisional: boolean
    outOfHours: boolean
    uploads: Upload[]
  }
  'ticket.list': { items: Card[]; counts: Record<Tab, number>; next: string | null }
  'ticket.open': { ticket: TicketView }
  'ticket.move': { ticket: TicketView; uploads: Upload[] }
  'media.arrived': { id: string }
  'ticket.enter': Outputs['ticket.submit']
  'ticket.merge': { ticket: TicketView }
  /** Open tickets of the same machine or company, and what happened to the machine in 90 days. */
  'ticket.similar': { ticket: TicketView; open: Card[]; history: Card[] }
  /** 作业手册 of the ticket's machine, whole; bytes of their texts. */
  'manual.list': { model: string; items: (Manual & { bytes: number })[] }
  'company.find': { items: CompanyFound[] }
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
  'import.open': { columns: string[]; sample: string[][]; rows: number; mapping: LedgerMapping }
  /** `known`: lines that were imported before; `faultWords`: the ledger's words that mean no class yet. */
  'import.check': {
    rows: number
    taken: number
    known: number
    refusedRows: number
    refusals: RefusedLine[]
    unclassified: number
    faultWords: { words: string; count: number }[]
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
    /** What this person may begin here. */
    entries: Entry[]
  }
  'work.queue': { items: Card[]; next: string | null }
  'stats.pareto': Pareto
  'stats.cases': { items: CaseRow[]; next: string | null }
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
