// Who of the maker's people is sent a kind of field at all, where no ticket is asked for: by the table of domain/sight.
import { Refused } from '../../miniprogram/domain/engine/refusals'
import type { Kind } from '../../miniprogram/domain/sight/kinds'
import { sightOfPerson } from '../../miniprogram/domain/sight/readers'
import type { Sight } from '../../miniprogram/domain/sight/table'
import type { PersonRecord } from '../store/records'
import { staff, type Caller } from './caller'

/** A person with what he is sent by his roles. */
export interface Reading {
  person: PersonRecord
  sight: Sight
}

/** One of the maker's people who is sent this kind; refuses others. */
export async function readerOf(caller: Caller, kind: Kind): Promise<Reading> {
  const person = await staff(caller)
  const sight = sightOfPerson(person)
  if (!sight.has(kind)) throw new Refused('NO_PERMISSION')
  return { person, sight }
}

/** Refuses to rank by money for whom it is not shown. */
export function mayRankBy(base: string, sight: Sight): void {
  if (base === 'cost' && !sight.has('cost'))
    throw new Refused('NO_PERMISSION', { words: '费用只给客户服务部负责人和总经理看,请改看次数或停机小时' })
}
