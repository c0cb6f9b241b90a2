// What a role may begin from 工作台 beside its queues: a word, an icon and the page that does it.
import type { Role } from './people'

export interface Entry {
  key: string
  label: string
  icon: string
  page: string
}

const intake: Entry = { key: 'intake', label: '代客登记', icon: 'edit', page: '/office/intake/index' }
const staff: Entry = { key: 'staff', label: '人员', icon: 'user', page: '/office/staff/index' }
const archive: Entry = { key: 'archive', label: '客户档案', icon: 'book', page: '/office/archive/index' }
const ledger: Entry = { key: 'import', label: '导入台账', icon: 'cloud-upload', page: '/office/import/index' }
/** Marketing speaks to the department by letter only (第十八条第1项). */
const letter: Entry = {
  key: 'letter',
  label: '发工作联系函',
  icon: 'outbox',
  page: '/office/intake/index?only=letter',
}

export const entries: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
  coordinator: [intake, archive, ledger, staff],
  manager: [intake, archive, ledger, staff],
  generalManager: [archive, staff],
  marketing: [letter],
  quality: [archive],
  technical: [archive],
  admin: [staff],
}

/** The entries of a person's roles, each once. */
export function entriesOf(roles: readonly Role[]): Entry[] {
  const found = roles.flatMap((role) => entries[role] ?? [])
  return found.filter((entry, i) => found.findIndex((other) => other.key === entry.key) === i)
}
