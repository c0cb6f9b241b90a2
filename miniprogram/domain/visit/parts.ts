// One trip to the customer inside a ticket: what is planned, done, found and signed on it.
import type { AcceptanceItem, PrepItem } from '../company/checklists'
import type { Decided, Leg, Name, PriceLine } from '../ticket/parts'

export type VisitState =
  | 'planning'
  | 'trip_pending'
  | 'preparing'
  | 'traveling'
  | 'onsite'
  | 'extra_review'
  | 'wait_extra'
  | 'wait_delay'
  | 'wait_sign'
  | 'signed'
  | 'left_unconfirmed'
  | 'left'
  | 'rated'
  | 'withdrawn'

/** Somebody of a workshop: asked for, lent by the workshop, and bound by the service norms (第十五条). */
export interface Helper extends Name {
  lent: Decided | null
  normsAt: number | null
}

/** 出差审批: task, finish time and route must be clear before departure (第十八条第1、3项). */
export interface Trip {
  task: string
  finishBy: number
  legs: Leg[]
  costs: PriceLine[]
  total: number
  version: number
  at: number
  by: Name
  decision: Decided | null
}

/** A change of route, which needs consent beforehand (第十八条第3项). */
export interface RouteChange {
  legs: Leg[]
  reason: string
  at: number
  by: Name
  decision: Decided | null
  /** He arrived before it was answered. */
  unanswered?: boolean
}

/** Work beyond the contract: the manager decides, then the customer (第十九条第1项). */
export interface Extra {
  id: string
  what: string
  reason: string
  lines: PriceLine[]
  total: number
  free: boolean
  finishBy: number
  /** Until when it was agreed before, and the ids of the photos that show why. */
  finishWas: number
  photos: string[]
  at: number
  by: Name
  decision: Decided | null
  /** How it ended when nobody of the customer's answered. */
  answer: (Decided & { how?: 'withdrawn' }) | null
}

/** Longer because of the customer (第十九条第2项). */
export interface Delay {
  id: string
  reason: string
  finishBy: number
  /** Until when it was agreed before, and the ids of the photos that show why. */
  finishWas: number
  photos: string[]
  at: number
  by: Name
  answer: (Decided & { how: 'customer' | 'call' | 'letter' | 'withdrawn' }) | null
}

export interface Report {
  fault: string
  cause: string
  measure: string
  parts: { name: string; oldSerial: string; newSerial: string; quantity: number; oldGoes: string }[]
  hours: number
  result: 'fixed' | 'temporary' | 'unfixed'
  leftover: string
  /** For the next visit, when there has to be one. */
  next: string
  ticks: string[]
  /** 验收单 of an installation. */
  acceptance: AcceptanceItem[]
  at: number
  by: Name
}

/** The user's receipt 用户回执 (第十九条第2项), chained to the ticket's previous one by hash. */
export interface Receipt {
  no: string
  /** Signed on the phone, or on paper and photographed. */
  form: 'phone' | 'paper'
  signer: { pid: string; name: string; post: string }
  /** Strokes as "x,y x,y;x,y …" in a 600×300 box, or '' when the name was typed. */
  signature: string
  checks: { running: boolean; cleaned: boolean; oldParts: boolean }
  note: string
  at: number
  previous: string
  /** Ids of the photos that it stands for: what comes later is not part of what was signed. */
  photos: string[]
  hash: string
  /** 离场码: six digits, shown to the customer's people only; good for a time and a number of tries. */
  code: string
  codeAt: number
  wrongTries: number
  /** Wrong tries as key and code: the same asked again after a lost answer does not count twice. */
  wrongKeys: string[]
}

/** A receipt on paper: the office calls the signer soon. */
export interface Paper {
  signer: string
  post: string
  phone: string
  at: number
  decision: Decided | null
}

/** Leaving without a receipt: the manager decides, and it is on record. */
export interface Exception {
  reason: string
  at: number
  by: Name
  decision: Decided | null
}

/** What was done on a day of an installation (第十三条). */
export interface DayReport {
  day: string
  done: string
  tomorrow: string
  blockers: string
  at: number
  by: Name
}

/** What a customer said of a visit. */
export interface Rating {
  stars: number
  reasons: string[]
  nps: number | null
  note: string
  callBack: boolean
  /** When he may be called back, a key of `callTimes`. */
  callTime: string
  at: number
  by: Name
}

/** One survey a visit (第八条): the answer that counts, the answers before it, and what the office does about it. */
export interface Survey {
  askedAt: number
  stars: number | null
  reasons: string[]
  nps: number | null
  note: string
  callBack: boolean
  callTime: string
  at: number | null
  by: Name | null
  /** Answers that were changed, oldest first. */
  earlier: Rating[]
  remindedAt: number | null
  /** On the call list 待电话评价 since it reached nobody or stayed without an answer; `asked` when somebody called. */
  phone: { at: number; why: 'unsent' | 'late'; asked: (Decided & { result: string }) | null } | null
  /** The manager's call after a low score. */
  called: { by: Name; at: number; said: string; agreed: string } | null
}

/** A record corrected after it was signed: an addition with its own time, the signed one stays (第十九条第2项). */
export interface Correction {
  fault: string
  cause: string
  measure: string
  parts: Report['parts']
  hours: number
  leftover: string
  why: string
  at: number
  by: Name
}

/** One trip to the customer; has its own receipt and its own survey. */
export interface Visit {
  id: string
  state: VisitState
  crew: Name[]
  helpers: Helper[]
  task: string
  arriveBy: number
  finishBy: number
  assignedBy: Name
  trip: Trip | null
  route: RouteChange | null
  prep: PrepItem[]
  preparedAt: number | null
  eta: number | null
  departedAt: number | null
  arrivedAt: number | null
  lateReason: string
  conduct: { workwear: boolean; metOwner: boolean; siteReady: boolean } | null
  extras: Extra[]
  delays: Delay[]
  days: DayReport[]
  /** Local day whose report was missing in time and told of. */
  missedDay: string
  report: Report | null
  receipt: Receipt | null
  paper: Paper | null
  exception: Exception | null
  leftAt: number | null
  survey: Survey | null
  /** Sent back to be corrected: by whom and why; null when it was not, or when it has been corrected. */
  rewrite: { why: string; at: number; by: Name } | null
  corrections: Correction[]
  withdrawn: Decided | null
  /** Those who had it before and were replaced on the road or on site. */
  handed?: { by: Name; departedAt: number | null; arrivedAt: number | null; at: number }[]
}

/** A visit at its beginning. */
export const emptyVisit: Omit<
  Visit,
  'id' | 'crew' | 'helpers' | 'task' | 'arriveBy' | 'finishBy' | 'assignedBy' | 'prep'
> = {
  state: 'planning',
  trip: null,
  route: null,
  preparedAt: null,
  eta: null,
  departedAt: null,
  arrivedAt: null,
  lateReason: '',
  conduct: null,
  extras: [],
  delays: [],
  days: [],
  missedDay: '',
  report: null,
  receipt: null,
  paper: null,
  exception: null,
  leftAt: null,
  survey: null,
  rewrite: null,
  corrections: [],
  withdrawn: null,
}

/**
 * Done, as the engineer wrote it and the customer signed it (第十九条第2项): a receipt that says the machine does not
 * run, or an item of the acceptance that failed, is not done.
 */
export const isDone = ({ report, receipt }: Pick<Visit, 'report' | 'receipt'>): boolean =>
  report?.result !== 'unfixed' &&
  receipt?.checks.running !== false &&
  !report?.acceptance.some(({ result }) => result === 'fail')
