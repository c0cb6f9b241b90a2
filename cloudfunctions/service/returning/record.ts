// return.record: what came of a call about a machine, and when the next one is due. The same key counts once.
import {
  missedOf,
  nextReturn,
  openCalls,
  returnRank,
  type MachineReturn,
} from '../../../miniprogram/domain/returning/returning'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import type { ReturnCall } from '../../../miniprogram/domain/returning/parts'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { returnVisits } from '../../store/collections'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { Action } from '../action'
import { staff } from '../caller'
import { currentSettings } from '../company/settings'
import { rewrite } from '../record/rounds'
import { nameOf } from '../staff-on-duty'
import { callers, viewOf } from './row'

type Said = Checked['return.record']

export const record: Action<'return.record'> = async (caller, said) => {
  const [person, found, { settings }] = await Promise.all([
    staff(caller, ...callers),
    returnVisits.get(said.id),
    currentSettings(caller.now),
  ])
  const by = nameOf(person)
  const visit = await rewrite(returnVisits, found, (one) => recorded(one, said, by, caller.now, settings))
  if (!visit) throw new Refused('NOT_FOUND')
  return { visit: viewOf(visit, caller.now, sightOfPerson(person)) }
}

/** The machine's return visit with this call; null when it counts already. Throws what is missing, by its field. */
function recorded(
  found: MachineReturn,
  said: Said,
  by: ReturnCall['by'],
  now: number,
  settings: Settings,
): MachineReturn | null {
  if (found.calls.some((one) => one.key === said.key && one.by.pid === by.pid)) return null
  const fields = wrongs(said, found, now, settings)
  if (Object.keys(fields).length > 0) throw new Refused('INVALID_INPUT', { fields })
  return called(found, callOf(said, by, now), said.key, settings)
}

/** Field → what is missing: an answer when somebody answered, else the next time. */
function wrongs(
  { how, running, nextAt }: Said,
  found: MachineReturn,
  now: number,
  settings: Settings,
): Record<string, string> {
  if (how === 'done') {
    if (running === null) return { running: '请选设备现在运行得怎样' }
    return running === 'unfixed' ? { running: '设备有问题,请登记报修' } : {}
  }
  if (how === 'repair' || isLast(how, found, settings)) return {}
  if (nextAt === null) return { nextAt: '请选下次回访时间' }
  return nextAt > now ? {} : { nextAt: '下次回访时间应在现在之后' }
}

const isLast = (how: Said['how'], { calls }: MachineReturn, { missedCalls }: Settings): boolean =>
  how === 'missed' && missedOf(openCalls(calls)) >= missedCalls - 1

function callOf({ how, running, wish, nextAt, note }: Said, by: ReturnCall['by'], at: number): ReturnCall {
  const answered = how === 'done' || how === 'repair'
  const script = answered ? { running, conduct: null, issues: [], price: null, wish } : null
  return { at, by, outcome: how, nextAt: answered ? null : nextAt, note, script }
}

// So often in vain ends this return visit; the next one comes by the rule.
function called(found: MachineReturn, call: ReturnCall, key: string, settings: Settings): MachineReturn {
  const over = call.nextAt === null || isLast(call.outcome as Said['how'], found, settings)
  const rule = nextReturn(call.at, found.equipment.warrantyUntil, settings)
  const dueAt = over ? rule : call.nextAt!
  const kept = { ...call, nextAt: over ? null : call.nextAt, key }
  return {
    ...found,
    dueAt,
    rank: returnRank(dueAt, found._id),
    calls: [...found.calls, kept],
  }
}
