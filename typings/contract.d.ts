// The contract between phone and functions: types only. Inputs are inferred from the schemas; one interface
// names every action's answer. A wrong name or field does not compile on either side.
import type { ArticleKey } from '../miniprogram/domain/articles'
import type { Category, Tab } from '../miniprogram/domain/categories'
import type { Entry } from '../miniprogram/domain/entries'
import type { ActionName, Inputs } from '../miniprogram/domain/inputs'
import type { Kind, Symptom } from '../miniprogram/domain/kinds'
import type { Offered } from '../miniprogram/domain/lifecycle'
import type { Post, Role } from '../miniprogram/domain/people'
import type { Refusal } from '../miniprogram/domain/refusals'
import type { TemplateKey } from '../miniprogram/domain/templates'
import type { Ask } from '../miniprogram/domain/asks'
import type { PrepItem } from '../miniprogram/domain/checklists'
import type { Decided, Leg, Name, PriceLine, Quote } from '../miniprogram/domain/parts'
import type { Milestone } from '../miniprogram/domain/plan'
import type { FaceCode, Help, Report, Ticket } from '../miniprogram/domain/ticket'
import type { Step } from '../miniprogram/domain/visit-steps'
import type {
  DayReport,
  Delay,
  Exception,
  Extra,
  Helper,
  Paper,
  RouteChange,
  Trip,
} from '../miniprogram/domain/visit-parts'

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
  /** A line of its own on 工作台: 客户服务部须在 … 前核实. */
  note?: string
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
  /** 待出发 …, as this side reads it. */
  words: string
  engineer: { name: string; staffNo: string; skills: string[]; phone: string | null; visitsHere: number }
  /** Everybody who goes, the lead first. */
  crew: Name[]
  /** The reader goes himself. */
  own: boolean
  /** 申请→准备→出发→到达→作业→回执→离场, read from what has been done. */
  steps: Step[]
  task: string
  arriveBy: number
  finishBy: number
  eta: number | null
  departedAt: number | null
  arrivedAt: number | null
  lateReason: string
  /** 增项: the customer sees one only after the manager's yes. */
  extras: Extra[]
  delays: Delay[]
  days: DayReport[]
  report: (Report & { faultWords: string; resultWords: string }) | null
  receipt: {
    no: string
    form: 'phone' | 'paper'
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
  withdrawn: Decided | null
  /**
   * What this person may do one step after the other while nobody else interferes: for a phone without a network.
   * Each step with its ways; [] for those who do not go.
   */
  ahead: Offered[][]
  /** What only the maker's people see; null for a customer. */
  inside: {
    helpers: Helper[]
    trip: Trip | null
    route: RouteChange | null
    prep: PrepItem[]
    conduct: { workwear: boolean; metOwner: boolean; siteReady: boolean } | null
    paper: Paper | null
    exception: Exception | null
  } | null
}

export interface TimelineRow {
  at: number
  /** When a row that was recorded offline arrived; null when it was written at once. */
  uploadedAt: number | null
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
  /** Somebody of a workshop before the job is his: words, photos, history and prices are left out. */
  outline: boolean
  face: Face
  companyName: string
  equipment: { serial: string; model: string; nickname: string; warranty: { free: boolean; words: string } }
  /** 报警停机, 全包安装调试 … */
  subject: string
  symptom: Symptom | null
  description: string
  production: string
  wish: string
  contact: { name: string; phone: string }
  requestedAt: number
  asked: string
  declined: string
  verification: { by: string; at: number; charge: 'free' | 'paid'; reason: string; note: string } | null
  media: MediaView[]
  /** 电话, 工作联系函 … and who wrote it down when it did not come through the mini-program. */
  source: { label: string; letterNo: string; author: string; enteredAt: number }
  special: string
  consent: Decided | null
  quote: Quote | null
  site: Ticket['site']
  waitingPart: { name: string; eta: string } | null
  install: Ticket['install']
  /** 安装进度: `schedule` in words, `today` as 第 3 天 / 共 7 天. */
  plan: { steps: Milestone[]; schedule: string; late: boolean; today: string } | null
  reschedule: Ticket['reschedule']
  /** When the last urge was. */
  urgedAt: number | null
  escalated: { to: string; at: number; answerBy: number } | null
  reopened: number
  follows: { id: string; no: string } | null
  merged: { id: string; no: string; description: string; contact: string; requestedAt: number }[]
  mergedInto: { id: string; no: string } | null
  /** What is ticked, photographed and accepted on this kind of job. */
  lists: {
    ticks: { id: string; label: string }[]
    photos: string[]
    acceptance: { id: string; label: string }[]
  }
  /** What only the maker's people see; null for a customer. */
  inside: { helps: Help[]; appraisal: Ticket['appraisal']; asks: Ask[]; repeats: number } | null
  /** Whom to call when it has to be agreed: the manager on duty. */
  manager: { name: string; phone: string } | null
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
  load: { day: string; jobs: number; absent: string | null }[]
  open: number
  /** Of a workshop: asked for, not simply sent (第十五条). */
  workshop: boolean
  /** Why this rank, in words. */
  reasons: string[]
}

/** A person's day on the week board. */
export interface BoardDay {
  day: string
  jobs: { id: string; title: string; city: string; words: string; lead: boolean }[]
  absent: string | null
}
export interface BoardRow {
  pid: string
  name: string
  title: string
  base: string
  skills: string[]
  workshop: boolean
  days: BoardDay[]
  /** 周三 有 2 单,时间重叠 */
  conflicts: string[]
}

/** A page that belongs to a queue of 工作台. */
export interface QueueLink {
  label: string
  page: string
}

/** Something that waits for this person's yes or no. */
export interface Approval {
  id: string
  visit: string | null
  kind: 'consent' | 'trip' | 'extra' | 'route' | 'exception'
  /** 出差审批 · 周海 */
  title: string
  company: string
  city: string
  subject: string
  who: string
  why: string
  lines: PriceLine[]
  total: number
  due: number | null
  article: ArticleKey
  /** The way to say yes, and the way to say no. */
  yes: Offered
  no: Offered
  trip: Trip | null
  /** For a change of route: the old legs stand in `trip`. */
  newLegs: Leg[]
  /** Other jobs of the same crew in the same time, and open tickets in the same city. */
  overlaps: { id: string; no: string; title: string; words: string }[]
  sameCity: Card[]
  media: MediaView[]
}

export interface StaffRow {
  pid: string
  name: string
  title: string
  roles: Role[]
  staffNo: string
  base: string
  skills: string[]
  active: boolean
  absences: Absence[]
}
export interface Absence {
  /** Local dates, both included. */
  from: string
  to: string
  reason: string
}

/** A company as the office finds it while it writes a request down. */
export interface CompanyFound {
  id: string
  name: string
  city: string
  equipment: { id: string; serial: string; model: string; nickname: string; warranty: string }[]
  people: { pid: string; name: string; title: string; phone: string }[]
}

export interface ReceiptCheck {
  visit: string
  no: string
  form: 'phone' | 'paper'
  signer: string
  at: number
  hash: string
  previous: string
  photos: number
  /** Photos that are still on their way from a phone. */
  awaited: number
  ok: boolean
  /** What does not match, in words. */
  problems: string[]
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
  'ticket.enter': Outputs['ticket.submit']
  'ticket.merge': { ticket: TicketView }
  /** Open tickets of the same machine or company, and what happened to the machine in 90 days. */
  'ticket.similar': { ticket: TicketView; open: Card[]; history: Card[] }
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
  'inbox.list': { items: InboxRow[]; unread: number; next: string | null }
  'inbox.read': { unread: number }
  'consent.record': { credits: Record<TemplateKey, number> }
}

/** One call: an action's name, its input, its answer. */
export type Call = <A extends ActionName>(action: A, input: Inputs[A]) => Promise<Outputs[A]>
