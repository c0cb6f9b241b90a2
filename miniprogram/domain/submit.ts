// A repair request becomes a ticket: its number, its promise and the first line of its history.
import type * as v from 'valibot'
import type { inputs } from './inputs'
import { symptoms, ticketNumber } from './kinds'
import { summarize } from './lifecycle'
import type { Person } from './people'
import type { Facts } from './table'
import { submittedTell } from './tells'
import type { Equipment, Media, Ticket } from './ticket'
import { dueAfterWorkdays } from './working-time'

export interface Submission {
  /** Document id, derived from the caller and the request's key, so that a retry meets itself. */
  id: string
  request: v.InferOutput<(typeof inputs)['ticket.submit']>
  person: Person
  company: { id: string; name: string }
  equipment: Equipment
  now: number
  facts: Pick<Facts, 'duty' | 'random'>
}

/** A ticket in its first state; verification is due at close of business of the next working day (第十八条第1项). */
export function openTicket({ id, request, person, company, equipment, now, facts }: Submission): Ticket {
  const due = dueAfterWorkdays(now, 1)
  const by = { pid: person.pid, name: person.name, title: '报修人' }
  const ticket: Ticket = {
    _id: id,
    no: ticketNumber('repair', now, facts.random),
    rev: 1,
    kind: 'repair',
    state: 'submitted',
    companyId: company.id,
    companyName: company.name,
    ownerPid: person.pid,
    crewPids: [],
    equipment,
    symptom: request.symptom,
    description: request.description,
    production: request.production,
    wish: { kind: request.wish, at: request.wishAt },
    contact: { name: request.contactName, phone: request.contactPhone },
    media: request.media.map((media) => mediaOf(media, id, person.pid, now)),
    requestedAt: now,
    createdAt: now,
    updatedAt: now,
    verifyBy: due.at,
    pauses: [],
    verification: null,
    asked: '',
    declined: '',
    faultClass: '',
    visits: [],
    events: [],
    untold: [],
    face: 'submitted',
    category: 'us',
    tab: 'open',
    holder: null,
    due: null,
    provisional: due.provisional,
    lead: null,
    lastLead: null,
    rank: '',
  }
  summarize(ticket, now, facts)
  ticket.events.push({
    move: 'submit',
    key: request.key,
    at: now,
    by,
    as: 'owner',
    from: 'submitted',
    to: 'submitted',
    visit: null,
    words: `已提交:${symptoms[request.symptom]}`,
    internal: false,
  })
  ticket.untold.push({ ...submittedTell(ticket), id: `${id}-1-submitted` })
  return ticket
}

/** A photo announced: its path is private and unguessable since the phone's id is 128 random bits. */
export function mediaOf(
  media: { id: string; kind: Media['kind']; slot: string },
  ticketId: string,
  by: string,
  at: number,
): Media {
  return { ...media, path: `tickets/${ticketId}/${media.id}`, fileId: null, by, at }
}
