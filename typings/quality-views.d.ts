// What statistics, the articles' month and the archive show; types only.
export type { Bar, Measure, Pareto, Satisfaction } from '../miniprogram/domain/statistics/answers'

/** Which faults are counted: local dates YYYY-MM-DD, both included; '' means all. */
export interface FaultFilter {
  from: string
  to: string
  model: string
  batch: string
  /** Level of the fault tree that a bar stands for. */
  level: 1 | 2 | 3
  /** Code of the class above, '' for the whole tree: 'SP' or 'SP-3'. */
  within: string
  base: 'count' | 'downtime' | 'cost'
  /** Per hundred machines in service of the model(s) shown. */
  perHundred: boolean
}

/** A case of a bar. `id` is null for what was imported from an old ledger. */
export interface CaseRow {
  id: string | null
  no: string
  day: string
  title: string
  companyName: string
  fault: string
  downtimeHours: number
  /** Whole yuan; null for whom prices are not shown. */
  cost: number | null
}

/** A month of one article: its gates met late, waived or broken. */
export interface ArticleRow {
  article: string
  title: string
  late: number
  waived: number
  broken: number
}
export interface ArticleCase {
  ticketId: string
  no: string
  companyName: string
  article: string
  kind: 'late' | 'waived' | 'broken'
  words: string
  /** Who released it, '' when nobody did. */
  by: string
  at: number
}

/** Something that happened to a customer or a machine, of 客户服务档案. */
export interface ArchiveRow {
  id: string
  at: number
  kind: string
  kindLabel: string
  no: string
  ticketId: string | null
  companyName: string
  machine: string
  words: string
  by: string
}

/** The machine whose archive is open. */
export interface ArchiveMachine {
  serial: string
  model: string
  nickname: string
  warranty: { free: boolean; words: string; until: string | null }
}
