// Who calls: read from the database by the platform's OPENID, never from what the phone says.
import { isoDay } from '../../miniprogram/domain/calendar/format'
import { actingOn } from '../../miniprogram/domain/ticket/stand-ins'
import type { Person, Role } from '../../miniprogram/domain/ticket/people'
import { Refused } from '../../miniprogram/domain/engine/refusals'
import type { Me } from '../../typings/contract'
import { people } from '../store/collections'
import { pidOf } from '../store/ids'
import type { PersonRecord } from '../store/records'
import { currentSettings } from './company/settings'

export interface Caller {
  pid: string
  openid: string
  now: number
  requestId: string
  /** The person, null for a visitor who has not joined. */
  person: () => Promise<PersonRecord | null>
}

/** A caller whose record is read once, when first asked for. */
export function callerOf(openid: string, requestId: string, now: number): Caller {
  const pid = pidOf(openid)
  let read: Promise<PersonRecord | null> | null = null
  const today = isoDay(now)
  const readNow = () => people.get(pid).then((person) => standingIn(active(person), today))
  return { pid, openid, now, requestId, person: () => (read ??= readNow()) }
}

/** Somebody with the roles that he stands in for today beside his own. */
function standingIn(person: PersonRecord | null, today: string): PersonRecord | null {
  if (!person?.standings) return person
  const acting = actingOn(person.standings, today).filter((role) => !person.roles.includes(role))
  return { ...person, roles: [...person.roles, ...acting], acting }
}

const active = (person: PersonRecord | null): PersonRecord | null => (person?.active ? person : null)

/** The joined person; refuses visitors. What the company has set is looked up beside it, so that it is known later. */
export async function joined(caller: Caller): Promise<PersonRecord> {
  const [person] = await Promise.all([caller.person(), currentSettings(caller.now)])
  if (!person) throw new Refused('NOT_JOINED')
  return person
}

/** A person of the maker's staff with one of these roles (any when none is named). */
export async function staff(caller: Caller, ...roles: Role[]): Promise<PersonRecord> {
  const person = await joined(caller)
  const fits =
    person.side === 'staff' && (roles.length === 0 || roles.some((role) => person.roles.includes(role)))
  if (!fits) throw new Refused('NO_PERMISSION')
  return person
}

export const personOf = (record: PersonRecord): Person => ({
  pid: record._id,
  name: record.name,
  side: record.side,
  roles: record.roles,
  companyId: record.companyId,
  companyName: record.companyName,
  post: record.post,
  acting: record.acting,
})

/** What a person may know of himself. */
export const meOf = (record: PersonRecord): Me => ({
  pid: record._id,
  name: record.name,
  side: record.side,
  roles: record.roles,
  title: record.title,
  company: record.companyId ? { id: record.companyId, name: record.companyName ?? '' } : null,
  post: record.post,
  phone: record.phone,
})

/** Who has not joined. */
export const visitor = (pid: string): Me => ({
  pid,
  name: '',
  side: 'visitor',
  roles: [],
  title: '',
  company: null,
  post: null,
  phone: '',
})
