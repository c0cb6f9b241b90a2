// What pages are shown: the answers' parts, types only. The contract names which action answers which.
import type { ArticleKey } from '../miniprogram/domain/company/articles'
import type { ComplaintView } from './complaint-views'
import type { Terms } from '../miniprogram/domain/company/settings'
import type { Category } from '../miniprogram/domain/company/categories'
import type { Kind, Symptom } from '../miniprogram/domain/company/kinds'
import type { Offered } from '../miniprogram/domain/door/lifecycle'
import type { Post, Role } from '../miniprogram/domain/ticket/people'
import type { Ask } from '../miniprogram/domain/ticket/asks'
import type { PrepItem } from '../miniprogram/domain/company/checklists'
import type { Decided, Name, Quote } from '../miniprogram/domain/ticket/parts'
import type { Milestone } from '../miniprogram/domain/installation/parts'
import type { ReturnCall } from '../miniprogram/domain/returning/parts'
import type { FaceCode, Help, Report, Ticket } from '../miniprogram/domain/ticket/ticket'
import type { InquiryView } from './knowledge-views'
import type { MediaView } from './media-views'
import type { Step } from '../miniprogram/domain/visit/steps'
import type {
  DayReport,
  Delay,
  Exception,
  Extra,
  Helper,
  Rating,
  Survey,
  Correction,
  Paper,
  RouteChange,
  Trip,
} from '../miniprogram/domain/visit/parts'

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
  /** Staff only: only the last part of the working time is left. */
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
  /** 「同一问题第 2 次投诉」 */
  badge?: string
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
    callBack: boolean
    callTime: string
    by: string
    at: number | null
    /** The reader gave it himself: until when he may change it. */
    changeableUntil: number | null
    /** By when the manager calls back; null when nobody waits for a call. */
    callBackBy: number | null
    /** How many answers were changed: those before stay in the history. */
    earlier: Rating[]
    /** The office's part, for those who see the score: asked on the phone, called back. */
    phone: Survey['phone']
    called: Survey['called']
  } | null
  corrections: (Correction & { faultWords: string })[]
  /** Why the record was sent back, '' when it was not; staff only. */
  rewrite: string
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
  became: { id: string; no: string } | null
  cameFrom: { id: string; no: string } | null
  /** The question and its answers; null for every other kind. */
  inquiry: InquiryView | null
  /** What is ticked, photographed and accepted on this kind of job. */
  lists: {
    ticks: { id: string; label: string }[]
    photos: string[]
    acceptance: { id: string; label: string }[]
  }
  /** What only the maker's people see; null for a customer. */
  inside: {
    helps: Help[]
    appraisal: Ticket['appraisal']
    asks: Ask[]
    /** 回访: the calls so far; the office's only. */
    returnCalls: ReturnCall[]
    repeats: number
    /** 8D records with this ticket, and whether this person may begin one; null for who has nothing to do with them. */
    d8: { items: { id: string; no: string; words: string }[]; mayStart: boolean } | null
    /** Colleagues who opened it lately; known when a ticket is opened. */
    lookers: string[]
  } | null
  /** Whom to call when it has to be agreed: the manager on duty. */
  manager: { name: string; phone: string } | null
  /** Of a complaint only. */
  complaint: ComplaintView | null
  visits: VisitView[]
  moves: Offered[]
  /** The settings that it was made under, as far as a page says or reckons with them. */
  terms: Partial<Terms>
  /** Newest first. */
  timeline: TimelineRow[]
}

export interface InboxRow {
  id: string
  at: number
  title: string
  words: string
  /** Number, machine or customer of its ticket; '' when the message has none of them. */
  about: string
  page: string
  read: boolean
  /** sent to WeChat, or why it is only here */
  push: 'sent' | 'no-credit' | 'failed' | 'quiet' | 'retry' | 'waiting'
}

export interface Candidate {
  pid: string
  name: string
  title: string
  skills: string[]
  base: string
  /** Jobs that are on now, and per each of the next working days. */
  load: { day: string; jobs: number; absent: string | null }[]
  open: number
  /** Of a workshop: asked for, not simply sent (第十五条). */
  workshop: boolean
  /** Why this rank, in words. */
  reasons: string[]
}
