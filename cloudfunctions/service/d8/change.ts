// One change of an 8D, by a person or by the clock.
import type { D8MoveName } from '../../../miniprogram/domain/quality/inputs'
import type { D8 } from '../../../miniprogram/domain/quality/record'
import type { D8Actor, D8Facts } from '../../../miniprogram/domain/quality/table'
import type { D8Record, PersonRecord } from '../../store/records'
import { change } from '../record/change'
import { d8Kept } from './kept'

export interface D8Wanted {
  key: string
  move: D8MoveName
  input: Record<string, unknown>
  now: number
}
export interface D8Who {
  actorOf: (d8: D8) => D8Actor
  staff: readonly PersonRecord[]
  factsOf: (d8: D8) => Promise<D8Facts>
}

/** The record after the move, or as the same move left it before. Throws what the rules refuse. */
export async function changeD8(first: D8Record, wanted: D8Wanted, who: D8Who): Promise<D8Record> {
  const { step } = wanted.input
  const part = typeof step === 'string' ? step : null
  const asked = { ...wanted, id: first._id, part }
  const { record, told } = await change(d8Kept, first, asked, who, () => Promise.resolve(null))
  await told
  return record
}
