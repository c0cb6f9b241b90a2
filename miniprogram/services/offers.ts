// What a customer is asked to say yes or no to: a price, extra work, a longer time. One form for page and ticket.
import type { MediaView, TicketView, VisitView } from '../../typings/contract'
import type { ArticleKey } from '../domain/company/articles'
import { dayTime, minutesWords, yuan } from '../domain/calendar/format'
import type { Offered } from '../domain/door/lifecycle'
import type { MoveName } from '../domain/door/inputs'
import { proofs } from '../domain/onsite/delay'
import type { Decided, PriceLine } from '../domain/ticket/parts'
import { offerOf } from './moving'
import { MINUTE } from '../domain/calendar/units'

export type OfferKind = 'quote' | 'extra' | 'delay'

export interface Offer {
  kind: OfferKind
  /** Its own name: quote, v1-x1. */
  id: string
  visit: string
  title: string
  what: string
  why: string
  /** 合同/三包范围内 or 外. */
  scope: string
  lines: PriceLine[]
  /** 本项免费(三包期内), '' when it has a price. */
  free: string
  /** ¥1,860, 免费, or '' when no money is spoken of. */
  sum: string
  /** 完工时间 and what changes of it, '' when nothing is said of it. */
  finish: string
  finishChange: string
  /** 已由 方立新 审批. */
  approved: string
  photos: MediaView[]
  article: ArticleKey
  yes: Offered | null
  no: Offered | null
  /** 已由 李国强 确认 · 11月23日(周一)14:00; '' while it is open. */
  answer: string
  agreed: boolean
}

const blank = { visit: '', why: '', lines: [], free: '', sum: '', finish: '', finishChange: '', photos: [] }

/** All of a ticket, those that wait for an answer first, then the newest. */
export function offersOf(ticket: TicketView): Offer[] {
  const visits = [...ticket.visits].reverse()
  const found = [
    ...visits.flatMap((visit) => [
      ...[...visit.extras].reverse().map((_extra, i, all) => extraOf(ticket, visit, all.length - 1 - i)),
      ...[...visit.delays].reverse().map((_delay, i, all) => delayOf(ticket, visit, all.length - 1 - i)),
    ]),
    ...quoteOf(ticket),
  ]
  return [...found.filter((one) => one.answer === ''), ...found.filter((one) => one.answer !== '')]
}

/** The one that a page speaks of: the named kind's open one, else its newest. */
export const offerIn = (ticket: TicketView, kind: string): Offer | null =>
  offersOf(ticket).find((one) => one.kind === kind) ?? null

function quoteOf(ticket: TicketView): Offer[] {
  const { quote, verification } = ticket
  if (!quote) return []
  const scope = verification?.charge === 'free' ? '三包范围内' : '三包范围外,收费服务'
  const how = quote.answer?.how === 'phone' ? '来电' : ''
  return [
    {
      ...blank,
      ...verbs(ticket, 'acceptQuote', 'refuseQuote', ''),
      kind: 'quote',
      id: 'quote',
      title: '请确认费用',
      what: `${ticket.equipment.model} ${ticket.subject}`,
      why: [quote.note, standing(quote)].filter(Boolean).join('；'),
      scope,
      lines: quote.lines,
      sum: sumOf(quote),
      approved: `报价人 ${quote.by.name}`,
      article: '4',
      ...answered(quote.answer, how),
    },
  ]
}

function extraOf(ticket: TicketView, visit: VisitView, i: number): Offer {
  const extra = visit.extras[i]!
  const last = i === visit.extras.length - 1
  const free = extra.free || (extra.lines.length > 0 && extra.total === 0)
  return {
    ...blank,
    ...(last ? verbs(ticket, 'acceptExtra', 'refuseExtra', visit.id) : none),
    ...finishOf(extra),
    kind: 'extra',
    id: `${visit.id}-${extra.id}`,
    visit: visit.id,
    title: '请确认增项',
    what: extra.what,
    why: extra.reason,
    scope: '合同/三包范围外的工作,您确认后才会开工',
    lines: extra.lines,
    free: free ? `本项免费${ticket.equipment.warranty.free ? '(三包期内)' : ''}` : '',
    sum: free ? '免费' : sumOf(extra),
    approved: extra.decision ? `已由 ${extra.decision.by.name} 审批` : '',
    photos: visit.media.filter((one) => extra.photos.includes(one.id)),
    article: '19.1',
    ...answered(extra.answer, ''),
  }
}

function delayOf(ticket: TicketView, visit: VisitView, i: number): Offer {
  const delay = visit.delays[i]!
  const last = i === visit.delays.length - 1
  const how = wayOf(delay.answer)
  return {
    ...blank,
    ...(last ? verbs(ticket, 'acceptDelay', 'refuseDelay', visit.id) : none),
    ...finishOf(delay),
    kind: 'delay',
    id: `${visit.id}-${delay.id}`,
    visit: visit.id,
    title: '请确认延期',
    what: `因 ${delay.reason},完工时间改为 ${dayTime(delay.finishBy)}`,
    scope: '用户原因的延期;确认前时限照算',
    approved: `${delay.by.name} 上报,负责人已知`,
    photos: visit.media.filter((one) => delay.photos.includes(one.id)),
    article: '19.2',
    ...answered(delay.answer, how),
  }
}

/** What was agreed before stands until the new price is. */
const standing = ({ answer, agreed }: NonNullable<TicketView['quote']>): string =>
  agreed && agreed.lines.length > 0 && !answer?.ok
    ? `此前 ${agreed.by.name} 同意的 ${yuan(agreed.total)} 继续有效，直到您同意新的价格`
    : ''

/** Who is not sent the price reads who is. */
const sumOf = ({ lines, total }: { lines: PriceLine[]; total: number }): string =>
  lines.length > 0 ? yuan(total) : '金额由报修人和设备经理查看'

const none = { yes: null, no: null }

function verbs(ticket: TicketView, yes: MoveName, no: MoveName, visit: string): Pick<Offer, 'yes' | 'no'> {
  return { yes: offerOf(ticket, yes, visit), no: offerOf(ticket, no, visit) }
}

function finishOf(one: { finishBy: number; finishWas: number }): Pick<Offer, 'finish' | 'finishChange'> {
  const more = Math.round((one.finishBy - one.finishWas) / MINUTE)
  return {
    finish: dayTime(Math.max(one.finishBy, one.finishWas)),
    finishChange: more > 0 ? `比原来晚 ${minutesWords(more)}` : '不影响完工时间',
  }
}

const wayOf = (answer: VisitView['delays'][number]['answer']): string =>
  answer && (answer.how === 'call' || answer.how === 'letter') ? proofs[answer.how] : ''

function answered(
  answer: (Decided & { how?: string }) | null,
  how: string,
): Pick<Offer, 'answer' | 'agreed'> {
  if (!answer) return { answer: '', agreed: false }
  const what = answer.how === 'withdrawn' ? '已撤回' : answer.ok ? '已同意' : '不同意'
  const words = `${answer.by.name} ${how}${what} · ${dayTime(answer.at)}`
  return { answer: answer.note ? `${words}:${answer.note}` : words, agreed: answer.ok }
}
