// return.complain: a return visit that ends in a complaint: its own ticket about this service, and a line here (第十二条).
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { tickets } from '../../store/collections'
import type { Action } from '../action'
import { staff as staffOnly } from '../caller'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { change } from '../ticket/change'
import { enter } from '../ticket/enter'
import { seenToMove } from '../ticket/seen'
import { callers } from './row'

export const complain: Action<'return.complain'> = async (caller, given) => {
  const { id, key, topic, description, remedies, safety } = given
  const [person, ticket, staff] = await Promise.all([
    staffOnly(caller, ...callers),
    seenToMove(caller, id, key),
    staffOnDuty(),
  ])
  if (ticket.state !== 'left' && ticket.state !== 'followup' && !again(ticket.events, key))
    throw new Refused('CONFLICT')
  const { id: complaint, no } = await enter(caller, {
    companyId: ticket.companyId,
    ownerPid: ticket.ownerPid || null,
    source: 'phone',
    letterNo: '',
    requestedAt: caller.now,
    special: '',
    despite: true,
    request: {
      kind: 'complaint',
      key,
      ...{ topic, description, remedies, safety },
      about: 'ticket',
      ticketId: id,
      personPid: null,
      equipmentId: ticket.equipment.id,
      callAt: null,
      contactName: ticket.contact.name,
      contactPhone: ticket.contact.phone,
      media: [],
    },
  })
  const input = { id: complaint, no, why: description }
  const wanted = { id, key, move: 'toComplaint' as const, visit: null, input, now: caller.now }
  const facts = await factsFor(ticket, staff, caller.now, await tickets.get(complaint))
  const who = { person, staff, facts }
  await (
    await change(ticket, wanted, who, () => Promise.resolve(null))
  ).told
  return { id: complaint, no }
}

const again = (events: readonly { key: string }[], key: string): boolean =>
  events.some((event) => event.key === key)
