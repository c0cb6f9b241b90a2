// inquiry.open: an inquiry with what its answer needs: earlier answers, colleagues who may answer, and the company's
// machines when none is named.
import { mayAnswer } from '../../../miniprogram/domain/inquiry/moves'
import { sightOfPerson, sightOn } from '../../../miniprogram/domain/sight/readers'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { equipment } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined, personOf } from '../caller'
import { cardOf, published } from '../knowledge/find'
import { factsFor } from '../facts'
import { nameOf, staffOnDuty } from '../staff-on-duty'
import { findFor } from '../ticket/known'
import { seen } from '../ticket/seen'
import { viewFor } from '../ticket/view'

const MOST = 200

export const open: Action<'inquiry.open'> = async (caller, { id }) => {
  const [person, ticket, staff, asked] = await Promise.all([
    joined(caller),
    seen(caller, id),
    staffOnDuty(),
    findFor(caller.pid, { face: 'asked' }, { limit: MOST, only: ['holder'] }),
  ])
  if (!ticket.inquiry) throw new Refused('NOT_FOUND')
  const inside = sightOn(personOf(person), ticket).has('inside')
  const facts = await factsFor(ticket, staff, caller.now)
  const [view, similar, machines] = await Promise.all([
    viewFor(ticket, { person, staff, facts, now: caller.now }),
    inside ? published(asText(ticket), ticket.equipment.model) : [],
    ticket.equipment.id ? [] : equipment.find({ companyId: ticket.companyId }, { limit: MOST }),
  ])
  return {
    ticket: view,
    similar: similar.map((one) => cardOf(one, sightOfPerson(person))),
    colleagues: inside ? colleaguesOf(staff, asked) : [],
    machines: machines.map(({ _id, model, nickname, serial }) => ({
      id: _id,
      words: `${model} ${nickname}`.trim(),
      serial,
    })),
  }
}

const asText = ({ description, inquiry }: TicketRecord): string =>
  [
    description,
    ...(inquiry?.thread ?? []).filter((one) => one.side === 'customer').map((one) => one.words),
  ].join('\n')

function colleaguesOf(staff: readonly PersonRecord[], asked: readonly Pick<TicketRecord, 'holder'>[]) {
  return staff
    .filter((one) => one.roles.some((role) => mayAnswer.includes(role)))
    .map((one) => ({ ...nameOf(one), open: asked.filter(({ holder }) => holder?.pid === one._id).length }))
}
