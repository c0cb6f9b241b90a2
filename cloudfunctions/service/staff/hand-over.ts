// staff.handOver: what somebody has in hand goes to a colleague, one ticket or all at once, each by its own move. What a
// rule refuses stays and is named.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { tickets } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { change } from '../ticket/change'
import { cardsFor } from '../ticket/card'
import { handingOf, openWork } from './open-work'

export const handOver: Action<'staff.handOver'> = async (caller, { pid, to, ticket: only, reason, key }) => {
  const [person, all, found] = await Promise.all([staff(caller, 'manager'), staffOnDuty(), openWork(pid)])
  const next = all.find(({ _id }) => _id === to)
  if (!next || to === pid) throw new Refused('INVALID_INPUT', { fields: { to: '请选择在岗的另一位同事' } })
  const refused: { no: string; words: string }[] = []
  for (const { _id, no } of found.filter((one) => only === null || one._id === only)) {
    const ticket = await tickets.get(_id)
    const handing = ticket && handingOf(ticket, pid, { to, reason, now: caller.now })
    if (!ticket || !handing) continue
    const facts = await factsFor(ticket, all, caller.now)
    const wanted = { id: _id, key: `${key}-${_id}`, now: caller.now, ...handing }
    try {
      await (
        await change(ticket, wanted, { person, staff: all, facts }, () => Promise.resolve(null))
      ).told
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push({ no, words: error.refusal.words })
    }
  }
  return { items: await cardsFor(await openWork(pid), person, caller.now), refused }
}
