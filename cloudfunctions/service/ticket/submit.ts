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
  const ticket: TicketRecord = {
    ...openTicket({
      id,
      request: { ...request, wishAt: request.wishAt },
      person: personOf(person),
      company: { id: person.companyId, name: person.companyName ?? '' },
      equipment: { id: _id, serial, model: `${model} ${name}`, nickname, warrantyUntil },
      now: caller.now,
      facts: { duty, random: random() },
    }),
    untoldSince: caller.now,
  }
  if (!(await insertOnce(ticket))) return receiptOf((await tickets.get(id)) ?? ticket, caller.now)
  await tellAll(ticket, ticket.untold, [person, ...staff], caller.now)
  return receiptOf(ticket, caller.now)
}

// A double tap that reached two instances at once: the second meets the first one's ticket.
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
