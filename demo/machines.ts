// The twelve machines of the demo customers.
import { companies } from './people'
import type { EquipmentRecord } from '../cloudfunctions/store/records'

const row = (
  serial: string,
  model: string,
  name: string,
  companyId: string,
  nickname: string,
  warrantyUntil: string | null,
): EquipmentRecord => ({
  _id: `e-${serial.toLowerCase()}`,
  serial,
  model,
  name,
  companyId,
  nickname,
  warrantyUntil,
  site: nickname,
  city: companies.find((one) => one._id === companyId)!.city,
  lastServiceAt: null,
})

export const machines: readonly EquipmentRecord[] = [
  row('QHV850-2403-016', 'V850', '立式加工中心', 'c1', '3号线', '2025-04-30'),
  row('QHV1160-2511-003', 'V1160', '立式加工中心', 'c1', '模架线', '2026-12-15'),
  row('QHT46-2602-021', 'T46', '斜床身数控车床', 'c2', '车1', '2027-03-10'),
  row('QHU500-2606-002', 'U500', '五轴加工中心', 'c2', '五轴间', '2027-07-01'),
  row('QHD540-2408-110', 'D540', '钻攻中心', 'c3', 'A08', '2025-09-01'),
  row('QHD540-2408-111', 'D540', '钻攻中心', 'c3', 'A09', '2025-09-01'),
  row('QHY31-2509-007', 'Y31', '数控滚齿机', 'c4', '滚3', '2026-10-20'),
  row('QHMG200-2604-004', 'MG200', '数控外圆磨床', 'c4', '磨1', '2027-05-06'),
  row('QHH630-2510-001', 'H630', '卧式加工中心', 'c5', '泵体线', '2026-11-30'),
  row('QHTM52-2607-009', 'TM52', '车铣复合', 'c5', '轴线', '2027-08-12'),
  row('QHG2518-2611-001', 'G2518', '龙门加工中心', 'c6', '1号坑', null),
  row('QHL2-2611-001', 'L2', '桁架上下料自动线', 'c6', '电池壳线', null),
]
