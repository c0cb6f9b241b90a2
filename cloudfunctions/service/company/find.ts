// company.find: the office looks a customer up while it writes his request down.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { CompanyFound } from '../../../typings/contract'
import { companies, equipment, people } from '../../store/collections'
import type { CompanyRecord, PersonRecord } from '../../store/records'
import type { Action } from '../action'
import { noteLook } from '../audit'
import { staff } from '../caller'
import { phoneFor } from '../ticket/seeing'

const MOST = 10

export const find: Action<'company.find'> = async (caller, { search }) => {
  const sight = sightOfPerson(await staff(caller, 'coordinator', 'manager', 'marketing'))
  const [named, machine] = await Promise.all([
    companies.find({ name: { contains: search } }, { order: ['name', 'asc'], limit: MOST }),
    equipment.find({ serial: search.toUpperCase() }, { limit: 1 }),
    noteLook(caller, 'company.find', search),
  ])
  const owner = machine[0] ? await companies.get(machine[0].companyId) : null
  const found = owner && !named.some((one) => one._id === owner._id) ? [owner, ...named] : named
  return { items: await Promise.all(found.map((one) => whole(one, sight, caller.now))) }
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
