// What a complaint is made of (GB/T 19012): what is asked for, what was found, what was answered, who was told above.
import type { Decided, Name } from '../ticket/parts'
import { symptoms } from '../company/kinds'

export type ComplaintState = 'acked' | 'probing' | 'replied'

export const abouts = {
  ticket: '某次服务',
  product: '产品质量',
  delay: '处理太慢',
  person: '某位工作人员',
} as const
export type About = keyof typeof abouts

/** What it is about in a few words; with the machine it tells whether a problem is the same as before. */
const { other, ...seen } = symptoms
export const topics = {
  ...seen,
  slow: '来得慢、修得慢',
  unfixed: '反复没修好',
  attitude: '服务态度',
  charge: '收费有疑问',
  parts: '备件问题',
  other,
} as const
export type Topic = keyof typeof topics

export const remedies = {
  repair: '尽快修好',
  replacePart: '更换部件',
  replaceMachine: '更换设备',
  refund: '退货',
  compensate: '赔偿损失',
  apology: '道歉说明',
  otherPerson: '换人服务',
  other: '其他',
} as const
export type Remedy = keyof typeof remedies

export const severities = { low: '轻微', middle: '一般', high: '严重' } as const
export const dangers = { none: '没有', possible: '可能有', real: '已发生' } as const
export const complexities = {
  simple: '一个部门能解决',
  several: '要几个部门',
  outside: '要外部配合',
} as const
export const impacts = { one: '只影响这一次', machine: '影响整台设备', many: '可能影响同类产品' } as const

export interface Assessment {
  by: Name
  at: number
  severity: keyof typeof severities
  safety: keyof typeof dangers
  complexity: keyof typeof complexities
  impact: keyof typeof impacts
}

/** Why the superior hears of it: again (第十二条), refused too often, or about the one who would have handled it. */
export type RaisedWhy = 'repeat' | 'refused' | 'about'

export interface Complaint {
  about: About
  topic: Topic
  /** The service it is about. */
  ticket: { id: string; no: string } | null
  /** Of the maker's people the one it is about; he knows nothing of it (Ticket.hiddenFrom). */
  person: Name | null
  /** Somebody was hurt or may be. */
  safety: boolean
  remedies: Remedy[]
  /** When the customer wants to be called; null for any time. */
  callAt: number | null
  /** Promises: the first call, the plan. */
  callBy: number
  planBy: number
  called: { by: Name; at: number; note: string } | null
  assessment: Assessment | null
  /** What was found, and why it happened. */
  findings: { by: Name; at: number; findings: string; cause: string }[]
  /** What the quality department says to a repeat (第十一条). */
  analysis: { by: Name; at: number; words: string } | null
  /** Explanation and plan, one a round. */
  replies: { by: Name; at: number; explanation: string; plan: string; answer: Decided | null }[]
  /** The same problem again: which one it is, and those before it. */
  repeat: { count: number; earlier: { id: string; no: string }[]; at: number } | null
  raised: { why: RaisedWhy; to: Name | null; at: number }[]
  /** Who of the quality department takes part. */
  quality: Name | null
}
