// archive.companies: whose archive? Customers by name or by a machine's serial, with their machines; no people.
import { serialOf } from '../../../miniprogram/domain/form/serial'
import { companies as all, equipment } from '../../store/collections'
import type { CompanyRecord } from '../../store/records'
import type { Action } from '../action'
import { readerOf } from '../sight'

const MOST = 10

export const companies: Action<'archive.companies'> = async (caller, { search }) => {
  await readerOf(caller, 'archive')
  const [named, machine] = await Promise.all([
    all.find({ name: { contains: search } }, { order: ['name', 'asc'], limit: MOST }),
    equipment.find({ serial: serialOf(search) }, { limit: 1 }),
  ])
  const owner = machine[0] ? await all.get(machine[0].companyId) : null
  const found = owner && !named.some((one) => one._id === owner._id) ? [owner, ...named] : named
  return { items: await Promise.all(found.map(whole)) }
}

async function whole({ _id, name, city }: CompanyRecord) {
  const machines = await equipment.find({ companyId: _id }, { order: ['serial', 'asc'], limit: 200 })
  return {
    id: _id,
    name,
    city,
    machines: machines.map(({ serial, model, name: kind, nickname }) => ({
      serial,
      model: `${model} ${kind}`,
      nickname,
    })),
  }
}
