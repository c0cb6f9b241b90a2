// What stands with an extra, a delay, a request for support or a paper receipt, in the staff's words.
import type { Category } from '../company/categories'
import { dayTime } from '../calendar/format'
import type { Help } from '../ticket/ticket'
import type { Delay, Exception, Extra, Paper } from './parts'

export interface Standing {
  words: string
  category: Category
}

const standing = (category: Category, words: string): Standing => ({ category, words })

/** 增项: the manager first, then the customer (第十九条第1项). */
export function extraStanding({ decision, answer }: Extra): Standing {
  if (!decision && !answer) return standing('us', '待负责人审批,客户还看不到')
  if (decision && !decision.ok) return standing('closed', `${decision.by.name} 不同意:${decision.note}`)
  if (answer?.how === 'withdrawn') return standing('closed', `${answer.by.name} 已撤回:${answer.note}`)
  if (!answer) return standing('customer', '已批准,等客户确认')
  return answer.ok
    ? standing('done', `${answer.by.name} 已确认,可以开工`)
    : standing('closed', '用户不做增项:按原范围继续')
}

const ways = { customer: '用户已确认', call: '用户来电确认', letter: '用户来函确认' } as const

/** 用户原因延期: until the customer's yes the clock runs (第十九条第2项). */
export function delayStanding({ answer }: Delay): Standing {
  if (!answer) return standing('customer', '待用户确认,时限照算')
  if (answer.how === 'withdrawn') return standing('closed', `${answer.by.name} 已撤回:${answer.note}`)
  return answer.ok ? standing('done', ways[answer.how]) : standing('closed', `用户不同意:${answer.note}`)
}

/** 求助: who holds it and until when (第十七条). */
export function helpStanding(help: Help): Standing {
  if (help.answeredAt !== null) return standing('done', `${help.takenBy!.name}:${help.answer}`)
  const by = `${dayTime(help.answerBy)} 前答复`
  if (help.late) return standing('customer', `${by} · 已超时,已告知负责人`)
  return standing('us', help.takenBy ? `${help.takenBy.name} 已接单 · ${by}` : `待内勤接单 · ${by}`)
}

/** 纸质回执: the office calls the signer. */
export function paperStanding({ decision }: Paper): Standing {
  if (!decision) return standing('us', '待内勤电话确认')
  return decision.ok
    ? standing('done', `${decision.by.name} 电话确认:${decision.note}`)
    : standing('closed', `用户否认:${decision.note}`)
}

/** 例外离场: the manager decides, and it is on record. */
export function exceptionStanding({ decision }: Exception): Standing {
  if (!decision) return standing('us', '待负责人决定,请先不要离场')
  return decision.ok
    ? standing('done', `${decision.by.name} 同意例外离场:${decision.note}`)
    : standing('closed', `${decision.by.name} 不同意:${decision.note}`)
}
