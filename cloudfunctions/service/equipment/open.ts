// equipment.open: a machine by the serial number on its nameplate. Another company's is not found.
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { equipment } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { Action } from '../action'
import { joined, personOf } from '../caller'
import { cardsFor, listless } from '../ticket/card'
import { findFor } from '../ticket/known'
import { machineCard } from './list'

export const open: Action<'equipment.open'> = async (caller, { serial }) => {
  const [person, [machine]] = await Promise.all([joined(caller), equipment.find({ serial }, { limit: 1 })])
  const visible = machine && (person.side === 'staff' || machine.companyId === person.companyId)
  if (!visible) throw new Refused('EQUIPMENT_NOT_FOUND')
  // A machine may have changed hands: the tickets of its former owner are not the new one's.
  const own: Filter = person.side === 'customer' ? { companyId: person.companyId } : {}
  const found = await findFor(
    person._id,
    { 'equipment.id': machine._id, ...own },
    { order: ['rank', 'desc'], limit: 20, without: listless },
  )
  const seen = found.filter((ticket) => relationsTo(personOf(person), ticket).length > 0)
  const open = seen.filter((ticket) => ticket.tab !== 'finished').length
  return {
    equipment: machineCard(machine, open, caller.now, sightOfPerson(person)),
    tickets: await cardsFor(seen, person, caller.now),
    lastService: machine.lastServiceAt,
  }
}
