// d8.start: an 8D begins, running when quality begins it, otherwise as a draft that quality is told of (第十一条).
import { beginD8, d8Title } from '../../../miniprogram/domain/quality/start'
import { numberOf } from '../../../miniprogram/domain/company/kinds'
import { eightds } from '../../store/collections'
import { d8IdOf, random } from '../../store/ids'
import type { D8Record } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { staff } from '../caller'
import { currentSettings } from '../company/settings'
import { nameOf, staffOnDuty, withRole } from '../staff-on-duty'
import { linkOf } from '../../../miniprogram/domain/quality/linking'
import { gather } from './prepare'
import { starters } from './seen'
import { tellD8 } from './tell'

export const start: Action<'d8.start'> = async (caller, input) => {
  const id = d8IdOf(`${caller.pid}:${input.key}`)
  const [person, people, known, held] = await Promise.all([
    staff(caller, ...starters),
    staffOnDuty(),
    eightds.get(id),
    currentSettings(caller.now),
  ])
  if (known) return { id, no: known.no }
  const gathered = await gather(person, input, caller.now)
  const fault = input.fault || gathered.fault
  const quality = person.roles.includes('quality')
  const lead = quality ? person : withRole(people, 'quality')[0]
  const { who, what, where, when, many, urgent, key } = input
  const d8 = beginD8(
    {
      _id: id,
      no: numberOf('8D', caller.now, random()),
      state: quality ? 'running' : 'draft',
      origin: input.ticket ? 'ticket' : 'pareto',
      title: d8Title(fault, gathered.models, gathered.title),
      fault,
      models: gathered.models,
      problem: { who, what, where, when, many },
      urgent,
      tickets: gathered.found.map(linkOf),
      hiddenFrom: [...new Set(gathered.found.flatMap((one) => (one.hiddenFrom ? [one.hiddenFrom] : [])))],
      rules: held.version,
      by: nameOf(person),
      lead: lead ? nameOf(lead) : null,
    },
    key,
    caller.now,
    held.settings,
  )
  const record = await insertOnce({ ...d8, untoldSince: caller.now })
  await tellD8(record, record.untold, people, caller.now)
  return { id, no: record.no }
}

/** The record as it lies there: this one, or the one that the same request made before. */
export async function insertOnce(record: D8Record): Promise<D8Record> {
  try {
    await eightds.insert(record)
    return record
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    return (await eightds.get(record._id)) ?? record
  }
}
