// Stand-ins 代办: one table for whoever should act and cannot: he is away, he has left, or it is about him. The first who
// is there holds, is asked, is told and may act; on the day when the other one is back it is his again.
import { addDays } from '../calendar/days'
import type { Role } from './people'
import type { Facts, Staffer } from './table'
import type { Name, RoleOnDuty } from './ticket'

/** Who answers when nobody of a role is there, the one above first. */
const standIns = {
  coordinator: ['manager', 'generalManager'],
  manager: ['generalManager', 'coordinator'],
  generalManager: ['manager', 'coordinator'],
  quality: ['manager', 'generalManager', 'coordinator'],
  technical: ['manager', 'generalManager', 'coordinator'],
  workshop: ['manager', 'generalManager', 'coordinator'],
} as const satisfies Record<RoleOnDuty, readonly RoleOnDuty[]>

export const rolesOnDuty = Object.keys(standIns) as RoleOnDuty[]
const isStoodIn = (role: Role): role is RoleOnDuty => role in standIns

interface WithRoles {
  roles: readonly Role[]
}

/** Those of a role who are there; when nobody is, or nobody has it, the first who stand in for it and are there. */
export function inRole<T extends WithRoles>(
  people: readonly T[],
  role: Role,
  isGone: (one: T) => boolean,
): T[] {
  const there = people.filter((one) => !isGone(one))
  const chain: readonly Role[] = isStoodIn(role) ? [role, ...standIns[role]] : [role]
  const found = chain.map((name) => there.filter((one) => one.roles.includes(name)))
  return found.find((some) => some.length > 0) ?? []
}

const named = ({ pid, name, title }: Name): Name => ({ pid, name, title })

/** Who is on duty for each role. While nobody at all is there it stays with who has the role. */
export function dutyOf(staff: readonly Staffer[], isGone: (one: Staffer) => boolean): Facts['duty'] {
  const first = (role: RoleOnDuty): Name | null => {
    const found = inRole(staff, role, isGone)[0] ?? inRole(staff, role, () => false)[0]
    return found ? named(found) : null
  }
  return Object.fromEntries(rolesOnDuty.map((role) => [role, first(role)])) as Facts['duty']
}

/** The facts of a ticket that somebody may not know of: he is on duty for nothing there. */
export function factsFor<F extends Pick<Facts, 'duty' | 'staff'>>(hiddenFrom: string | null, facts: F): F {
  if (hiddenFrom === null) return facts
  const staff = facts.staff.filter(({ pid }) => pid !== hiddenFrom)
  const instead = dutyOf(staff, ({ away }) => away === true)
  const duty = Object.fromEntries(
    rolesOnDuty.map((role) => {
      const now = facts.duty[role]
      return [role, now?.pid === hiddenFrom ? instead[role] : now]
    }),
  ) as Facts['duty']
  return { ...facts, duty, staff }
}

/** Local days on which somebody stands in for a role; `to` is null while no end is known. */
export interface Standing {
  role: RoleOnDuty
  from: string
  to: string | null
}

/** Somebody with the days on which he is away, both included. */
export interface OnRoll extends WithRoles {
  pid: string
  absences: readonly { from: string; to: string }[]
}

export const isAway = ({ absences }: Pick<OnRoll, 'absences'>, day: string): boolean =>
  absences.some(({ from, to }) => from <= day && day <= to)

/** For whom each person stands in from a day on: pid → his standings; nobody who never does. */
export function standingsOf(people: readonly OnRoll[], today: string): Map<string, Standing[]> {
  const turns = people.flatMap(({ absences }) => absences.flatMap(({ from, to }) => [from, addDays(to, 1)]))
  const days = [...new Set([today, ...turns.filter((day) => day > today)])].sort()
  const found = new Map<string, Standing[]>()
  days.forEach((from, i) => {
    const next = days[i + 1]
    const to = next === undefined ? null : addDays(next, -1)
    for (const role of rolesOnDuty)
      for (const { pid, roles } of inRole(people, role, (one) => isAway(one, from)))
        if (!roles.includes(role)) found.set(pid, [...(found.get(pid) ?? []), { role, from, to }])
  })
  return found
}

/** The roles that somebody stands in for on a day. */
export const actingOn = (standings: readonly Standing[] | undefined, day: string): RoleOnDuty[] =>
  (standings ?? [])
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ role }) => role)

/** The roles that nobody has: the next above holds them, and the administrator has to know. */
export const emptyRoles = (people: readonly WithRoles[]): RoleOnDuty[] =>
  rolesOnDuty.filter((role) => people.every(({ roles }) => !roles.includes(role)))
