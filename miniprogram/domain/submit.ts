// A request becomes a ticket: its number, its promise and the first line of its history.
import { jobOf, siteItems } from './checklists'
import { installModes, sources, specials, symptoms, ticketNumber, type Source } from './kinds'
import { mediaOf } from './media'
import type { Name } from './parts'
import { emptyPlan } from './plan'
import type { Request } from './submissions'
import { summarize } from './summary'
import type { Facts } from './table'
import { submittedTell } from './tells'
import type { Equipment, Ticket } from './ticket'
import { dueAfterWorkdays } from './working-time'

export interface Submission {
  /** Document id, derived from the caller and the request's key, so that a retry meets itself. */
  id: string
  request: Request
  /** The customer's person who asked; '' when he is not in the mini-program. */
  ownerPid: string
  /** Who wrote it: the customer, or one of the staff who took the call. */
  author: Name
  source: Source
  letterNo?: string
  special?: '' | keyof typeof specials
  company: { id: string; name: string; city: string }
  equipment: Equipment
  requestedAt?: number
  follows?: { id: string; no: string } | null
  now: number
  facts: Pick<Facts, 'duty' | 'random'>
}

/** A ticket in its first state; verification is due at close of business of the next working day (第十八条第1项). */
export function openTicket(submission: Submission): Ticket {
  const { id, request, now, facts } = submission
  const ticket = { ...blank(submission), ...about(request, submission.equipment.model) }
  summarize(ticket, now, facts)
  const { author, source } = submission
  const byCustomer = author.pid === submission.ownerPid
  ticket.events.push({
    move: 'submit',
    key: request.key,
    at: now,
    doneAt: null,
    uploadedAt: null,
    by: author,
    as: byCustomer ? 'owner' : 'author',
    from: ticket.face,
    to: ticket.face,
    visit: null,
    words: `${byCustomer ? '已提交' : `${author.name} 登记(${sources[source]})`}:${ticket.subject}`,
    internal: false,
  })
  ticket.untold.push({ ...submittedTell(ticket), id: `${id}-1-submitted` })
  return ticket
}

type About = Pick<Ticket, 'kind' | 'subject' | 'symptom' | 'production' | 'install' | 'plan' | 'site'>

function about(request: Request, model: string): About {
  const site = (mode: 'guided' | 'turnkey' | null) => ({
    items: siteItems(jobOf(request.kind, mode), model),
    confirmed: null,
    readyOn: null,
    note: '',
  })
  if (request.kind === 'repair') {
    const { symptom, production } = request
    const subject = symptoms[symptom]
    return { kind: 'repair', subject, symptom, production, install: null, plan: null, site: site(null) }
  }
  const { mode, contractNo, arrivalOn, readyOn } = request
  return {
    kind: 'installation',
    subject: installModes[mode],
    symptom: null,
    production: 'running',
    install: { mode, contractNo, arrivalOn, readyOn },
    plan: emptyPlan(mode),
    site: site(mode),
  }
}

function blank(submission: Submission): Omit<Ticket, keyof About> {
  const { id, request, ownerPid, author, source, company, equipment, now, facts } = submission
  const requestedAt = submission.requestedAt ?? now
  const due = dueAfterWorkdays(requestedAt, 1)
  const special = submission.special ?? ''
  return {
    _id: id,
    no: ticketNumber(request.kind, now, facts.random),
    rev: 1,
    state: special === '' ? 'submitted' : 'gm_review',
    companyId: company.id,
    companyName: company.name,
    city: company.city,
    ownerPid,
    hiddenFrom: null,
    crewPids: [],
    helperPids: [],
    equipment,
    description: request.description,
    wish: { kind: request.wish, at: request.wishAt },
    contact: { name: request.contactName, phone: request.contactPhone },
    media: request.media.map((media) => mediaOf(media, id, author.pid, now)),
    source,
    letterNo: submission.letterNo ?? '',
    author: author.pid === ownerPid ? null : author,
    requestedAt,
    createdAt: now,
    updatedAt: now,
    verifyBy: due.at,
    pauses: [],
    verification: null,
    special: special === '' ? '' : specials[special],
    consent: null,
    quote: null,
    waitingPart: null,
    asked: '',
    declined: '',
    faultClass: '',
    helps: [],
    urges: [],
    reschedule: null,
    appraisal: null,
    warned: null,
    escalated: null,
    returnCalls: [],
    returnAt: null,
    closedAt: null,
    reopened: 0,
    follows: submission.follows ?? null,
    merged: [],
    mergedInto: null,
    visits: [],
    events: [],
    untold: [],
    face: 'submitted',
    faceSince: 0,
    category: 'us',
    tab: 'open',
    holder: null,
    due: null,
    provisional: due.provisional,
    lead: null,
    lastLead: null,
    rank: '',
    asks: [],
    askCoordinator: null,
    askManager: null,
    askCallBack: null,
    askSurvey: null,
    askGeneral: null,
    askWorkshop: null,
    askTechnical: null,
    alarmAt: null,
  }
}
