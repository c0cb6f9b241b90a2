// One change of an 8D: decide, write by compare-and-set, tell; read and decided again when somebody was faster.
import type { D8MoveName } from '../../../miniprogram/domain/quality/inputs'
import { decideD8 } from '../../../miniprogram/domain/quality/lifecycle'
import type { D8Actor, D8Facts } from '../../../miniprogram/domain/quality/table'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { eightds } from '../../store/collections'
import type { D8Record, PersonRecord } from '../../store/records'
import { notFound } from './seen'
import { tellD8 } from './tell'

const TRIES = 5

export interface D8Wanted {
  key: string
  move: D8MoveName
  input: unknown
  now: number
}
export interface D8Who {
  actorOf: (d8: D8Record) => D8Actor
  staff: readonly PersonRecord[]
  factsOf: (d8: D8Record) => Promise<D8Facts>
}

/** The record after the move, or as the same move left it before. Throws what the rules refuse. */
export async function changeD8(first: D8Record, wanted: D8Wanted, who: D8Who): Promise<D8Record> {
  let d8: D8Record | null = first
  for (let i = 0; i < TRIES && d8; i++) {
    const actor = who.actorOf(d8)
    if (d8.events.some((event) => event.key === wanted.key && event.by.pid === actor.pid)) return d8
    const decision = decideD8(d8, { ...wanted, actor, facts: await who.factsOf(d8) })
    if (!decision.ok) {
      const { code, ...more } = decision.refusal
      throw new Refused(code, more)
    }
    const fresh = decision.d8.untold.slice(d8.untold.length)
    const untoldSince = fresh.length > 0 ? (d8.untoldSince ?? wanted.now) : d8.untoldSince
    const record: D8Record = { ...decision.d8, untoldSince }
    if (await eightds.swap(record, d8.rev)) {
      await tellD8(record, fresh, who.staff, wanted.now)
      return record
    }
    d8 = await eightds.get(first._id)
  }
  if (!d8) throw notFound()
  throw new Refused('CONFLICT')
}
