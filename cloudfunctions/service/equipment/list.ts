// equipment.list: the machines of my company, with 三包 and what is open.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { EquipmentCard } from '../../../typings/contract'
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
  return { items: machines.map((machine) => machineCard(machine, openOn(machine._id), caller.now)) }
}

/** A machine as people see it. */
export function machineCard(machine: EquipmentRecord, openTickets: number, now: number): EquipmentCard {
  const { _id: id, serial, model, name, nickname, site, warrantyUntil: until } = machine
  return {
    id,
    serial,
    model,
    name,
    nickname,
    site,
    warranty: { ...warrantyAt(until, now), until },
    openTickets,
  }
}
