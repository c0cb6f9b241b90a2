// A learner: each service sets its machine's next return visit (第八条): within 三包 oftener than later.
// Learning the same service again changes nothing, so that calls and agreed times stay.
import { learntReturn, returnOf, type MachineReturn } from '../../../miniprogram/domain/returning/returning'
import { settingsUnder } from '../company/settings'
import { returnVisits } from '../../store/collections'
import { DuplicateError } from '../../store/table'
import type { Learner } from '../learn/learner'
import { rewrite } from '../record/rounds'

export const learnReturns: Learner = async (changed, now) => {
  const settings = await Promise.all(changed.map(({ rules }) => settingsUnder(rules, now)))
  const services = changed.flatMap((ticket, i) => returnOf(ticket, settings[i]!) ?? [])
  if (services.length === 0) return
  const ids = [...new Set(services.map((one) => one._id))]
  const found = await returnVisits.find({ _id: { in: ids } }, { limit: ids.length })
  const known = new Map(found.map((one) => [one._id, one]))
  for (const fresh of services.sort((a, b) => a.service.at - b.service.at)) {
    const learnt = await learn(known.get(fresh._id) ?? null, fresh)
    if (learnt) known.set(learnt._id, learnt)
  }
}

// When somebody calls at this very moment, what he said stays: the service is learnt again of what he wrote.
async function learn(known: MachineReturn | null, fresh: MachineReturn): Promise<MachineReturn | null> {
  if (!known && (await inserted(fresh))) return fresh
  const first = known ?? (await returnVisits.get(fresh._id))
  return rewrite(returnVisits, first, (one) => learntReturn(one, fresh))
}

/** False when another sweep was faster. */
async function inserted(fresh: MachineReturn): Promise<boolean> {
  try {
    await returnVisits.insert(fresh)
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}
