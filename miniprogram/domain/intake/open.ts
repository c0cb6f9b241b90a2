// A request becomes a ticket: its number, its promise and the first line of its history.
import { jobOf, siteItems } from '../company/checklists'
import {
  complaintTold,
  fingerprintOf,
  openComplaint,
  openedWords,
  topicWords,
  type Known,
} from '../complaint/open'
import { cut } from '../calendar/format'
import { dueIn } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { factsFor } from '../ticket/stand-ins'
import { installModes, sources, specials, symptoms, ticketNumber, type Source } from '../company/kinds'
import { mediaOf } from '../ticket/media'
import type { Name } from '../ticket/parts'
import { inquiryStates } from '../inquiry/states'
import { emptyPlan } from '../installation/parts'
import { servedStates } from '../repair/states'
import type { ComplaintRequest } from '../complaint/request'
import type { Request } from './request'
import type { Facts, Told } from '../ticket/table'
import { answerPage, approvePage, role, verifyPage } from '../ticket/telling'
import { titleOf, type Equipment, type Media, type Ticket } from '../ticket/ticket'

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
  /** The ticket of another kind that this one is made of. */
  cameFrom?: { id: string; no: string } | null
  /** What is known of a complaint before it is opened. */
  known?: Known
  /** Files that are there already, taken over as they are. */
  files?: readonly Media[]
  /** The version of the settings that it is made under; the defaults when there is none. */
  rules?: number
  now: number
  facts: Pick<Facts, 'duty' | 'random' | 'settings' | 'staff'>
}

/** Writes what lists need of a ticket; the rooms together know how. */
type Summarize = (ticket: Ticket, now: number, facts: Pick<Facts, 'duty' | 'settings'>) => void

/** A ticket in its first state; verification is due at close of business of the next working day (第十八条第1项). */
export function requested(submission: Submission, summarize: Summarize): Ticket {
  const { id, request, now } = submission
  const ticket = { ...blank(submission), ...about(request, submission.equipment.model) }
  ticket.hiddenFrom = submission.known?.person?.pid ?? null
  const facts = factsFor(ticket.hiddenFrom, submission.facts)
  if (request.kind === 'complaint') begin(ticket, request, submission, facts)
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
    words: `${byCustomer ? '已提交' : `${author.name} 登记(${sources[source]})`}:${openedWords(ticket)}`,
    internal: false,
  })
  const told = submittedTells(ticket, now)
  ticket.untold.push(...told.map((one, i) => ({ ...one, id: `${id}-1-submitted${i || ''}` })))
  return ticket
}

const nothingKnown: Known = { linked: null, person: null, earlier: [] }

function begin(
  ticket: Ticket,
  request: ComplaintRequest,
  { known = nothingKnown, now }: Submission,
  facts: Pick<Facts, 'duty' | 'settings' | 'staff'>,
): void {
  const { requestedAt, companyId } = ticket
  ticket.complaint = openComplaint({ request, known, now, requestedAt, facts })
  ticket.fingerprint = fingerprintOf(companyId, request, known.linked)
}

type About = Pick<
  Ticket,
  'kind' | 'subject' | 'symptom' | 'production' | 'install' | 'plan' | 'site' | 'inquiry'
>
const nowhere: Ticket['site'] = { items: [], confirmed: null, readyOn: null, note: '' }
const plain = {
  symptom: null,
  production: 'running',
  install: null,
  plan: null,
  site: nowhere,
  inquiry: null,
} as const

function about(request: Request, model: string): About {
  if (request.kind === 'complaint') return { ...plain, kind: 'complaint', subject: topicWords(request.topic) }
  if (request.kind === 'inquiry') {
    const subject = cut(request.description.replace(/\s+/g, ' '), 20) || '语音或照片提问'
    const inquiry = { desk: 'coordinator' as const, answerer: null, thread: [], knowledge: null }
    return { ...plain, kind: 'inquiry', subject, inquiry }
  }
  const site = (mode: 'guided' | 'turnkey' | null) => ({
    items: siteItems(jobOf(request.kind, mode), model),
    confirmed: null,
    readyOn: null,
    note: '',
  })
  if (request.kind === 'repair') {
    const { symptom, production } = request
    const subject = symptoms[symptom]
    return { ...plain, kind: 'repair', subject, symptom, production, site: site(null) }
  }
  const { mode, contractNo, arrivalOn, readyOn } = request
  return {
    ...plain,
    kind: 'installation',
    subject: installModes[mode],
    install: { mode, contractNo, arrivalOn, readyOn },
    plan: emptyPlan(mode),
    site: site(mode),
  }
}

/** When we promise to have answered an inquiry, or verified what else was asked for. */
const promiseOf = (kind: Request['kind'], from: number, settings: Settings) =>
  dueIn(settings, kind === 'inquiry' ? 'inquiryMinutes' : 'verifyDays', from)
const firstState = (kind: Request['kind']): Ticket['state'] =>
  kind === 'inquiry' ? 'asked' : kind === 'complaint' ? 'acked' : 'submitted'

function blank(submission: Submission): Omit<Ticket, keyof About> {
  const { id, request, ownerPid, author, source, company, equipment, now, facts } = submission
  const requestedAt = submission.requestedAt ?? now
  const due = promiseOf(request.kind, requestedAt, facts.settings)
  const special = submission.special ?? ''
  return {
    _id: id,
    no: ticketNumber(request.kind, now, facts.random),
    rev: 1,
    rules: submission.rules ?? 0,
    state: special === '' ? firstState(request.kind) : 'gm_review',
    companyId: company.id,
    companyName: company.name,
    city: company.city,
    ownerPid,
    hiddenFrom: null,
    crewPids: [],
    helperPids: [],
    equipment,
    description: request.description,
    wish: 'wish' in request ? { kind: request.wish, at: request.wishAt } : { kind: 'asap', at: null },
    contact: { name: request.contactName, phone: request.contactPhone },
    media: [
      ...(submission.files ?? []),
      ...request.media.map((media) => mediaOf(media, id, author.pid, now)),
    ],
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
    complaint: null,
    fingerprint: '',
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
    became: null,
    cameFrom: submission.cameFrom ?? null,
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
    askSuperior: null,
    askQuality: null,
    alarmAt: null,
  }
}

/** Told when a ticket has just come in: of a complaint several are. */
const submittedTells = (ticket: Ticket, now: number): Told[] =>
  ticket.complaint ? complaintTold(ticket, now) : [submittedTell(ticket)]

/** Told when a ticket has just come in: the coordinator, or first the general manager. */
function submittedTell(ticket: Ticket): Told {
  const words = `${ticket.companyName} ${titleOf(ticket)}`
  if (ticket.inquiry) return role(ticket.inquiry.desk, inquiryStates.asked.staff, words, answerPage(ticket))
  return ticket.state === 'gm_review'
    ? role('generalManager', '特殊情况待同意', words, approvePage(ticket))
    : role('coordinator', servedStates.submitted.staff, words, verifyPage(ticket))
}
