// An 8D as a caller may know of it: what he may not see is not found.
import { d8RelationsTo } from '../../../miniprogram/domain/quality/lifecycle'
import type { D8 } from '../../../miniprogram/domain/quality/record'
import type { D8Actor } from '../../../miniprogram/domain/quality/table'
import { sightOf, type D8Reader, type Sight } from '../../../miniprogram/domain/sight/table'
import type { Role } from '../../../miniprogram/domain/ticket/people'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { eightds } from '../../store/collections'
import type { D8Record, PersonRecord } from '../../store/records'
import { personOf, staff, type Caller } from '../caller'
import { nameOf } from '../staff-on-duty'

/** Who works on 8D records at all, and who may begin one. */
export const d8Roles: readonly Role[] = ['quality', 'technical', 'manager', 'workshop', 'generalManager']
export const starters: readonly Role[] = ['quality', 'technical', 'manager']

export const d8ActorOf = (person: PersonRecord, d8: D8): D8Actor => ({
  ...nameOf(person),
  relations: d8RelationsTo(personOf(person), d8),
})

const readers: Readonly<Record<D8Actor['relations'][number], D8Reader | 'timer'>> = {
  lead: 'd8Lead',
  technical: 'd8Technical',
  team: 'd8Team',
  owner: 'd8Owner',
  reader: 'd8Reader',
  timer: 'timer',
}

/** What a person is sent of a record. */
export const d8SightOf = (person: PersonRecord, d8: D8): Sight =>
  sightOf(d8RelationsTo(personOf(person), d8).map((one) => readers[one]))

/** The record; refuses when there is none or when it is not this person's to see. */
export async function seenD8(caller: Caller, id: string): Promise<D8Record> {
  const [person, d8] = await Promise.all([staff(caller), eightds.get(id)])
  if (!d8 || d8RelationsTo(personOf(person), d8).length === 0) throw notFound()
  return d8
}

export const notFound = (): Refused => new Refused('NOT_FOUND', { words: '没有这份 8D 或无权查看' })
