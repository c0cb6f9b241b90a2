// Who a person is (roles) and what a person is to one ticket (relations). Words for both stand here once.

/** Roles of the maker's staff (rules 第三章; admin is the one who runs the installation). */
export const roles = {
  coordinator: '内勤',
  engineer: '外勤',
  manager: '客户服务部负责人',
  generalManager: '总经理',
  quality: '质量部',
  technical: '技术部',
  workshop: '车间',
  marketing: '市场营销部',
  admin: '管理员',
} as const
export type Role = keyof typeof roles

/** Posts of a customer's people: a manager may confirm costs and invite, an operator reports and signs. */
export const posts = { manager: '设备经理', operator: '操作员' } as const
export type Post = keyof typeof posts

/** What a person is to one ticket; a lifecycle's `by` names these. */
export const relations = {
  owner: '报修人',
  colleague: '同企业同事',
  crew: '派出人员',
  coordinator: '内勤',
  manager: '负责人',
  generalManager: '总经理',
  timer: '系统',
} as const
export type Relation = keyof typeof relations

export interface Person {
  pid: string
  name: string
  side: 'customer' | 'staff'
  roles: Role[]
  companyId: string | null
  companyName: string | null
  post: Post | null
}

/** The parts of a ticket that decide what a person is to it. */
export interface Involved {
  companyId: string
  ownerPid: string
  crewPids: readonly string[]
}

/** Relations of a person to a ticket; empty means: for this person the ticket does not exist. */
export function relationsTo(person: Person, ticket: Involved): Relation[] {
  if (person.side === 'customer') return customerRelations(person, ticket)
  const found: Relation[] = []
  for (const role of ['coordinator', 'manager', 'generalManager'] as const)
    if (person.roles.includes(role)) found.push(role)
  if (ticket.crewPids.includes(person.pid)) found.push('crew')
  return found
}

function customerRelations(person: Person, ticket: Involved): Relation[] {
  if (person.pid === ticket.ownerPid) return ['owner']
  return person.companyId === ticket.companyId ? ['colleague'] : []
}

/** 13800000001 → 138******01, as PIPL's least-data rule asks on every list. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '******' : `${phone.slice(0, 3)}******${phone.slice(-2)}`
}
