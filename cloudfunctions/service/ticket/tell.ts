// After the write: people are told. Ids come from ticket, rev and receiver, so that telling twice tells once.
import { inRole } from '../../../miniprogram/domain/hidden'
import { faceRow } from '../../../miniprogram/domain/lifecycle'
import { fillTemplate, surveyUnsent } from '../../../miniprogram/domain/tells'
import type { Tell, Ticket } from '../../../miniprogram/domain/ticket'
import { isQuiet } from '../../../miniprogram/domain/working-time'
import { send } from '../../platform/subscribe-messages'
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
  const unsent = tells.filter((tell) => tell.template === 'T4' && !told.some(reached(tell)))
  const office = unsent.map((tell) => ({ ...surveyUnsent(ticket), id: `${tell.id}-unsent` }))
  return office.length > 0 ? [...told, ...(await sendAll(ticket, office, people, now))] : told
}

// The survey that reached nobody's WeChat: the office calls the customer instead.
const reached =
  (tell: Tell) =>
  ({ message }: Told): boolean =>
    message.push !== 'no-credit' && message._id.startsWith(`${tell.id}-`)

// Whom a complaint is about is told nothing of it; where he alone has a role his stand-in is told.
function receivers({ to }: Tell, people: readonly PersonRecord[], hiddenFrom: string | null): PersonRecord[] {
  const isHidden = ({ _id }: PersonRecord) => _id === hiddenFrom
  if ('pid' in to) return people.filter((one) => one._id === to.pid && !isHidden(one))
  if ('role' in to) return inRole(people, to.role, isHidden)
  return people.filter((one) => one.companyId === to.company && one.post === 'manager' && one.active)
}

async function sendOne(ticket: Ticket, tell: Tell, person: PersonRecord, now: number): Promise<Told> {
  const phrase = faceRow(ticket.face).phrase
  const fields = fillTemplate(ticket, tell, phrase, now)
  const push = isQuiet(now) && !tell.urgent ? 'quiet' : await deliver(person, tell, fields)
  const { template, title, words, page } = tell
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
    push,
  }
  return { person, message }
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

/** Sends a message that waited for the morning; what happened is written to it. */
export async function sendWaiting(message: MessageRecord, person: PersonRecord): Promise<void> {
  const push = await deliver(person, message, message.fields)
  await Promise.all([messages.set({ _id: message._id }, { push }), spend(person, message.template, push)])
}
