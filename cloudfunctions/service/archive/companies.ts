// archive.companies: whose archive? Customers by name or by a machine's serial, with their machines; no people.
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { Outputs } from '../../../typings/contract'
import { companies as all, equipment } from '../../store/collections'
import type { CompanyRecord, EquipmentRecord } from '../../store/records'
import type { Action } from '../action'
import { readerOf } from '../sight'

type Found = Outputs['archive.companies']['items'][number]

const MOST = 10

export const companies: Action<'archive.companies'> = async (caller, { search }) => {
  const { sight } = await readerOf(caller, 'archive')
  const [named, machine] = await Promise.all([
    all.find({ name: { contains: search } }, { order: ['name', 'asc'], limit: MOST }),
    equipment.find({ serial: search.toUpperCase() }, { limit: 1 }),
  ])
  const owner = machine[0] ? await all.get(machine[0].companyId) : null
  const found = owner && !named.some((one) => one._id === owner._id) ? [owner, ...named] : named
  return { items: await Promise.all(found.map((one) => whole(one, sight))) }
}

interface OnCompany extends Seen {
  one: CompanyRecord
  machines: EquipmentRecord[]
}

async function whole(one: CompanyRecord, sight: Sight): Promise<Found> {
  const machines = await equipment.find({ companyId: one._id }, { order: ['serial', 'asc'], limit: 200 })
  return present(fields, { one, machines, sight })
}

const fields: Fields<Found, OnCompany> = {
  id: ['identity', ({ one }) => one._id],
  name: ['archive', ({ one }) => one.name, ''],
  city: ['archive', ({ one }) => one.city, ''],
  machines: ['archive', ({ machines }) => machines.map(machineOf), []],
}

const machineOf = ({ serial, model, name, nickname }: EquipmentRecord): Found['machines'][number] => ({
  serial,
  model: `${model} ${name}`,
  nickname,
})
