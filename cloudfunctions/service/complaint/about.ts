// complaint.about: what a complaint may be about: the company's latest services, and who of ours served it.
import { dayWords } from '../../../miniprogram/domain/calendar/format'
import { kinds } from '../../../miniprogram/domain/company/kinds'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { titleOf } from '../../../miniprogram/domain/ticket/ticket'
import type { Served } from '../../../typings/contract'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { equipment } from '../../store/collections'
import type { TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { staffOnDuty } from '../staff-on-duty'
import { servedBy } from './served'

const MOST = 500
const writes = ['coordinator', 'manager', 'marketing'] as const

export const about: Action<'complaint.about'> = async (caller, { companyId }) => {
  const [person, staff] = await Promise.all([joined(caller), staffOnDuty()])
  const own = person.side === 'customer' ? person.companyId : companyId
  if (person.side === 'staff' && !writes.some((role) => person.roles.includes(role)))
    throw new Refused('NO_PERMISSION')
  if (!own) return { services: [], people: [], machines: [] }
  const [{ services, people }, machines] = await Promise.all([
    servedBy(person._id, own, staff),
    equipment.find({ companyId: own }, { limit: MOST }),
  ])
  // who writes down a complaint does not write down one about himself
  return {
    services: services.map((ticket) => present(service, { ticket, sight: sightOfPerson(person) })),
    people: people.filter(({ pid }) => pid !== person._id),
    machines: machines.map(({ _id: id, model, name, nickname, serial }) => ({
      id,
      serial,
      words: `${model} ${name} ${nickname}`.trim(),
    })),
  }
}

interface OnService extends Seen {
  ticket: TicketRecord
}

const service: Fields<Served['services'][number], OnService> = {
  id: ['identity', ({ ticket }) => ticket._id],
  no: ['identity', ({ ticket }) => ticket.no],
  title: ['identity', (at) => titleFor(at)],
  day: ['identity', ({ ticket }) => dayWords(ticket.requestedAt)],
  equipmentId: ['identity', ({ ticket }) => ticket.equipment.id],
}

/** What an inquiry is about are the customer's own words: who reads no inquiries is told that it is one. */
const titleFor = ({ ticket, sight }: OnService): string =>
  ticket.kind === 'inquiry' && !sight.has('inquiry')
    ? titleOf({ ...ticket, subject: kinds.inquiry.label })
    : titleOf(ticket)
