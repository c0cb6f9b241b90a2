// complaint.about: what a complaint may be about: the company's latest services, and who of ours served it.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { equipment } from '../../store/collections'
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
    services,
    people: people.filter(({ pid }) => pid !== person._id),
    machines: machines.map(({ _id: id, model, name, nickname, serial }) => ({
      id,
      serial,
      words: `${model} ${name} ${nickname}`.trim(),
    })),
  }
}
