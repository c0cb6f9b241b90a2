// company.find: the office looks a customer up while it writes his request down.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import { lookalikes, serialOf } from '../../../miniprogram/domain/form/serial'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { CompanyFound } from '../../../typings/contract'
import { companies, equipment, people } from '../../store/collections'
import type { CompanyRecord, EquipmentRecord, PersonRecord } from '../../store/records'
import type { Action } from '../action'
import { noteLook } from '../audit'
import { staff } from '../caller'
import { phoneFor } from '../ticket/seeing'

const MOST = 10

export const find: Action<'company.find'> = async (caller, { search }) => {
  const sight = sightOfPerson(await staff(caller, 'coordinator', 'manager', 'marketing'))
  const [named, machine] = await Promise.all([
    companies.find({ name: { contains: search } }, { order: ['name', 'asc'], limit: MOST }),
    machinesLike(search),
    noteLook(caller, 'company.find', search),
  ])
  const owner = machine ? await companies.get(machine.companyId) : null
  const found = owner && !named.some((one) => one._id === owner._id) ? [owner, ...named] : named
  return { items: await Promise.all(found.map((one) => whole(one, sight, caller.now))) }
}

/** The machine with this serial number, else the only one that looks the same (O for 0). */
async function machinesLike(search: string): Promise<EquipmentRecord | undefined> {
  const serial = serialOf(search)
  const [exact] = await equipment.find({ serial }, { limit: 1 })
  const like = exact ? [] : lookalikes(serial)
  if (like.length === 0) return exact
  const found = await equipment.find({ serial: { in: like } }, { limit: 2 })
  return found.length === 1 ? found[0] : undefined
}

async function whole({ _id, name, city }: CompanyRecord, sight: Sight, now: number): Promise<CompanyFound> {
  const [machines, contacts] = await Promise.all([
    equipment.find({ companyId: _id }, { limit: 200 }),
    people.find({ companyId: _id }, { limit: 50 }),
  ])
  return {
    id: _id,
    name,
    city,
    equipment: machines.map(({ _id: id, serial, model, name: kind, nickname, warrantyUntil }) => ({
      id,
      serial,
      model: `${model} ${kind}`,
      nickname,
      warranty: warrantyAt(warrantyUntil, now).words,
    })),
    people: contacts.filter((one) => one.active).map((one) => present(contact, { one, sight })),
  }
}

interface OnContact extends Seen {
  one: PersonRecord
}

const contact: Fields<CompanyFound['people'][number], OnContact> = {
  pid: ['contacts', ({ one }) => one._id, ''],
  name: ['contacts', ({ one }) => one.name, ''],
  title: ['contacts', ({ one }) => one.title, ''],
  phone: ['contacts', ({ one, sight }) => phoneFor(one.phone, sight), ''],
}
