// ticket.submit: a repair request becomes a ticket with a number and a promised time (第十八条第1项).
import { Refused } from '../../../miniprogram/domain/refusals'
import { openTicket } from '../../../miniprogram/domain/submit'
import { isWorkingTime } from '../../../miniprogram/domain/working-time'
import { equipment, tickets } from '../../store/collections'
import { random, ticketIdOf } from '../../store/ids'
import type { TicketRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { joined, personOf } from '../caller'
import { factsOf, staffOnDuty } from '../staff-on-duty'
import { tellAll } from './tell'
import { uploadsOf } from './uploads'

const TRIES = 3

export const submit: Action<'ticket.submit'> = async (caller, request) => {
  const id = ticketIdOf(caller.pid, request.key)
  const [person, machine, staff, known] = await Promise.all([
    joined(caller),
    equipment.get(request.equipmentId),
    staffOnDuty(),
    tickets.get(id),
  ])
  if (known) return receiptOf(known, caller.now)
  if (!machine || machine.companyId !== person.companyId) throw new Refused('EQUIPMENT_NOT_FOUND')
  const { duty } = factsOf(staff, null)
  const { _id, serial, model, name, nickname, warrantyUntil } = machine
  for (let i = 0; i < TRIES; i++) {
    const opened = openTicket({
      id,
      request: { ...request, wishAt: request.wishAt },
      person: personOf(person),
      company: { id: person.companyId, name: person.companyName ?? '' },
      equipment: { id: _id, serial, model: `${model} ${name}`, nickname, warrantyUntil },
      now: caller.now,
      facts: { duty, random: random() },
    })
    const ticket: TicketRecord = { ...opened, untoldSince: caller.now }
    if (await insertOnce(ticket)) {
      await tellAll(ticket, ticket.untold, [person, ...staff], caller.now)
      return receiptOf(ticket, caller.now)
    }
    const first = await tickets.get(id)
    if (first) return receiptOf(first, caller.now)
  }
  throw new Error('no free ticket number')
}

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

const receiptOf = (ticket: TicketRecord, now: number) => ({
  id: ticket._id,
  no: ticket.no,
  due: ticket.verifyBy,
  provisional: ticket.provisional,
  outOfHours: !isWorkingTime(now),
  uploads: uploadsOf(ticket),
})
