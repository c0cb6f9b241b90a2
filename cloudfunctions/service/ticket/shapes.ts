// What is sent of the records that a ticket and a visit are made of, field by field: a field that is not named here
// stays in the database.
import type { Ask } from '../../../miniprogram/domain/ticket/asks'
import type { PrepItem } from '../../../miniprogram/domain/company/checklists'
import type { Milestone } from '../../../miniprogram/domain/installation/parts'
import type { ReturnCall } from '../../../miniprogram/domain/returning/parts'
import type { Shape } from '../../../miniprogram/domain/sight/present'
import type { Decided, Leg, Name, PriceLine, Quote } from '../../../miniprogram/domain/ticket/parts'
import type { Help, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type {
  Correction,
  DayReport,
  Delay,
  Exception,
  Extra,
  Helper,
  Paper,
  Rating,
  Report,
  RouteChange,
  Survey,
  Trip,
} from '../../../miniprogram/domain/visit/parts'

export const named: Shape<Name> = { pid: true, name: true, title: true }
const link: Shape<{ id: string; no: string }> = { id: true, no: true }
const leg: Shape<Leg> = { from: true, to: true, by: true, departAt: true }
const priceLine: Shape<PriceLine> = { name: true, amount: true }
/** A decision of ours: who and when is told, why is for ourselves. */
const ours: Shape<Decided> = { by: named, at: true, ok: true, note: ['insideWords', '', true] }
/** A decision that is told with its reason. */
const told: Shape<Decided> = { by: named, at: true, ok: true, note: true }

/** What a customer said himself is his; what was noted on the phone is ours. */
const noteOf = ({ how = 'customer' }: { how?: string }) => (how === 'customer' ? 'identity' : 'insideWords')

export const links = link
export const quote: Shape<Quote | null> = {
  lines: ['price', [], priceLine],
  total: ['price', 0, true],
  note: ['price', '', true],
  by: named,
  at: true,
  answer: { by: named, at: true, ok: true, how: true, note: [noteOf, '', true] },
  agreed: { lines: ['price', [], priceLine], total: ['price', 0, true], by: named, at: true },
}

export const site: Shape<Ticket['site']> = {
  items: { id: true, label: true, hint: true, photo: true, state: true },
  confirmed: { by: named, at: true, how: true },
  readyOn: true,
  note: [({ noteBy }) => (noteBy === 'customer' ? 'site' : 'insideWords'), '', true],
  noteBy: true,
}

export const install: Shape<Ticket['install']> = {
  mode: true,
  contractNo: true,
  arrivalOn: true,
  readyOn: true,
}
export const milestone: Shape<Milestone> = {
  key: true,
  label: true,
  doneBy: true,
  planned: true,
  actual: true,
  quality: true,
  cost: ['cost', 0, true],
  delayCause: true,
  by: named,
}

export const reschedule: Shape<Ticket['reschedule']> = {
  first: true,
  second: true,
  reason: true,
  at: true,
  by: named,
  decision: told,
}
export const consent: Shape<Decided | null> = told
export const appraisal: Shape<Ticket['appraisal']> = {
  question: true,
  at: true,
  by: named,
  opinion: true,
  decision: told,
}
export const ask: Shape<Ask> = { kind: true, role: true, label: true, due: true }
export const help: Shape<Help> = {
  id: true,
  kind: true,
  words: true,
  urgent: true,
  at: true,
  by: named,
  answerBy: true,
  late: true,
  takenBy: named,
  takenAt: true,
  answer: true,
  answeredAt: true,
}
export const returnCall: Shape<ReturnCall> = {
  at: true,
  by: named,
  outcome: true,
  nextAt: true,
  note: true,
  script: { running: true, conduct: true, issues: true, price: true, wish: true },
}

export const helper: Shape<Helper> = { pid: true, name: true, title: true, lent: ours, normsAt: true }
export const trip: Shape<Trip | null> = {
  task: true,
  finishBy: true,
  legs: leg,
  costs: ['cost', [], priceLine],
  total: ['cost', 0, true],
  version: true,
  at: true,
  by: named,
  decision: ours,
}
export const legs: Shape<Leg[]> = leg
export const lines: Shape<PriceLine[]> = priceLine
export const route: Shape<RouteChange | null> = {
  legs: leg,
  reason: true,
  at: true,
  by: named,
  decision: ours,
  unanswered: true,
}
export const prep: Shape<PrepItem> = { id: true, group: true, label: true, done: true, missing: true }
export const conduct: Shape<{ workwear: boolean; metOwner: boolean; siteReady: boolean } | null> = {
  workwear: true,
  metOwner: true,
  siteReady: true,
}
export const paper: Shape<Paper> = {
  signer: true,
  post: true,
  phone: ['phone', '', true],
  at: true,
  decision: ours,
}
export const exception: Shape<Exception | null> = { reason: true, at: true, by: named, decision: ours }
export const extra: Shape<Extra> = {
  id: true,
  what: true,
  reason: true,
  lines: ['price', [], priceLine],
  total: ['price', 0, true],
  free: true,
  finishBy: true,
  finishWas: true,
  photos: true,
  at: true,
  by: named,
  decision: ours,
  answer: { by: named, at: true, ok: true, how: true, note: [noteOf, '', true] },
}
export const delay: Shape<Delay> = {
  id: true,
  reason: true,
  finishBy: true,
  finishWas: true,
  photos: true,
  at: true,
  by: named,
  answer: { by: named, at: true, ok: true, how: true, note: [noteOf, '', true] },
}
export const dayReport: Shape<DayReport> = {
  day: true,
  done: true,
  tomorrow: true,
  blockers: true,
  at: true,
  by: named,
}
const part: Shape<Report['parts']> = {
  name: true,
  oldSerial: true,
  newSerial: true,
  quantity: true,
  oldGoes: true,
}
export const report: Shape<Report & { faultWords: string; resultWords: string }> = {
  fault: true,
  faultWords: true,
  cause: true,
  measure: true,
  parts: part,
  hours: true,
  result: true,
  resultWords: true,
  leftover: true,
  next: true,
  ticks: true,
  acceptance: { id: true, label: true, result: true, note: true },
  at: true,
  by: named,
}
export const correction: Shape<Correction & { faultWords: string }> = {
  fault: true,
  faultWords: true,
  cause: true,
  measure: true,
  parts: part,
  hours: true,
  leftover: true,
  why: true,
  at: true,
  by: named,
}
export const rating: Shape<Rating> = {
  stars: true,
  reasons: true,
  nps: true,
  note: true,
  callBack: true,
  callTime: true,
  at: true,
  by: named,
}
export const surveyPhone: Shape<Survey['phone']> = {
  at: true,
  why: true,
  asked: { by: named, at: true, ok: true, note: true, result: true },
}
export const called: Shape<Survey['called']> = { by: named, at: true, said: true, agreed: true }
/** Who took it back, and why: the reason is for ourselves. */
export const withdrawn: Shape<Decided | null> = ours
