// equipment.list: the machines of my company, with 三包 and what is open.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { EquipmentCard } from '../../../typings/contract'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import { equipment } from '../../store/collections'
import type { EquipmentRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { findFor } from '../ticket/known'

export const list: Action<'equipment.list'> = async (caller) => {
  const person = await joined(caller)
  if (person.side === 'staff') return { items: [] }
  const [machines, open] = await Promise.all([
    equipment.find({ companyId: person.companyId }, { limit: 500 }),
    findFor(
      person._id,
      { companyId: person.companyId, tab: { in: ['yours', 'open'] } },
      { limit: 500, only: ['equipment.id'] },
    ),
  ])
  const openOn = (id: string) => open.filter((ticket) => ticket.equipment.id === id).length
  return {
    items: machines.map((machine) =>
      machineCard(machine, openOn(machine._id), caller.now, sightOfPerson(person)),
    ),
  }
}

interface OnMachine extends Seen {
  machine: EquipmentRecord
  open: number
  now: number
}

/** A machine as people see it; `open` counts the tickets there that are this person's to see. */
export const machineCard = (
  machine: EquipmentRecord,
  open: number,
  now: number,
  sight: Sight,
): EquipmentCard => present(fields, { machine, open, now, sight })

const fields: Fields<EquipmentCard, OnMachine> = {
  id: ['identity', ({ machine }) => machine._id],
  serial: ['identity', ({ machine }) => machine.serial],
  model: ['identity', ({ machine }) => machine.model],
  name: ['identity', ({ machine }) => machine.name],
  nickname: ['identity', ({ machine }) => machine.nickname],
  site: ['identity', ({ machine }) => machine.site],
  warranty: ['identity', (at) => warrantyOf(at)],
  openTickets: ['identity', ({ open }) => open],
}

function warrantyOf({ machine: { warrantyUntil: until }, now }: OnMachine): EquipmentCard['warranty'] {
  const { free, words } = warrantyAt(until, now)
  return { free, words, until }
}
