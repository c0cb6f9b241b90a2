// ticket.submit: a customer's request becomes a ticket with a number and a promised time (第十八条第1项).
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { openTicket } from '../../../miniprogram/domain/door/open'
import type { Submission } from '../../../miniprogram/domain/intake/open'
import { noMachine } from '../../../miniprogram/domain/ticket/ticket'
import { calendarOf } from '../../../miniprogram/domain/company/deadlines'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import { isWorkingTime } from '../../../miniprogram/domain/calendar/working-time'
import type { Outputs } from '../../../typings/contract'
import { equipment, tickets } from '../../store/collections'
import { random, ticketIdOf } from '../../store/ids'
import type { EquipmentRecord, PersonRecord, TicketRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { joined, type Caller } from '../caller'
import { currentSettings } from '../company/settings'
import { knownOf, linkedOf } from '../complaint/known'
import { factsOf, nameOf, staffOnDuty } from '../staff-on-duty'
import { tellTicket } from './tell'
import { uploadsOf } from './uploads'

const TRIES = 3

export const submit: Action<'ticket.submit'> = async (caller, request) => {
  const id = ticketIdOf(caller.pid, request.key)
  const { met: spot = null, follows = null } = 'met' in request ? request : {}
  const [person, machine, staff, opened, before, linked, held] = await Promise.all([
    joined(caller),
    machineOf(request.equipmentId),
    staffOnDuty(),
    tickets.get(id),
    follows ? tickets.get(follows) : null,
    linkedOf(request),
    currentSettings(caller.now),
  ])
  if (opened) return receiptOf(opened, caller.now, held.settings)
  if (!person.companyId || (machine && machine.companyId !== person.companyId))
    throw new Refused('EQUIPMENT_NOT_FOUND')
  const { companyId } = person
  const asking = { pid: caller.pid, companyId, requestedAt: caller.now, staff, settings: held.settings }
  const whole = await knownOf(request, linked, asking)
  const met = staff.some((one) => one._id === spot)
  const submission: Submission = {
    id,
    ...whole,
    ownerPid: person._id,
    author: { ...nameOf(person), title: '报修人' },
    source: met ? 'met' : 'app',
    company: {
      id: person.companyId,
      name: person.companyName ?? '',
      city: linked?.city ?? machine?.city ?? '',
    },
    equipment: linked?.equipment ?? (machine ? inTicket(machine) : noMachine),
    follows: before?.companyId === person.companyId ? { id: before._id, no: before.no } : null,
    rules: held.version,
    now: caller.now,
    facts: factsOf(staff, caller.now, held.settings),
  }
  // who asked is told as well, and is known already
  return openOnce(caller, submission, [...staff, person])
}

/** The machine of an id; null for a request without one, refused when there is none of this id. */
export async function machineOf(id: string): Promise<EquipmentRecord | null> {
  if (id === '') return null
  const machine = await equipment.get(id)
  if (!machine) throw new Refused('EQUIPMENT_NOT_FOUND')
  return machine
}

/** Writes the ticket once, however often asked, and tells whom it concerns of these people. */
export async function openOnce(
  caller: Caller,
  submission: Submission,
  people: PersonRecord[],
): Promise<Outputs['ticket.submit']> {
  for (let i = 0; i < TRIES; i++) {
    const facts = { ...submission.facts, random: random() }
    const ticket: TicketRecord = { ...openTicket({ ...submission, facts }), untoldSince: caller.now }
    if (await insertOnce(ticket)) {
      await tellTicket(ticket, ticket.untold, people, caller.now)
      return receiptOf(ticket, caller.now, facts.settings)
    }
    const first = await tickets.get(submission.id)
    if (first) return receiptOf(first, caller.now, facts.settings)
  }
  throw new Error('no free ticket number')
}

/** A machine as written into its ticket. */
export const inTicket = ({ _id: id, serial, model, name, nickname, warrantyUntil }: EquipmentRecord) => ({
  id,
  serial,
  model: `${model} ${name}`,
  nickname,
  warrantyUntil,
})

// False for a double tap that reached two instances at once, where the second meets the first one's ticket, and
// for a number that another ticket of the day has: then there is none of this id, and another number is drawn.
async function insertOnce(ticket: TicketRecord): Promise<boolean> {
  try {
    await tickets.insert(ticket)
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}

/** What is answered for a new ticket: its number and the promise. */
export const receiptOf = (
  ticket: TicketRecord,
  now: number,
  settings: Settings,
): Outputs['ticket.submit'] => ({
  id: ticket._id,
  no: ticket.no,
  kind: ticket.kind,
  due: ticket.verifyBy,
  provisional: ticket.provisional,
  outOfHours: !isWorkingTime(now, calendarOf(settings)),
  holder: ticket.holder?.name ?? '',
  plan: ticket.complaint?.planBy ?? null,
  uploads: uploadsOf(ticket),
})
