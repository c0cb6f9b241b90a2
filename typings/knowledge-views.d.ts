// What pages are shown of inquiries and of knowledge: types only.
import type { KnowledgeState } from '../miniprogram/domain/knowledge/knowledge'
import type { MediaView } from './media-views'

/** One word of the exchange, the question first. */
export interface SaidView {
  who: string
  title: string
  side: 'customer' | 'staff'
  words: string
  at: number
  media: MediaView[]
}

export interface InquiryView {
  /** 技术部 杜明远, or the desk while nobody by name has it. */
  with: string
  thread: SaidView[]
  /** The knowledge that the answer was kept as; the maker's people only. */
  knowledge: string | null
}

/** What is offered while somebody types. */
export interface KnowledgeCard {
  id: string
  question: string
  answer: string
  /** V850、V1160, or 所有机型. */
  models: string
  /** Who answered. */
  by: string
  helped: number
}

export interface KnowledgeRow extends KnowledgeCard {
  state: KnowledgeState
  updatedAt: number
}

export interface KnowledgeView {
  /** Null while it has not been saved. */
  id: string | null
  question: string
  answer: string
  models: string[]
  state: KnowledgeState
  ticket: { id: string; no: string } | null
  by: string
  updatedAt: number | null
  helped: number
}

/** A colleague who may be asked to answer. */
export interface Answerer {
  pid: string
  name: string
  title: string
  /** Inquiries that he has now. */
  open: number
}
