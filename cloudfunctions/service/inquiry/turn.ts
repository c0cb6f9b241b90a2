// inquiry.turn: an inquiry becomes a repair without typing again: words and files go along, both name each other.
// The repair's id is derived from the inquiry's, so that whoever asks, and however often, meets the same one.
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { openTicket } from '../../../miniprogram/domain/door/open'
import type { Submission } from '../../../miniprogram/domain/intake/open'
import { tickets } from '../../store/collections'
import { ticketIdOf } from '../../store/ids'
import type { EquipmentRecord, PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { currentSettings } from '../company/settings'
import { factsFor } from '../facts'
import { factsOf, nameOf, staffOnDuty } from '../staff-on-duty'
import { change, foreseen } from '../ticket/change'
import { seen } from '../ticket/seen'
import { inTicket, machineOf, openOnce } from '../ticket/submit'

const CARRIED = 500

export const turn: Action<'inquiry.turn'> = async (caller, given) => {
  const [person, ticket, staff, chosen, { version: rules, settings }] = await Promise.all([
    joined(caller),
    seen(caller, given.id),
    staffOnDuty(),
    machineOf(given.equipmentId),
    currentSettings(caller.now),
  ])
  if (!ticket.inquiry) throw new Refused('NOT_FOUND')
  const id = ticketIdOf(ticket._id, 'repair')
  if (!ticket.became) {
    const machine = chosen ?? (await machineOf(ticket.equipment.id))
    const facts = factsOf(staff, caller.now, settings)
    const submission = { ...repairOf(id, ticket, person, machine, given), rules, now: caller.now, facts }
    await mayTurn(person, ticket, submission)
    await openOnce(caller, submission, staff)
  }
  const repair = await tickets.get(id)
  if (!repair) throw new Refused('NOT_FOUND')
  const wanted = {
    id: given.id,
    key: given.key,
    move: 'turnRepair' as const,
    visit: null,
    input: { other: id },
  }
  const who = { person, staff, facts: await factsFor(ticket, staff, caller.now, repair) }
  if (!ticket.became) {
    const turned = await change(ticket, { ...wanted, now: caller.now }, who, () => Promise.resolve(null))
    await turned.told
  }
  return { id, no: repair.no, due: repair.verifyBy }
}

function repairOf(
  id: string,
  ticket: TicketRecord,
  person: PersonRecord,
  machine: EquipmentRecord | null,
  { key, production }: Checked['inquiry.turn'],
): Omit<Submission, 'now' | 'facts'> {
  if (!machine) throw new Refused('INVALID_INPUT', { fields: { equipmentId: '请选择设备' } })
  if (machine.companyId !== ticket.companyId) throw new Refused('EQUIPMENT_NOT_FOUND')
  const own = person._id === ticket.ownerPid
  return {
    id,
    request: {
      kind: 'repair',
      key,
      symptom: 'other',
      production,
      equipmentId: machine._id,
      description: saidIn(ticket),
      contactName: ticket.contact.name,
      contactPhone: ticket.contact.phone,
      wish: 'asap',
      wishAt: null,
      media: [],
      follows: null,
      met: null,
    },
    ownerPid: ticket.ownerPid,
    author: own ? { ...nameOf(person), title: '报修人' } : nameOf(person),
    source: ticket.source,
    letterNo: ticket.letterNo,
    company: { id: ticket.companyId, name: ticket.companyName, city: machine.city },
    equipment: inTicket(machine),
    cameFrom: { id: ticket._id, no: ticket.no },
    files: ticket.media.filter((one) => !one.internal),
  }
}

/** The question, and below it what was said to it: who goes there knows what has been tried. */
function saidIn({ description, inquiry }: TicketRecord): string {
  const lines = (inquiry?.thread ?? []).map(({ side, by, words }) =>
    side === 'staff' ? `${by.name} 答复:${words}` : `客户:${words}`,
  )
  return [description, ...lines].filter(Boolean).join('\n').slice(0, CARRIED)
}

/** Judged before the repair is written. Throws what the rules refuse. */
async function mayTurn(person: PersonRecord, ticket: TicketRecord, submission: Submission): Promise<void> {
  const other = openTicket(submission)
  const facts = await factsFor(ticket, [], submission.now, other)
  const wanted = {
    ...{ id: ticket._id, key: submission.request.key, move: 'turnRepair' as const, visit: null },
    ...{ input: { other: other._id }, now: submission.now },
  }
  foreseen(ticket, wanted, { person, facts: { ...facts, duty: submission.facts.duty } })
}
