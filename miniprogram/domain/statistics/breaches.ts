// Which articles' gates were met late, waived or broken: one rule a line, read from a ticket's own history. Each is
// dated by the deadline or the deed, so that what is made good later stays in its month.
import type { ArticleKey } from '../company/articles'
import { dayTime } from '../calendar/format'
import { said, type Settings } from '../company/settings'
import { ticketStates } from '../subjects'
import { applications } from '../trip/own'
import type { FaceCode, Name, Ticket, TicketEvent, TicketState, VisitState } from '../ticket/ticket'
import { visitStates } from '../visit/states'

export type BreachKind = 'late' | 'waived' | 'broken'
export interface Breach {
  /** Unique within the ticket. */
  id: string
  at: number
  gate: { article: ArticleKey; breach: BreachKind; words: string; by: string }
}
type Found = Omit<Breach['gate'], 'article'> & { id: string; at: number }
interface Rule {
  article: ArticleKey
  of: (ticket: Ticket, settings: Settings) => Found[]
}

const found = (id: string, at: number, breach: BreachKind, words: string, by: Name | null = null): Found => ({
  id,
  at,
  breach,
  words,
  by: by?.name ?? '',
})
const none: Found[] = []
const waived = (id: string, words: string, decision: { by: Name; at: number } | null | undefined): Found[] =>
  decision ? [found(id, decision.at, 'waived', words, decision.by)] : none

export const rules: readonly Rule[] = [
  { article: '18.1', of: verifiedLate },
  {
    article: '18.1',
    of: ({ consent, special }) =>
      consent?.ok ? waived('special', `特殊情况受理:${special}`, consent) : none,
  },
  {
    article: '4',
    of: ({ quote }) =>
      quote?.answer?.ok && quote.answer.how === 'phone'
        ? waived('quote', '费用由电话确认,没有在小程序里确认', quote.answer)
        : none,
  },
  {
    article: '18.2',
    of: each((visit) =>
      visit.arrivedAt !== null && visit.conduct?.siteReady === false
        ? [found(`site-${visit.id}`, visit.arrivedAt, 'broken', '到场时现场条件与确认不一致')]
        : none,
    ),
  },
  {
    article: '18.3',
    of: each((visit) =>
      visit.arrivedAt !== null && visit.arrivedAt > visit.arriveBy
        ? [lateBy(`arrive-${visit.id}`, '到达', visit.arriveBy, visit.arrivedAt, visit.crew[0] ?? null)]
        : none,
    ),
  },
  {
    article: '18.3',
    of: each(({ id, route, arrivedAt }) =>
      route?.unanswered && arrivedAt !== null
        ? [found(`route-${id}`, arrivedAt, 'broken', `变更路线未经同意就到达：${route.reason}`, route.by)]
        : none,
    ),
  },
  {
    article: '19.1',
    of: each(({ id, extras }) =>
      extras
        .filter(({ free, decision }) => free && decision?.ok)
        .flatMap(({ id: extra, what, decision }) =>
          waived(`extra-${id}-${extra}`, `增项免费：${what}`, decision),
        ),
    ),
  },
  {
    article: '19.2',
    of: each((visit) =>
      visit.leftAt !== null && visit.leftAt > visit.finishBy
        ? [lateBy(`finish-${visit.id}`, '完工', visit.finishBy, visit.leftAt, visit.crew[0] ?? null)]
        : none,
    ),
  },
  {
    article: '19.2',
    of: each(({ id, exception }) =>
      exception?.decision?.ok
        ? waived(`exception-${id}`, `例外离场,没有回执:${exception.reason}`, exception.decision)
        : none,
    ),
  },
  {
    article: '19.2',
    of: each(({ id, paper }) =>
      paper?.decision?.ok === false
        ? [found(`paper-${id}`, paper.at, 'broken', '没有有效回执就离开:用户否认纸质回执')]
        : none,
    ),
  },
  { article: '18.1', of: each((visit) => ownDecisions(visit)) },
  { article: '13', of: dayReports },
  { article: '17', of: helpsLate },
  { article: '8', of: closedUnrated },
]

/** Every breach of a ticket, in the words of its settings. */
export function breaches(ticket: Ticket, settings: Settings): Breach[] {
  const ruled = rules.flatMap(({ article, of }) =>
    of(ticket, settings).map(({ id, at, ...gate }): Breach => ({ id, at, gate: { article, ...gate } })),
  )
  return [...ruled, ...escalated(ticket)]
}

/** Who approved what he had asked for himself, since nobody else could. */
const ownDecisions = (visit: Ticket['visits'][number]): Found[] =>
  Object.entries(applications).flatMap(([what, of]) => {
    const asked = of(visit)
    return asked?.decision?.ok && asked.decision.by.pid === asked.by.pid
      ? waived(`own-${what}-${visit.id}`, '本人申请由本人批准,没有别人可批', asked.decision)
      : none
  })

function each(of: (visit: Ticket['visits'][number]) => Found[]): Rule['of'] {
  return ({ visits: all }) => all.filter((visit) => visit.state !== 'withdrawn').flatMap(of)
}

const lateBy = (id: string, what: string, due: number, at: number, by: Name | null): Found =>
  found(id, due, 'late', `${what}应在 ${dayTime(due)} 前,实际 ${dayTime(at)}`, by)

function verifiedLate({ verification, verifyBy }: Ticket): Found[] {
  if (!verification || verification.at <= verifyBy) return none
  return [lateBy('verify', '核实', verifyBy, verification.at, verification.by)]
}

function dayReports({ events, visits: all }: Ticket): Found[] {
  const reports = all.flatMap((visit) => visit.days)
  return events
    .filter((event) => event.move === 'dayReportLate')
    .map(({ at, words }) => {
      const day = words.slice(0, 10)
      const report = reports.find((one) => one.day === day)
      return report
        ? found(`day-${day}`, at, 'late', `${day} 的安装日报 ${dayTime(report.at)} 才发`, report.by)
        : found(`day-${day}`, at, 'broken', `${day} 没有安装日报`)
    })
}

function helpsLate({ helps }: Ticket): Found[] {
  return helps
    .filter((help) => help.late)
    .map(({ id, answerBy, answeredAt, takenBy, kind }) =>
      answeredAt === null
        ? found(`help-${id}`, answerBy, 'broken', `求助(${kind})没有答复`)
        : lateBy(`help-${id}`, `答复求助(${kind})`, answerBy, answeredAt, takenBy),
    )
}

function closedUnrated({ events, visits: all, state }: Ticket, settings: Settings): Found[] {
  const closing = state === 'closed' ? events.filter((event) => event.move === 'close').pop() : undefined
  const unrated = all.filter((visit) => visit.state === 'left')
  if (!closing || unrated.length === 0) return none
  const words = `用户没有评价,等满 ${said(settings, 'closeUnratedDays')}后关闭`
  return [found('survey', closing.at, 'waived', words, closing.by)]
}

// Every other deadline of a state: the clock escalated it, and it was met after that, or not at all.
function escalated(ticket: Ticket): Breach[] {
  const { events } = ticket
  return events.flatMap((event, i) => {
    const row = rowOf(event.to)
    const ours = row.article !== undefined && row.holder !== null && row.holder !== 'contact'
    if (event.move !== 'escalate' || !ours || isRuled(ticket, event)) return []
    const left = events.slice(i + 1).find((later) => later.from === event.to && later.to !== event.to)
    const met = left !== undefined && !gaveUp(left)
    const words = met ? `「${row.staff}」${dayTime(left.at)} 才完成` : `「${row.staff}」超时,没有完成`
    const breach = met ? 'late' : 'broken'
    const gate = { article: row.article!, breach, words, by: met ? left.by.name : '' } as const
    return [{ id: `due-${event.at}`, at: event.at, gate }]
  })
}

/** The deed was done, and a rule above compares it with its own deadline. */
function isRuled({ verification, visits: all }: Ticket, { to, at }: TicketEvent): boolean {
  if (to === 'submitted') return verification !== null
  if (to === 'preparing' || to === 'traveling') return all.some(({ arrivedAt }) => (arrivedAt ?? 0) >= at)
  return onSite.includes(to) && all.some(({ leftAt }) => (leftAt ?? 0) >= at)
}
const onSite: readonly FaceCode[] = ['onsite', 'wait_sign', 'signed']

const gaveUp = ({ to }: TicketEvent): boolean => to === 'cancelled' || to === 'withdrawn' || to === 'merged'
const rowOf = (face: FaceCode) =>
  face in visitStates
    ? visitStates[face as VisitState]
    : ticketStates[face as Exclude<TicketState, 'visiting'>]
