// company.find: the office looks a customer up while it writes his request down.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { CompanyFound } from '../../../typings/contract'
import { companies, equipment, people } from '../../store/collections'
import type { CompanyRecord } from '../../store/records'
import type { Action } from '../action'
import { staff } from '../caller'

const MOST = 10

export const find: Action<'company.find'> = async (caller, { search }) => {
  await staff(caller, 'coordinator', 'manager', 'marketing')
  const [named, machine] = await Promise.all([
    companies.find({ name: { contains: search } }, { order: ['name', 'asc'], limit: MOST }),
    equipment.find({ serial: search.toUpperCase() }, { limit: 1 }),
  ])
  const owner = machine[0] ? await companies.get(machine[0].companyId) : null
  const found = owner && !named.some((one) => one._id === owner._id) ? [owner, ...named] : named
  return { items: await Promise.all(found.map((one) => whole(one, caller.now))) }
}

async function whole({ _id, name, city }: CompanyRecord, now: number): Promise<CompanyFound> {
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
    people: contacts
      .filter((one) => one.active)
      .map(({ _id: pid, name: person, title, phone }) => ({ pid, name: person, title, phone })),
  }
}
