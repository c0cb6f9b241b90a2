// What a role may begin from 工作台 beside its queues: a word, an icon and the page that does it.
import type { Role } from '../ticket/people'

export interface Entry {
  key: string
  label: string
  icon: string
  page: string
}

const intake: Entry = { key: 'intake', label: '代客登记', icon: 'edit', page: '/office/intake/index' }
const staff: Entry = { key: 'staff', label: '人员', icon: 'user', page: '/office/staff/index' }
const knowledge: Entry = { key: 'knowledge', label: '知识', icon: 'book', page: '/office/knowledge/index' }
const archive: Entry = { key: 'archive', label: '客户档案', icon: 'history', page: '/office/archive/index' }
const ledger: Entry = { key: 'import', label: '导入台账', icon: 'cloud-upload', page: '/office/import/index' }
/** Marketing speaks to the department by letter only (第十八条第1项). */
const letter: Entry = {
  key: 'letter',
  label: '发工作联系函',
  icon: 'outbox',
  page: '/office/intake/index?only=letter',
}

/** 8D 质量改进 (第十一条). */
const quality: Entry = { key: 'd8', label: '8D', icon: 'task-checked', page: '/quality/d8-list/index' }
/** Which faults matter (第十条), how the month went (第八条), which articles were not kept. */
const faults: Entry = { key: 'faults', label: '故障统计', icon: 'chart-bar', page: '/quality/pareto/index' }
const month: Entry = {
  key: 'month',
  label: '月度指标',
  icon: 'bill',
  page: '/quality/measures/index',
}
const rules: Entry = { key: 'rules', label: '条款月报', icon: 'file', page: '/quality/articles/index' }

export const entries: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
  coordinator: [intake, archive, knowledge, ledger, staff],
  manager: [intake, faults, month, rules, quality, archive, knowledge, ledger, staff],
  engineer: [knowledge],
  generalManager: [faults, month, rules, quality, archive, staff],
  quality: [faults, quality, archive],
  technical: [faults, quality, knowledge, archive],
  workshop: [quality],
  marketing: [letter],
  admin: [staff],
}

/** The entries of a person's roles, each once. */
export function entriesOf(roles: readonly Role[]): Entry[] {
  const found = roles.flatMap((role) => entries[role] ?? [])
  return found.filter((entry, i) => found.findIndex((other) => other.key === entry.key) === i)
}
