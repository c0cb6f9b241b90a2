// After the write: people are told. Ids come from ticket, rev and receiver, so that telling twice tells once.
import { inRole } from '../../../miniprogram/domain/ticket/hidden'
import { faceRow } from '../../../miniprogram/domain/door/lifecycle'
import { fillTemplate } from '../../../miniprogram/domain/ticket/message'
import type { Tell, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { isQuiet } from '../../../miniprogram/domain/company/deadlines'
import { lastSettings } from '../company/settings'
import { retryAt, send } from '../../platform/subscribe-messages'
import { credits, messages, people } from '../../store/collections'
import type { MessageRecord, PersonRecord, Push } from '../../store/records'
import { DuplicateError } from '../../store/table'

/** A message on its way into somebody's inbox. */
interface Told {
  person: PersonRecord
  message: MessageRecord
}

/** Tells what a change has to tell: reads the customer's people only when one of them is concerned. */
export async function tellTicket(
  ticket: Ticket,
  tells: readonly Tell[],
  staff: readonly PersonRecord[],
  now: number,
): Promise<void> {
  await tellAll(ticket, tells, [...(await customersOf(ticket, tells, staff)), ...staff], now)
}

/** The people of the ticket's company, read only when one of them is to be told. */
export async function customersOf(
  ticket: Ticket,
  tells: readonly Tell[],
  staff: readonly PersonRecord[],
): Promise<PersonRecord[]> {
  const known = ({ to }: Tell) =>
    'role' in to || ('pid' in to && (to.pid === '' || staff.some((one) => one._id === to.pid)))
  if (tells.every(known)) return []
  return people.find({ companyId: ticket.companyId }, { limit: 200 })
}

/** Tells everybody; `people` must hold the customers concerned and the staff on duty. Sends first, then writes at once. */
export async function tellAll(
  ticket: Ticket,
  tells: readonly Tell[],
  people: readonly PersonRecord[],
  now: number,
): Promise<void> {
  const told = await sendAll(ticket, tells, people, now)
  await Promise.all(
    told.flatMap(({ person, message }) => [keep(message), spend(person, message.template, message.push)]),
  )
}

async function sendAll(
  ticket: Ticket,
  tells: readonly Tell[],
  people: readonly PersonRecord[],
  now: number,
): Promise<Told[]> {
  const told = await Promise.all(
    tells.flatMap((tell) =>
      receivers(tell, people, ticket.hiddenFrom).map((person) => sendOne(ticket, tell, person, now)),
    ),
  )
  return told.filter((one) => one !== null)
}

// Whom a complaint is about is told nothing of it; where he alone has a role his stand-in is told.
function receivers({ to }: Tell, people: readonly PersonRecord[], hiddenFrom: string | null): PersonRecord[] {
  const isHidden = ({ _id }: PersonRecord) => _id === hiddenFrom
  if ('pid' in to) return people.filter((one) => one._id === to.pid && !isHidden(one))
  if ('role' in to) return inRole(people, to.role, isHidden)
  return people.filter((one) => one.companyId === to.company && one.post === 'manager' && one.active)
}

async function sendOne(ticket: Ticket, tell: Tell, person: PersonRecord, now: number): Promise<Told | null> {
  if (tell.ifCredit && !(await hasCredit(person, tell))) return null
  const phrase = faceRow(ticket.face).phrase
  const fields = fillTemplate(ticket, tell, phrase, now)
  const push = isQuiet(now, lastSettings()) && !tell.urgent ? 'quiet' : await deliver(person, tell, fields)
  const { template, title, words, page } = tell
  const survey = tell.survey ?? null
  const message: MessageRecord = {
    _id: `${tell.id}-${person._id}`,
    pid: person._id,
    at: now,
    ticketId: ticket._id,
    template,
    fields,
    title,
    words,
    page,
    read: false,
    survey,
    ...standing(push, 0, survey, now),
  }
  return { person, message }
}

const hasCredit = async ({ _id }: PersonRecord, { template }: Tell): Promise<boolean> =>
  ((await credits.get(_id))?.[template]?.credits ?? 0) > 0

type Standing = Pick<MessageRecord, 'push' | 'tries' | 'retryAt' | 'unsent'>

/** Where a message stands after sending it: what failed technically is tried again, a survey in vain is called for. */
function standing(push: Push, failed: number, survey: string | null, now: number): Standing {
  const tries = push === 'failed' ? failed + 1 : failed
  const next = push === 'failed' ? retryAt(tries, now, lastSettings()) : null
  const over = push === 'no-credit' || (push === 'failed' && next === null)
  return { push: next === null ? push : 'retry', tries, retryAt: next, unsent: over ? survey : null }
}

async function deliver(
  person: PersonRecord,
  tell: Pick<Tell, 'template' | 'page'>,
  fields: Record<string, string>,
): Promise<Push> {
  return send({ openid: person.openid, template: tell.template, page: tell.page, fields })
}

/** Writes a message into the inbox; one that is there already stays. */
async function keep(message: MessageRecord): Promise<void> {
  try {
    await messages.insert(message)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
}

/** The ledger follows WeChat: one message is one credit, 43101 says that none is left. */
async function spend(person: PersonRecord, template: Tell['template'], push: Push): Promise<void> {
  const field = `${template}.credits`
  if (push === 'sent') await credits.add({ _id: person._id, [field]: { gt: 0 } }, { [field]: -1 })
  if (push === 'no-credit') await credits.set({ _id: person._id }, { [field]: 0 })
}

/** Who has taken a waiting message has so long to send it; after that another tick may. */
const LEASE = 5 * 60_000

/**
 * Sends a message that waited for the morning or failed before, and writes what happened to it. Two ticks at once
 * send it once: the first takes it.
 */
export async function sendWaiting(message: MessageRecord, person: PersonRecord, now: number): Promise<void> {
  const { _id, push, retryAt: due, tries, template, fields, survey } = message
  const taken = { push: 'retry', retryAt: now + LEASE }
  if ((await messages.set({ _id, push, retryAt: due }, taken)) === 0) return
  const outcome = await deliver(person, message, fields)
  const after = standing(outcome, tries, survey, now)
  await Promise.all([messages.set({ _id }, { ...after }), spend(person, template, outcome)])
}
