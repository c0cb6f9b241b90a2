// A complaint about one of the maker's people: who stands in for him on that ticket, so that nothing of it reaches him.
import type { Role } from './people'
import type { Facts, Staffer } from './table'
import type { Name, RoleOnDuty } from './ticket'

/** Who answers when the only one of a role may not know: for the manager his superior. */
const standIns: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  coordinator: ['manager', 'generalManager'],
  manager: ['generalManager', 'coordinator'],
  generalManager: ['manager'],
  quality: ['manager', 'generalManager'],
  technical: ['manager', 'generalManager'],
  workshop: ['manager', 'generalManager'],
}

interface WithRoles {
  roles: readonly Role[]
}

/** Those who have a role, without the one who may not know; when he was the only one, those who stand in for him. */
export function inRole<T extends WithRoles>(
  people: readonly T[],
  role: Role,
  isHidden: (one: T) => boolean,
): T[] {
  const having = (name: Role) => people.filter((one) => one.roles.includes(name))
  const all = having(role)
  const left = all.filter((one) => !isHidden(one))
  if (left.length > 0 || all.length === 0) return left
  const others = (standIns[role] ?? []).map((name) => having(name).filter((one) => !isHidden(one)))
  return others.find((found) => found.length > 0) ?? []
}

const named = ({ pid, name, title }: Staffer): Name => ({ pid, name, title })

/** The facts of a ticket that somebody may not know of: he is on duty for nothing there. */
export function factsFor<F extends Pick<Facts, 'duty' | 'staff'>>(hiddenFrom: string | null, facts: F): F {
  if (hiddenFrom === null) return facts
  const instead = (role: RoleOnDuty): Name | null => {
    const now = facts.duty[role]
    if (now?.pid !== hiddenFrom) return now
    const [first] = inRole(facts.staff, role, ({ pid }) => pid === hiddenFrom)
    return first ? named(first) : null
  }
  const roles = Object.keys(facts.duty) as RoleOnDuty[]
  const duty = Object.fromEntries(roles.map((role) => [role, instead(role)])) as Facts['duty']
  return { ...facts, duty, staff: facts.staff.filter(({ pid }) => pid !== hiddenFrom) }
}
