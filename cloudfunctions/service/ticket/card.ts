// A ticket in a list, and the hero of a ticket: words, holder, due, next.
import { repeatWords } from '../../../miniprogram/domain/complaint/open'
import { calendarOf } from '../../../miniprogram/domain/company/deadlines'
import { inWords, type Settings } from '../../../miniprogram/domain/company/settings'
import { movesFor, rowOf } from '../../../miniprogram/domain/door/lifecycle'
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import type { Facts } from '../../../miniprogram/domain/ticket/table'
import { titleOf, type Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { WorkCalendar } from '../../../miniprogram/domain/calendar/china'
import { workingMinutes } from '../../../miniprogram/domain/calendar/working-time'
import type { Card, Face } from '../../../typings/contract'
import { personOf } from '../caller'
import { settingsUnder } from '../company/settings'
import type { PersonRecord } from '../../store/records'

type Side = 'customer' | 'staff'

/** The hero as one side reads it. */
export function faceFor(ticket: Ticket, side: Side, now: number, settings: Settings): Face {
  const row = rowOf(ticket)
  const calendar = calendarOf(settings)
  const next = (side === 'staff' && row.staffNext) || row.next
  const overdue = ticket.due !== null && now > ticket.due
  const left = ticket.due === null ? null : minutesLeft(ticket.due, now, calendar)
  const whole = ticket.due === null ? 0 : workingMinutes(ticket.faceSince, ticket.due, [], calendar)
  return {
    code: ticket.face,
    words: row[side],
    category: ticket.category,
    holder: ticket.holder ? { name: ticket.holder.name, title: ticket.holder.title } : null,
    due: ticket.due,
    provisional: ticket.provisional,
    overdue,
    minutesLeft: left,
    near: side === 'staff' && !overdue && left !== null && left <= (whole * settings.warnPercent) / 100,
    next: inWords(next, settings),
    article: row.article ?? null,
  }
}

/** The hero for whom it is nothing any more: what became of it since is not told. */
export const faceOfGone: Face = {
  code: 'withdrawn',
  words: '已不在您这里',
  category: 'closed',
  holder: null,
  due: null,
  provisional: false,
  overdue: false,
  minutesLeft: null,
  near: false,
  next: '',
  article: null,
}

function minutesLeft(due: number, now: number, calendar: WorkCalendar): number {
  return now > due ? -workingMinutes(due, now, [], calendar) : workingMinutes(now, due, [], calendar)
}

/** Fields that lists do without. */
export const listless = ['events', 'untold', 'media', 'description', 'pauses'] as const

const noFacts: Omit<Facts, 'settings'> = {
  duty: {
    coordinator: null,
    manager: null,
    generalManager: null,
    workshop: null,
    technical: null,
    quality: null,
  },
  staff: [],
  other: null,
  random: [],
  hash: () => '',
}

/** Tickets, read with or without what lists leave out, as cards for a person. */
export const cardsFor = (list: readonly Ticket[], person: PersonRecord, now: number): Promise<Card[]> =>
  Promise.all(list.map((ticket) => cardFor(ticket, person, now)))

/** A ticket under its own settings, read with or without what lists leave out, as a card for a person. */
export async function cardFor(ticket: Ticket, person: PersonRecord, now: number): Promise<Card> {
  const settings = await settingsUnder(ticket.rules, now)
  const relations = relationsTo(personOf(person), ticket)
  const whole: Ticket = {
    ...ticket,
    events: ticket.events ?? [],
    media: ticket.media ?? [],
    pauses: ticket.pauses ?? [],
  }
  const actor = { pid: person._id, name: person.name, title: person.title, relations }
  const verb = movesFor(whole, actor, now, { ...noFacts, settings }).find(
    (move) => move.primary && !move.blocked,
  )
  return {
    id: ticket._id,
    no: ticket.no,
    kind: ticket.kind,
    title: titleOf(ticket),
    companyName: ticket.companyName,
    face: faceFor(ticket, person.side, now, settings),
    verb: verb?.label ?? null,
    requestedAt: ticket.requestedAt,
    ...(ticket.complaint?.repeat ? { badge: repeatWords(ticket.complaint) } : {}),
  }
}
