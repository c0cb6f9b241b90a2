// What is asked of a role beside the state of a ticket: support, consent, a call. Each lies in that role's queue. A
// room says what it asks (`asks`); `subjects.ts` puts them together.
import type { RoleOnDuty } from './people'

export const askLabels = {
  bigTrip: '大额出差待审批',
  help: '求助待答复',
  reschedule: '改约待答复',
  route: '变更路线待同意',
  exception: '例外离场待决定',
  lend: '借用人员待同意',
  norms: '待接受服务规范',
  appraisal: '技术鉴定待答复',
  callBack: '低分待回电',
  ratePhone: '待电话评价',
  objection: '客户异议待核对',
} as const
export type AskKind = keyof typeof askLabels
export interface Ask {
  kind: AskKind
  role: RoleOnDuty
  label: string
  due: number
}

/** Something asked of a role, due at an instant. */
export const ask = (kind: AskKind, role: RoleOnDuty, due: number): Ask => ({
  kind,
  role,
  label: askLabels[kind],
  due,
})
