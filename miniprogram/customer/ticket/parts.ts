// What the ticket's page shows of a ticket beside its hero, its timeline and its verbs.
import type { MediaView, TicketView, TimelineRow, VisitView } from '../../../typings/contract'
import { clockTime, cut, dateWords, dayTime, monthDay, shortTime } from '../../domain/calendar/format'
import { installModes, kinds } from '../../domain/company/kinds'
import type { Offered } from '../../domain/door/lifecycle'
import { complaintRows } from './complaint-rows'
import { offersOf, type Offer } from '../../services/offers'
import { pageOfMove } from '../../services/routes'

/** Characters of an answer in the history. */
const SHORT = 16

export interface Line {
  label: string
  value: string
}
export interface VisitRow {
  id: string
  title: string
  lines: Line[]
  receipt: boolean
}
/** Something that waits for the customer: a row with its page. */
export interface Need {
  label: string
  words: string
  url: string
}
export interface Cost extends Pick<Offer, 'id' | 'what' | 'lines' | 'free' | 'answer' | 'agreed'> {
  title: string
  words: string
  url: string
}
export interface Day {
  key: string
  title: string
  done: string
  tomorrow: string
  blockers: string
  photos: MediaView[]
}

export function visitRow(visit: VisitView, i: number, now: number): VisitRow {
  const lines = [
    { label: '工程师', value: visit.crew.map((one) => one.name).join('、') || visit.engineer.name },
    { label: '任务', value: visit.task },
    {
      label: visit.arrivedAt ? '到达' : '预计到达',
      value: shortTime(visit.arrivedAt ?? visit.eta ?? visit.arriveBy, now),
    },
    ...(visit.withdrawn ? [{ label: '未成行', value: visit.withdrawn.note || '已重新安排' }] : []),
    ...(visit.report
      ? [
          {
            label: '处理',
            value: [visit.report.faultWords, visit.report.measure].filter(Boolean).join(';'),
          },
        ]
      : []),
    ...visit.corrections.map((one) => ({
      label: '更正',
      value: `${shortTime(one.at, now)} ${one.by.name}:${one.why}`,
    })),
    ...(visit.leftAt ? [{ label: '离场', value: shortTime(visit.leftAt, now) }] : []),
    ...(visit.survey?.stars ? [{ label: '评价', value: `${visit.survey.stars} 星` }] : []),
  ]
  return { id: visit.id, title: `第 ${i + 1} 次上门`, lines, receipt: visit.receipt !== null }
}

/** Who comes along, and the times that were agreed. */
export function aboutVisit(visit: VisitView | undefined, now: number): { agreed: Line[] } {
  if (!visit) return { agreed: [] }
  const more = visit.crew.slice(1).map((one) => `${one.name}(${one.title})`)
  const times = [
    { label: '约定到达', value: `${shortTime(visit.arriveBy, now)} 前` },
    { label: '约定完成', value: `${shortTime(visit.finishBy, now)} 前` },
  ]
  const along = more.length > 0 ? [{ label: '同行', value: more.join('、') }] : []
  return { agreed: visit.leftAt ? along : [...along, ...times] }
}

const siteWords = ({ site: { items } }: TicketView): string =>
  `已具备 ${items.filter((item) => item.state === 'ready').length}/${items.length} 项`

/** The verbs that wait for this person and have a page of their own, a page once. */
export function needsOf(ticket: TicketView): Need[] {
  const offers = offersOf(ticket)
  const rows = ticket.moves
    .filter((one) => one.primary)
    .flatMap(({ move, visit, label, blocked }) => {
      const url = pageOfMove(move, ticket.id, visit)
      const offer = offers.find((one) => one.yes?.move === move)
      const words = [offer?.what, offer?.sum, move === 'confirmSite' && siteWords(ticket), blocked?.words]
        .filter(Boolean)
        .join(' · ')
      return url ? [{ label, words, url }] : []
    })
  return rows.filter((row, i) => rows.findIndex((other) => other.url === row.url) === i)
}

/** The other verbs without those that are done on a page that is shown already. */
export function beyond<T extends { primary: Offered | null; others: Offered[] }>(
  ticket: TicketView,
  verbs: T,
): T {
  const shown = needsOf(ticket).map((need) => need.url)
  const page = (one: Offered) => pageOfMove(one.move, ticket.id, one.visit)
  const others = verbs.others.filter((one, i, all) => {
    const url = page(one)
    return url === null || (!shown.includes(url) && all.findIndex((other) => page(other) === url) === i)
  })
  return { ...verbs, others }
}

const titles = { quote: '费用', extra: '增项', delay: '延期' } as const

/** Words of answers and plans stand above in full; the history names them only. */
export function timelineOf({ timeline, inquiry, complaint }: TicketView): TimelineRow[] {
  const above = [
    ...(inquiry?.thread ?? []).map(({ words }) => words),
    ...(complaint?.replies ?? []).flatMap(({ plan, answer }) => [plan, answer?.note ?? '']),
  ].filter((words) => words.length > SHORT)
  const shorter = (words: string) =>
    above.reduce((rest, long) => rest.replace(long, () => cut(long, SHORT)), words)
  return timeline.map((row) => ({ ...row, words: shorter(row.words) }))
}

/** Quote, extras and delays with who has agreed to them. */
export const costsOf = (ticket: TicketView): Cost[] =>
  offersOf(ticket).map(({ kind, id, visit, what, lines, free, answer, agreed, approved }) => ({
    id,
    what,
    lines,
    free,
    answer,
    agreed,
    title: titles[kind],
    words: answer || `等您确认 · ${approved}`,
    url: `/customer/confirm/index?k=${kind}&id=${ticket.id}${visit ? `&v=${visit}` : ''}`,
  }))

/** Day reports of all visits, newest first, each with its photos. */
export const daysOf = (ticket: TicketView): Day[] =>
  ticket.visits
    .flatMap((visit) =>
      visit.days.map(({ day, done, tomorrow, blockers, by, at }) => ({
        key: `${visit.id}-${day}`,
        title: `${dateWords(day)} · ${by.name} ${clockTime(at)}`,
        done,
        tomorrow,
        blockers,
        photos: visit.media.filter((one) => one.slot === `${visit.id} 日报 ${day}`),
      })),
    )
    .reverse()

/** The request as it was sent. */
const machineRow = ({ equipment: { serial, model, nickname } }: TicketView): Line[] =>
  serial ? [{ label: '设备', value: `${model} ${nickname}` }] : []

export function askedRows(ticket: TicketView): Line[] {
  const { install } = ticket
  if (ticket.complaint) return complaintRows(ticket)
  return [
    ...machineRow(ticket),
    ...(ticket.inquiry
      ? []
      : install
        ? [
            { label: kinds[ticket.kind].label, value: installModes[install.mode] },
            { label: '合同号', value: install.contractNo },
            { label: '到货', value: monthDay(install.arrivalOn) },
            { label: '现场就绪', value: monthDay(install.readyOn) },
          ]
        : [
            { label: '怎么了', value: ticket.subject },
            { label: '能否生产', value: ticket.production },
            { label: '希望时间', value: ticket.wish },
          ]),
    { label: '联系人', value: `${ticket.contact.name} ${ticket.contact.phone}` },
    { label: '提交时间', value: dayTime(ticket.requestedAt) },
  ]
}
