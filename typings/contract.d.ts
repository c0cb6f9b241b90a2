// The contract between phone and functions: types only. Inputs are inferred from the schemas; one interface
// names every action's answer. A wrong name or field does not compile on either side.
import type { ArticleKey } from '../miniprogram/domain/articles'
import type { Category, Tab } from '../miniprogram/domain/categories'
import type { ActionName, Inputs } from '../miniprogram/domain/inputs'
import type { Kind, Symptom } from '../miniprogram/domain/kinds'
import type { Offered } from '../miniprogram/domain/lifecycle'
import type { Post, Role } from '../miniprogram/domain/people'
import type { Refusal } from '../miniprogram/domain/refusals'
import type { TemplateKey } from '../miniprogram/domain/templates'
import type { FaceCode, Report } from '../miniprogram/domain/ticket'

/** What the door answers. */
export type Answer<T> =
  { ok: true; data: T; requestId: string } | { ok: false; refusal: Refusal; requestId: string }

export interface Me {
  pid: string
  name: string
  side: 'customer' | 'staff' | 'visitor'
  roles: Role[]
  /** 内勤 / 设备经理 … for display. */
  title: string
  company: { id: string; name: string } | null
  post: Post | null
  phone: string
}

/** The hero of a ticket: state in words, who holds it, until when, what comes next. */
export interface Face {
  code: FaceCode
  words: string
  category: Category
  holder: { name: string; title: string } | null
  due: number | null
  provisional: boolean
  overdue: boolean
  /** Working minutes left, null without a deadline; negative when overdue (working minutes past it). */
  minutesLeft: number | null
  /** Staff only: at most a quarter of the working time is left. */
  near: boolean
  next: string
  article: ArticleKey | null
}

/** A ticket in a list: what ticket-card shows. */
export interface Card {
  id: string
  no: string
  kind: Kind
  /** 「V850 立式加工中心 · 报警停机」 */
  title: string
  companyName: string
  face: Face
  /** The verb that this person must do now, null when another holds it. */
  verb: string | null
  requestedAt: number
}

export interface EquipmentCard {
  id: string
  serial: string
  model: string
  name: string
  nickname: string
  site: string
  warranty: { free: boolean; words: string; until: string | null }
  openTickets: number
}

export interface MediaView {
  id: string
  kind: 'photo' | 'video' | 'voice'
  slot: string
  /** Short-lived address, null while the upload is still awaited. */
  url: string | null
}

/** Where the phone puts a photo it announced. */
export interface Upload {
  id: string
  path: string
}

export interface VisitView {
  id: string
  state: FaceCode
  engineer: { name: string; staffNo: string; skills: string[]; phone: string | null; visitsHere: number }
  task: string
  arriveBy: number
  finishBy: number
  eta: number | null
  departedAt: number | null
  arrivedAt: number | null
  lateReason: string
  report: (Report & { faultWords: string }) | null
  receipt: {
    no: string
    signer: { name: string; post: string }
    signature: string
    checks: { running: boolean; cleaned: boolean; oldParts: boolean }
    note: string
    at: number
    hash: string
    /** 离场码 with its end: the customer's people only. */
    code: { digits: string; until: number } | null
    intact: boolean
  } | null
  leftAt: number | null
  /** Stars are hidden from the engineer while a low score waits for its call-back. */
  survey: {
    asked: boolean
    stars: number | null
    reasons: string[]
    nps: number | null
    note: string
    by: string
    at: number | null
  } | null
  media: MediaView[]
}

export interface TimelineRow {
  at: number
  who: string
  words: string
  category: Category
}

export interface TicketView {
  id: string
  no: string
  rev: number
  kind: Kind
  side: 'customer' | 'staff'
  face: Face
  companyName: string
  equipment: { serial: string; model: string; nickname: string; warranty: { free: boolean; words: string } }
  symptom: Symptom
  description: string
  production: string
  wish: string
  contact: { name: string; phone: string }
  requestedAt: number
  asked: string
  declined: string
  verification: { by: string; at: number; charge: 'free' | 'paid'; reason: string; note: string } | null
  media: MediaView[]
  visits: VisitView[]
  moves: Offered[]
  /** Newest first. */
  timeline: TimelineRow[]
}

export interface InboxRow {
  id: string
  at: number
  title: string
  words: string
  page: string
  read: boolean
  /** sent to WeChat, or why it is only here */
  push: 'sent' | 'no-credit' | 'failed' | 'quiet' | 'waiting'
}

export interface Candidate {
  pid: string
  name: string
  title: string
  skills: string[]
  base: string
  /** Jobs that are on now, and per each of the next 5 working days. */
  load: { day: string; jobs: number }[]
  open: number
  /** Why this rank, in words. */
  reasons: string[]
}

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
  'dispatch.candidates': { ticket: TicketView; items: Candidate[] }
  'work.open': {
    queues: { key: string; label: string; icon: string; count: number; overdue: number; items: Card[] }[]
    nextDue: number | null
  }
  'work.queue': { items: Card[]; next: string | null }
  'inbox.list': { items: InboxRow[]; unread: number; next: string | null }
  'inbox.read': { unread: number }
  'consent.record': { credits: Record<TemplateKey, number> }
}

/** One call: an action's name, its input, its answer. */
export type Call = <A extends ActionName>(action: A, input: Inputs[A]) => Promise<Outputs[A]>
