// What the 8D pages are shown; types only.
import type { Effect } from '../miniprogram/domain/quality/effect'
import type { D8Lock, D8Offered } from '../miniprogram/domain/quality/lifecycle'
import type { D8State } from '../miniprogram/domain/quality/record'
import type { StepKey } from '../miniprogram/domain/quality/steps'
import type { MediaView } from './media-views'

export interface D8Card {
  id: string
  no: string
  title: string
  state: D8State
  stateWords: string
  /** 「D4 根本原因 · 秦岚」, or what it waits for. */
  stepWords: string
  due: number | null
  overdue: boolean
  /** Steps that are done, of nine. */
  done: number
  tickets: number
}

export interface D8StepView {
  key: StepKey
  label: string
  aim: string
  owner: { pid: string; name: string } | null
  due: number | null
  overdue: boolean
  done: { name: string; at: number } | null
  /** Field → words; every field of the step is there. */
  values: Record<string, string>
  rev: number
  /** 「秦岚 今天 14:20」, '' while nobody has written. */
  last: string
  media: MediaView[]
}

export interface D8TicketView {
  id: string
  no: string
  title: string
  companyName: string
  day: string
  stateWords: string
  /** It may be opened by this person. */
  opens: boolean
  media: MediaView[]
}

export interface D8TaskView {
  id: string
  manual: string
  change: string
  due: number
  overdue: boolean
  by: string
  done: { name: string; at: number; note: string } | null
}

export interface D8View {
  id: string
  no: string
  rev: number
  title: string
  state: D8State
  stateWords: string
  origin: string
  fault: string
  faultWords: string
  models: string[]
  createdAt: number
  by: string
  step: StepKey | null
  steps: D8StepView[]
  tasks: D8TaskView[]
  tickets: D8TicketView[]
  effect: Effect
  locks: D8Lock[]
  moves: D8Offered[]
  /** Those who may own a step. */
  people: { pid: string; name: string; title: string }[]
  /** Titles of the manuals in use. */
  manuals: string[]
  timeline: { at: number; who: string; words: string }[]
}

/** What an 8D would begin with. */
export interface D8Prepared {
  title: string
  fault: string
  faultWords: string
  models: string[]
  problem: { who: string; what: string; where: string; when: string; many: string }
  tickets: Omit<D8TicketView, 'stateWords' | 'opens'>[]
  running: D8OfFault['running']
}

/** What a bar of the statistics leads to: records of its fault that are open, and whether this person may begin one. */
export interface D8OfFault {
  running: { id: string; no: string; title: string }[]
  mayStart: boolean
}

/** Work of mine in 8D records, as 工作台 shows it. */
export interface D8Desk {
  label: string
  rows: { key: string; title: string; words: string; overdue: boolean; page: string }[]
}
