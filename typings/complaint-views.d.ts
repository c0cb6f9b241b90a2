// What the pages of a complaint are shown; types only.
import type { About } from '../miniprogram/domain/complaint/parts'
import type { MoveName } from '../miniprogram/domain/door/inputs'
import type { Name } from '../miniprogram/domain/ticket/parts'
import type { Step } from '../miniprogram/domain/visit/steps'

/** The services and the maker's people of a company, to choose from. */
export interface Served {
  services: { id: string; no: string; title: string; day: string; equipmentId: string }[]
  people: Name[]
  machines: { id: string; serial: string; words: string }[]
}

/** One round: what was explained and proposed, and the customer's answer. */
export interface ReplyView {
  by: string
  at: number
  explanation: string
  plan: string
  /** Null while it waits for the customer. */
  answer: { ok: boolean; note: string; by: string; at: number } | null
}

export interface ComplaintView {
  about: About
  aboutWords: string
  /** Of the maker's people the one it is about; he is not shown it. */
  person: { name: string; title: string } | null
  ticket: { id: string; no: string } | null
  safety: boolean
  remedies: string[]
  callAt: number | null
  callBy: number
  planBy: number
  called: { by: string; at: number } | null
  replies: ReplyView[]
  /** 「同一问题第 2 次投诉」 and those before it; null for a first one. */
  repeat: { words: string; earlier: { id: string; no: string }[] } | null
  /** 「已按 第十二条 上报上级领导:总经理 郑国栋」 */
  raised: { words: string; at: number }[]
  /** 「质量部 秦岚 已参与分析」, '' when quality has no part in it. */
  quality: string
  /** 已受理 → 调查 → 方案 → 您确认 → 关闭 */
  steps: Step[]
  /** For the maker's people only; null for a customer. */
  inside: {
    /** What its handler does now. */
    next: MoveName | null
    callNote: string
    assessment: { label: string; value: string }[]
    assessedBy: string
    findings: { by: string; at: number; findings: string; cause: string }[]
    analysis: { by: string; at: number; words: string } | null
  } | null
}
