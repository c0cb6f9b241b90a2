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
  payer: '可确认费用的联系人',
  crew: '派出人员',
  helper: '待借用的车间人员',
  workshop: '车间',
  coordinator: '内勤',
  manager: '负责人',
  generalManager: '总经理',
  technical: '技术部',
  quality: '质量部',
  answerer: '答复人',
  author: '登记人',
  timer: '系统',
} as const
export type Relation = keyof typeof relations

/** Roles of which one person is on duty at a time: who holds, is asked and is told. */
export type RoleOnDuty = 'coordinator' | 'manager' | 'generalManager' | 'workshop' | 'technical' | 'quality'

export interface Person {
  pid: string
  name: string
  side: 'customer' | 'staff'
  roles: Role[]
  companyId: string | null
  companyName: string | null
  post: Post | null
  /** Of his roles those in which he stands in for somebody now. */
  acting?: readonly Role[]
}

/** The parts of a ticket that decide what a person is to it. */
export interface Involved {
  companyId: string
  ownerPid: string
  hiddenFrom: string | null
  crewPids: readonly string[]
  helperPids: readonly string[]
  author: { pid: string } | null
  appraisal: object | null
  complaint: { repeat: object | null } | null
  inquiry: { desk: string; answerer: { pid: string } | null } | null
  state: string
}

/** Relations of a person to a ticket; empty means: for this person the ticket does not exist. */
export function relationsTo(person: Person, ticket: Involved): Relation[] {
  if (ticket.hiddenFrom === person.pid) return []
  if (person.side === 'customer') return customerRelations(person, ticket)
  // what he may do himself he does not do for another
  const found = staffRelations(person, ticket)
  const isActing = (relation: Relation) => standsInFor(person).includes(relation)
  return [...found.filter((one) => !isActing(one)), ...found.filter(isActing)]
}

/** Relations that somebody has as a stand-in only; a role and what it is to a ticket have the same name. */
export const standsInFor = ({ acting = [] }: Pick<Person, 'acting'>): Relation[] =>
  acting.filter((role): role is Role & Relation => role in relations)

function staffRelations({ pid, roles: own }: Person, ticket: Involved): Relation[] {
  const found: Relation[] = []
  for (const role of ['coordinator', 'manager', 'generalManager'] as const)
    if (own.includes(role)) found.push(role)
  if (ticket.crewPids.includes(pid)) found.push('crew')
  if (ticket.helperPids.includes(pid)) found.push('helper')
  if (own.includes('workshop') && ticket.helperPids.length > 0) found.push('workshop')
  const wanted = ticket.appraisal || ticket.state === 'remote' || ticket.inquiry?.desk === 'technical'
  if (own.includes('technical') && wanted) found.push('technical')
  if (own.includes('quality') && ticket.complaint?.repeat) found.push('quality')
  if (ticket.inquiry?.answerer?.pid === pid) found.push('answerer')
  if (ticket.author?.pid === pid) found.push('author')
  return found
}

function customerRelations(person: Person, ticket: Involved): Relation[] {
  const own = person.pid === ticket.ownerPid
  if (!own && person.companyId !== ticket.companyId) return []
  const found: Relation[] = [own ? 'owner' : 'colleague']
  if (person.post === 'manager' && person.companyId === ticket.companyId) found.push('payer')
  return found
}

/** 13800000001 → 138******01, as PIPL's least-data rule asks on every list. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '******' : `${phone.slice(0, 3)}******${phone.slice(-2)}`
}
