// 消息提醒状态: what WeChat will still deliver, in words a person can act on.
import { templates, type TemplateKey } from '../domain/company/templates'
import type { Session } from './session'

export interface Reminder {
  key: TemplateKey
  title: string
  credits: number
  words: string
}

const forSide = { customer: ['T1', 'T2', 'T3', 'T4'], staff: ['T6'], visitor: [] } as const

/** The templates that concern a person, with the messages that are still in store. */
export function remindersOf(session: Session): Reminder[] {
  return forSide[session.me.side].map((key) => {
    const { credits } = session.templates[key]
    const words = credits > 0 ? `还可收到 ${credits} 条` : '未开启,只在『消息』里看'
    return { key, title: templates[key].title, credits, words }
  })
}
