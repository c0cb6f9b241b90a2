// d8.prepare: what an 8D would begin with, from a bar of the statistics or from a ticket: who, what, where, when,
// how many, the tickets with their photos, and whether one runs already (第十一条).
import type { Case } from '../../../miniprogram/domain/statistics/cases'
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import { d8Title, describeProblem } from '../../../miniprogram/domain/quality/start'
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import { addressesOf } from '../addresses'
import { cases, tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { personOf, staff } from '../caller'
import { currentSettings } from '../company/settings'
import { findFor } from '../ticket/known'
import { happenedIn, happenedTo, linkOf } from '../../../miniprogram/domain/quality/linking'
import { runningOf, seenRunning } from './running'
import { starters } from './seen'
import { photoView } from './view'

const CASES = 500
/** Tickets linked from the start: the latest. */
const LINKS = 12

type From = Checked['d8.prepare']

export const prepare: Action<'d8.prepare'> = async (caller, from) => {
  const person = await staff(caller, ...starters)
  const { fault, models, problem, found, title } = await gather(person, from, caller.now)
  const links = found.map(linkOf)
  const [urls, running] = await Promise.all([
    addressesOf(links.flatMap((one) => one.photos.map((photo) => photo.fileId))),
    runningOf(fault),
  ])
  const { who = '', what = '', where = '', when = '', many = '' } = problem
  return {
    title,
    fault,
    faultWords: faultWords(fault),
    models,
    problem: { who, what, where, when, many },
    tickets: links.map(({ photos, ...link }) => ({
      ...link,
      media: photos.map((one) => photoView({ ...one, kind: 'photo', slot: link.no }, urls)),
    })),
    running: seenRunning(person, running),
  }
}

export interface Gathered {
  fault: string
  models: string[]
  title: string
  problem: Record<string, string>
  found: TicketRecord[]
}

/** What the statistics or the ticket say, without what is hidden from this person. */
export async function gather(person: PersonRecord, from: From, now: number): Promise<Gathered> {
  return from.ticket ? ofTicket(person, from, from.ticket) : ofCases(person, from, now)
}

async function ofTicket(person: PersonRecord, from: From, id: string): Promise<Gathered> {
  const ticket = await tickets.get(id)
  const sees = ticket && (relationsTo(personOf(person), ticket).length > 0 || isQuality(person, ticket))
  if (!sees) throw new Refused('NOT_FOUND')
  const fault = from.fault || ticket.faultClass
  const models = from.models.length > 0 ? from.models : [ticket.equipment.model]
  const problem = describeProblem(fault, ticket.description || ticket.subject, [happenedTo(ticket)])
  return { fault, models, problem, found: [ticket], title: d8Title(fault, models, ticket.subject) }
}

// Quality follows up every machine (第十一条), but not a complaint that is about itself.
const isQuality = (person: PersonRecord, ticket: TicketRecord): boolean =>
  person.roles.includes('quality') && ticket.hiddenFrom !== person._id

async function ofCases(person: PersonRecord, from: From, now: number): Promise<Gathered> {
  const { fault, models } = from
  if (fault === '') throw new Refused('INVALID_INPUT', { fields: { fault: '请选到第三级故障' } })
  const { settings } = await currentSettings(now)
  const codes = models.map((one) => one.split(' ')[0]!)
  const since = from.from || isoDay(now - lengthOf(settings, 'd8PastDays'))
  const all = await cases.find(
    { counted: true, fault, rank: { gte: since } },
    { order: ['rank', 'desc'], limit: CASES },
  )
  const fits = (one: Case) =>
    one.hiddenFrom !== person._id &&
    one.day <= (from.to || isoDay(now)) &&
    (codes.length === 0 || codes.includes(one.model))
  const own = all.filter(fits)
  const ids = own.flatMap((one) => (one.ticketId ? [one.ticketId] : [])).slice(0, LINKS)
  const found = ids.length > 0 ? await findFor(person._id, { _id: { in: ids } }, { limit: LINKS }) : []
  const first = [...found].sort((a, b) => a.requestedAt - b.requestedAt)[0]
  const problem = describeProblem(fault, first?.description ?? '', own.map(happenedIn))
  return { fault, models, problem, found, title: d8Title(fault, models, '') }
}
