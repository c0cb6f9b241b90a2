// What an inquiry is made of. It needs no machine; a named person answers (第八条).
import type { Name } from '../ticket/parts'

export type InquiryState = 'asked' | 'answered' | 'turned'

/** Departments that answer; a ticket lies at one of them even when a colleague by name has it. */
export const desks = { coordinator: '客户服务部内勤', technical: '技术部' } as const
export type Desk = keyof typeof desks

/** One word in the exchange after the question: an answer, or what was asked on. */
export interface Said {
  by: Name
  side: 'customer' | 'staff'
  words: string
  /** Files that came with it, by their id in the ticket. */
  media: string[]
  at: number
}

export interface Inquiry {
  desk: Desk
  /** The colleague who is to answer; null while the desk has it. */
  answerer: Name | null
  thread: Said[]
  /** The knowledge that the answer was kept as; null when it was not. */
  knowledge: string | null
}
