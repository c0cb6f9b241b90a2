// What the office is shown: the week board, approvals, people, companies, receipts' checks; types only.
import type { ArticleKey } from '../miniprogram/domain/company/articles'
import type { Offered } from '../miniprogram/domain/door/lifecycle'
import type { Role } from '../miniprogram/domain/ticket/people'
import type { Leg, PriceLine } from '../miniprogram/domain/ticket/parts'
import type { Trip } from '../miniprogram/domain/visit/parts'

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
