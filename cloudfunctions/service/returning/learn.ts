// A learner: each service sets its machine's next return visit (第八条): within 三包 oftener than later.
// Learning the same service again changes nothing, so that calls and agreed times stay.
import { learntReturn, returnOf, type MachineReturn } from '../../../miniprogram/domain/returning/returning'
import { settingsUnder } from '../company/settings'
import { returnVisits } from '../../store/collections'
import { DuplicateError } from '../../store/table'
import type { Learner } from '../learn/learner'

export const learnReturns: Learner = async (changed, now) => {
  const settings = await Promise.all(changed.map(({ rules }) => settingsUnder(rules, now)))
  const services = changed.flatMap((ticket, i) => returnOf(ticket, settings[i]!) ?? [])
  if (services.length === 0) return
  const ids = [...new Set(services.map((one) => one._id))]
  const found = await returnVisits.find({ _id: { in: ids } }, { limit: ids.length })
  const known = new Map(found.map((one) => [one._id, one]))
  for (const fresh of services.sort((a, b) => a.service.at - b.service.at)) {
    const next = learntReturn(known.get(fresh._id), fresh)
    if (next && (await written(next))) known.set(next._id, next)
  }
}

// When somebody calls at this very moment he is faster: the sweep reads young changes again.
async function written(next: MachineReturn): Promise<boolean> {
  if (next.rev > 1) return returnVisits.swap(next, next.rev - 1)
  try {
    await returnVisits.insert(next)
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}
