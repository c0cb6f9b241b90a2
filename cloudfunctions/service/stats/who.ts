// Who may see statistics (ux 3.3): faults the quality and the technical department too, the service's own month its
// manager and the general manager; prices only these two.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { PersonRecord } from '../../store/records'
import { staff, type Caller } from '../caller'

export const seesFaults = (caller: Caller): Promise<PersonRecord> =>
  staff(caller, 'quality', 'technical', 'manager', 'generalManager')

export const seesMonth = (caller: Caller): Promise<PersonRecord> => staff(caller, 'manager', 'generalManager')

export const seesPrices = ({ roles }: PersonRecord): boolean =>
  roles.includes('manager') || roles.includes('generalManager')

/** Refuses to rank by money for whom prices are not shown. */
export function withoutPrices(person: PersonRecord, base: string): void {
  if (base === 'cost' && !seesPrices(person))
    throw new Refused('NO_PERMISSION', { words: '费用只给客户服务部负责人和总经理看,请改看次数或停机小时' })
}
