// The ticket is one document: its visits and its history live in it and change together with its rev.
import type { Category, Tab } from './categories'
import type { Kind, Symptom, production, wishes } from './kinds'
import type { Relation } from './people'
import type { Pause } from './working-time'
import type { TemplateKey } from './templates'

/** A person as written into a ticket: enough to be named, never a phone number of somebody else. */
export interface Name {
  pid: string
  name: string
  title: string
}

export interface Equipment {
  id: string
  serial: string
  model: string
  nickname: string
  /** Local date YYYY-MM-DD of the last day of 三包, null before acceptance. */
  warrantyUntil: string | null
}

/** A photo, video or voice note; `fileId` is null until its upload has arrived. */
export interface Media {
  id: string
  kind: 'photo' | 'video' | 'voice'
  slot: string
  path: string
  fileId: string | null
  by: string
  at: number
}

export interface Report {
  fault: string
  cause: string
  measure: string
  parts: { name: string; oldSerial: string; newSerial: string; quantity: number }[]
  hours: number
  result: 'fixed' | 'temporary' | 'unfixed'
  leftover: string
  at: number
  by: Name
}

/** The user's receipt 用户回执 (第十九条第2项), chained to the ticket's previous one by hash. */
export interface Receipt {
  no: string
  signer: { pid: string; name: string; post: string }
  /** Strokes as "x,y x,y;x,y …" in a 600×300 box, or '' when the name was typed. */
  signature: string
  checks: { running: boolean; cleaned: boolean; oldParts: boolean }
  note: string
  at: number
  previous: string
  hash: string
  /** 离场码: six digits, shown to the customer's people only; good for 24 hours and three tries. */
  code: string
  wrongTries: number
}

export interface Survey {
  askedAt: number
  stars: number | null
  reasons: string[]
  nps: number | null
  note: string
  callBack: boolean
  at: number | null
  by: Name | null
}

export type VisitState = 'preparing' | 'traveling' | 'onsite' | 'wait_sign' | 'signed' | 'left' | 'rated'

/** One trip to the customer; has its own receipt and its own survey. */
export interface Visit {
  id: string
  state: VisitState
  crew: Name[]
  task: string
  arriveBy: number
  finishBy: number
  assignedBy: Name
  eta: number | null
  departedAt: number | null
  arrivedAt: number | null
  lateReason: string
  conduct: { workwear: boolean; metOwner: boolean; siteReady: boolean } | null
  report: Report | null
  receipt: Receipt | null
  leftAt: number | null
  survey: Survey | null
}

export type RepairState =
  'submitted' | 'need_info' | 'verified' | 'visiting' | 'left' | 'followup' | 'closed' | 'declined'
export type TicketState = RepairState
/** What a person sees as the state: the ticket's, or while a visit is on the visit's. */
export type FaceCode = Exclude<TicketState, 'visiting'> | VisitState

/** Something that happened, written in the same write as the change. */
export interface TicketEvent {
  move: string
  key: string
  at: number
  by: Name
  /** What the person was to the ticket, for the words of each side. */
  as: Relation
  from: FaceCode
  to: FaceCode
  visit: string | null
  words: string
  /** Shown to the maker's people only. */
  internal: boolean
}

/** What has to be told after the write; resent by the clock until it is gone. */
export interface Tell {
  id: string
  to: { pid: string } | { role: 'coordinator' | 'manager' | 'generalManager' }
  template: TemplateKey
  title: string
  words: string
  page: string
  /** Sent even at night: arrival and safety. */
  urgent: boolean
}

/** Denormalised for lists: written by the engine from state, never by hand. */
export interface Summary {
  face: FaceCode
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
  /** Sort key of lists, unique: due or time, then id. */
  rank: string
}

export interface Ticket extends Summary {
  _id: string
  no: string
  rev: number
  kind: Kind
  state: TicketState
  companyId: string
  companyName: string
  ownerPid: string
  crewPids: string[]
  equipment: Equipment
  symptom: Symptom
  description: string
  production: keyof typeof production
  wish: { kind: keyof typeof wishes; at: number | null }
  contact: { name: string; phone: string }
  media: Media[]
  requestedAt: number
  createdAt: number
  updatedAt: number
  /** Deadlines, each set once by the move that starts it. */
  verifyBy: number
  pauses: Pause[]
  verification: { by: Name; at: number; charge: 'free' | 'paid'; reason: string; note: string } | null
  asked: string
  declined: string
  faultClass: string
  visits: Visit[]
  events: TicketEvent[]
  untold: Tell[]
}

/** The visit that a move speaks of: the named one, or the last. */
export function visitOf(ticket: Ticket, id?: string | null): Visit | null {
  if (id) return ticket.visits.find((visit) => visit.id === id) ?? null
  return ticket.visits[ticket.visits.length - 1] ?? null
}
