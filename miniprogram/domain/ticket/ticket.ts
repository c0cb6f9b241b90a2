// The ticket is one document: its visits and its history live in it and change together with its rev.
import type { Ask } from './asks'
import type { Category, Tab } from '../company/categories'
import type { Complaint, ComplaintState } from '../complaint/parts'
import type { InstallMode, Kind, Source, Symptom, production, wishes } from '../company/kinds'
import type { Plan } from '../installation/parts'
import type { ReturnCall } from '../returning/parts'
import type { Relation, RoleOnDuty } from './people'
import type { SiteItem } from '../company/checklists'
import type { Inquiry, InquiryState } from '../inquiry/parts'
import type { Decided, Name, Quote } from './parts'
import type { Pause } from '../calendar/working-time'
import type { TemplateKey } from '../company/templates'
import type { Kind as Seeable } from '../sight/kinds'
import type { Visit, VisitState } from '../visit/parts'

export type { Decided, Name, Quote } from './parts'
export type { Visit, VisitState, Report, Receipt, Survey } from '../visit/parts'
export type { RoleOnDuty } from './people'

export interface Equipment {
  id: string
  serial: string
  model: string
  nickname: string
  /** Local date YYYY-MM-DD of the last day of 三包, null before acceptance. */
  warrantyUntil: string | null
}

/** A request that is not about one machine: an inquiry, a complaint. */
export const noMachine: Readonly<Equipment> = {
  id: '',
  serial: '',
  model: '',
  nickname: '',
  warrantyUntil: null,
}

/** A photo, video or voice note; `fileId` is null until its upload has arrived. */
export interface Media {
  id: string
  kind: 'photo' | 'video' | 'voice'
  slot: string
  path: string
  fileId: string | null
  /** SHA-1 of the bytes as the phone announced them; '' when unknown. */
  digest: string
  by: string
  at: number
  /** For the maker's people only: what comes with a call for support, or with extra work not yet approved. */
  internal?: boolean
}

/** States of a ticket that is served by visits: repair and installation. */
export type ServedState =
  | 'submitted'
  | 'need_info'
  | 'gm_review'
  | 'remote'
  | 'site_ready'
  | 'verified'
  | 'waiting_part'
  | 'visiting'
  | 'left'
  | 'followup'
  | 'rewriting'
  | 'closed'
  | 'declined'
  | 'cancelled'
  | 'merged'
/** A state of any kind of ticket; each kind has its own lifecycle (domain/subjects.ts). */
export type TicketState = ServedState | InquiryState | ComplaintState
/** What a person sees as the state: the ticket's, or while a visit is on the visit's. */
export type FaceCode = Exclude<TicketState, 'visiting'> | VisitState

/** Something that happened, written in the same write as the change. */
export interface TicketEvent {
  move: string
  key: string
  /** When it happened: for a move done offline the phone's time, as far as it can be believed. */
  at: number
  /** When it was done on a phone without a network, as that phone said; null when done and written at once. */
  doneAt: number | null
  /** When a move done offline reached the server; null when done and written at once. */
  uploadedAt: number | null
  by: Name
  /** What the person was to the ticket, for the words of each side. */
  as: Relation
  /** The place that he took as a stand-in; absent where he acted as himself. */
  instead?: Relation
  from: FaceCode
  to: FaceCode
  visit: string | null
  words: string
  /** What the customer's people read instead; absent where both read the same. */
  customerWords?: string
  /** Kinds of field that the words hold (domain/sight/kinds.ts); absent where they hold none. */
  holds?: readonly Seeable[]
  /** Shown to the maker's people only. */
  internal: boolean
}

/** To whom a tell goes: a person, a role of the maker's, or those of a company who may confirm costs. */
export type Receiver = { pid: string } | { role: RoleOnDuty } | { company: string }

/** What has to be told after the write; resent by the clock until it is gone. */
export interface Tell {
  id: string
  to: Receiver
  template: TemplateKey
  title: string
  words: string
  page: string
  /** Sent even at night: arrival and safety. */
  urgent: boolean
  /** Told only where WeChat will bring it: a second word about the same. */
  ifCredit?: boolean
  /** The visit whose survey it asks for: the office calls when it reaches nobody. */
  survey?: string
}

/** Denormalised for lists: written by the engine from state, never by hand. */
export interface Summary {
  face: FaceCode
  /** When the face was entered. */
  faceSince: number
  category: Category
  tab: Tab
  holder: Name | null
  /** Epoch ms by which the holder must act; null when nothing is awaited. */
  due: number | null
  provisional: boolean
  /** First of the crew of the running visit. */
  lead: string | null
  /** First of the crew of the last visit, running or over. */
  lastLead: string | null
  crewPids: string[]
  helperPids: string[]
  /** Sort key of lists, unique: due or time, then id. */
  rank: string
  /** What is asked of a role beside the state, most urgent first; `askX` is that role's sort key. */
  asks: Ask[]
  askCoordinator: string | null
  askManager: string | null
  /** 待回电 and 待电话评价 are queues of their own. */
  askCallBack: string | null
  askSurvey: string | null
  askGeneral: string | null
  askWorkshop: string | null
  askTechnical: string | null
  /** Open complaints that were taken to the superior, and open repeats that quality helps to analyse. */
  askSuperior: string | null
  askQuality: string | null
  /** When the clock has to look at it next; null when never. */
  alarmAt: number | null
}

/** A call for support to the office (第十七条). */
export interface Help {
  id: string
  kind: string
  words: string
  urgent: boolean
  at: number
  by: Name
  /** Unanswered by then, the manager is told. */
  answerBy: number
  late: boolean
  takenBy: Name | null
  takenAt: number | null
  answer: string
  answeredAt: number | null
}

/** What somebody of the customer said by phone, in a letter or on paper, as the office wrote it down. */
export interface Recorded {
  move: string
  who: string
  saidAt: number
  how: string
  said: string
  by: Name
  at: number
}

/** 异议: the customer's people did not say what the office wrote down; the manager looks into it. */
export interface Objection {
  note: string
  by: Name
  at: number
  decision: Decided | null
}

export interface Reschedule {
  first: number
  second: number | null
  reason: string
  at: number
  by: Name
  decision: Decided | null
}

/** What came in as a second ticket and was merged into this one; nothing of it is lost. */
export interface Merged {
  id: string
  no: string
  description: string
  contact: { name: string; phone: string }
  by: string
  requestedAt: number
}

export interface Ticket extends Summary {
  _id: string
  no: string
  rev: number
  /** The version of the settings that it was made under; 0, or none in an old ticket: the defaults. */
  rules?: number
  kind: Kind
  state: TicketState
  companyId: string
  companyName: string
  city: string
  ownerPid: string
  /** Of the maker's people the one whom a complaint is about: for him this ticket does not exist anywhere. */
  hiddenFrom: string | null
  equipment: Equipment
  /** 报警停机, 全包安装调试 …: what it is about in a few words. */
  subject: string
  symptom: Symptom | null
  description: string
  production: keyof typeof production
  wish: { kind: keyof typeof wishes; at: number | null }
  contact: { name: string; phone: string }
  media: Media[]
  /** Where it came from; staff enter what did not come through the mini-program. */
  source: Source
  letterNo: string
  author: Name | null
  requestedAt: number
  createdAt: number
  updatedAt: number
  /** Deadlines, each set once by the move that starts it. */
  verifyBy: number
  pauses: Pause[]
  verification: {
    by: Name
    at: number
    charge: 'free' | 'paid'
    reason: string
    note: string
    how: string
  } | null
  /** The special case that waits for the general manager's consent (第十八条第1项), '' when none. */
  special: string
  consent: Decided | null
  quote: Quote | null
  site: {
    items: SiteItem[]
    confirmed: { by: Name; at: number; how: 'customer' | 'phone' } | null
    /** Agreed date YYYY-MM-DD when it is not ready yet. */
    readyOn: string | null
    note: string
    /** Who wrote the note: the customer, or one of ours for ourselves, as in an old ticket that does not say. */
    noteBy?: 'customer' | 'us'
  }
  waitingPart: { name: string; eta: string } | null
  asked: string
  declined: string
  faultClass: string
  install: { mode: InstallMode; contractNo: string; arrivalOn: string; readyOn: string } | null
  plan: Plan | null
  /** Of a complaint only. */
  complaint: Complaint | null
  /** Customer × machine × fault class: the same problem again (第十二条); '' when it cannot be told. */
  fingerprint: string
  helps: Help[]
  urges: { at: number; by: Name; reason: string }[]
  reschedule: Reschedule | null
  /** Written down for the customer's people, oldest first, and what they objected to; none in an old ticket. */
  recorded?: Recorded[]
  objections?: Objection[]
  appraisal: { question: string; at: number; by: Name; opinion: string; decision: Decided | null } | null
  /** The deadline that was warned of and the one that was escalated. */
  warned: number | null
  escalated: { due: number; at: number; to: Name | null; answerBy: number } | null
  /** Calls of the return visit 回访, oldest first, and when the next one was agreed. */
  returnCalls: ReturnCall[]
  returnAt: number | null
  closedAt: number | null
  reopened: number
  /** The earlier ticket of the same problem. */
  follows: { id: string; no: string } | null
  merged: Merged[]
  mergedInto: { id: string; no: string } | null
  /** The question and its answers; null for every other kind. */
  inquiry: Inquiry | null
  /** The ticket of another kind that this one was turned into, and the one that it came from. */
  became: { id: string; no: string } | null
  cameFrom: { id: string; no: string } | null
  visits: Visit[]
  events: TicketEvent[]
  untold: Tell[]
}

/** The visit that a move speaks of: the named one, or the last. */
export function visitOf(ticket: Ticket, id?: string | null): Visit | null {
  if (id) return ticket.visits.find((visit) => visit.id === id) ?? null
  return ticket.visits[ticket.visits.length - 1] ?? null
}

/** The visit that is on, null while none is. */
export const runningVisit = (ticket: Ticket): Visit | null =>
  ticket.state === 'visiting' ? visitOf(ticket) : null

/** 「V850 立式加工中心 · 报警停机」; without a machine only what it is about. */
export const titleOf = ({ equipment, subject }: Pick<Ticket, 'equipment' | 'subject'>): string =>
  [equipment.model, subject].filter(Boolean).join(' · ')

/** The machine in words, as messages and rows name it: its model and what the customer calls it. */
export const machineWords = ({ model, nickname }: Pick<Equipment, 'model' | 'nickname'>): string =>
  `${model} ${nickname}`.trim() || '未指定设备'
