// Sixty closed records of nine months, as the maker's old ledger had them before the mini-program: cases of the demo.
import { caseFrom, type Case } from '../miniprogram/domain/statistics/cases'
import { faultName } from '../miniprogram/domain/company/fault-tree'
import { isoDay } from '../miniprogram/domain/calendar/format'
import type { CompanyRecord } from '../cloudfunctions/store/records'
import { machines } from './machines'
import { instantOf } from '../miniprogram/domain/calendar/days'
import { DAY, HOUR } from '../miniprogram/domain/calendar/units'

// days before the demo, serial, fault, hours of standstill, yuan, hours of repair; one visit each
const ledger = `
265 QHH630-2510-001 EL-1-2 8 600 2
263 QHV850-2403-016 LB-1-3 14 1500 3
246 QHD540-2408-110 LB-2-3 9 1900 3
229 QHV850-2403-016 SP-2-2 31 2600 5
228 QHV1160-2511-003 SP-3-1 9 1260 3
221 QHD540-2408-111 CN-1-4 1 160 0.5
220 QHT46-2602-021 HY-1-1 6 1500 3
213 QHD540-2408-111 SP-2-2 31 2600 6
208 QHD540-2408-110 SP-2-1 26 7600 6
201 QHD540-2408-110 HY-2-2 0 300 1
193 QHT46-2602-021 HY-1-4 5 500 2.5
193 QHD540-2408-111 EL-3-2 4 220 1.5
187 QHV1160-2511-003 SP-2-2 18 3400 3.5
180 QHD540-2408-110 SP-2-2 26 3400 6
155 QHMG200-2604-004 HY-1-3 3 340 2
154 QHY31-2509-007 EL-2-1 4 300 2
149 QHD540-2408-111 TC-2-1 8 950 3.5
146 QHV1160-2511-003 HY-2-2 0 180 1
146 QHT46-2602-021 AX-3-1 2 300 1
144 QHD540-2408-111 HY-2-2 0 180 1
136 QHH630-2510-001 LB-3-1 5 500 2
133 QHV850-2403-016 TC-2-1 8 950 3.5
133 QHU500-2606-002 PR-3-1 0 1500 4
130 QHY31-2509-007 HY-1-4 5 800 2.5
126 QHV1160-2511-003 SP-2-1 48 5800 8
126 QHV1160-2511-003 AX-3-1 2 200 1
126 QHT46-2602-021 OT-1-1 36 6200 9
125 QHY31-2509-007 HY-1-1 11 1500 3
120 QHT46-2602-021 TC-3-1 6.5 1600 2.5
119 QHV850-2403-016 SP-1-3 6.5 900 3
115 QHD540-2408-111 TC-1-1 6.5 320 1.5
110 QHV1160-2511-003 TC-1-2 12 1800 3
108 QHY31-2509-007 CN-2-2 7 400 2
102 QHD540-2408-111 AX-1-1 20 4200 7
101 QHT46-2602-021 TC-3-1 6.5 1600 3
95 QHV850-2403-016 AX-1-1 8 2400 5
84 QHV1160-2511-003 EL-1-2 8 600 2
82 QHU500-2606-002 EL-3-1 10 1600 4
82 QHV850-2403-016 OT-2-1 3 200 1
80 QHV850-2403-016 TC-1-1 9 320 3
72 QHD540-2408-110 EL-2-1 4 520 2
65 QHU500-2606-002 EL-3-2 4 380 1
64 QHH630-2510-001 HY-1-3 0 260 2
56 QHH630-2510-001 TC-2-1 10 950 3.5
55 QHV1160-2511-003 TC-1-1 9 680 3
55 QHD540-2408-110 SF-1-1 2 350 1
46 QHH630-2510-001 AX-2-2 6 2600 3
39 QHV1160-2511-003 LB-2-1 6 700 2
38 QHH630-2510-001 SP-3-1 9 1260 3
34 QHY31-2509-007 SP-1-3 0 420 3
33 QHH630-2510-001 TC-1-2 12 2400 3
33 QHMG200-2604-004 AX-2-2 6 2600 3
32 QHV850-2403-016 SP-3-1 16 1260 4
30 QHD540-2408-110 TC-1-1 6.5 320 2
28 QHMG200-2604-004 PR-2-2 0 800 3
24 QHH630-2510-001 SP-3-3 5 380 1.5
19 QHTM52-2607-009 SP-4-2 30 3200 4
18 QHV850-2403-016 EL-3-2 3 220 1.5
13 QHD540-2408-110 TC-1-1 4 1400 1.5
12 QHH630-2510-001 HY-1-1 11 600 2
`

/** The records as cases, seen from the demo's day. */
export function pastCases(today: number, companies: readonly CompanyRecord[]): Case[] {
  return ledger
    .trim()
    .split('\n')
    .map((line, i) => {
      const [ago, serial = '', fault = '', down, cost, hours] = line.split(' ')
      const machine = machines.find((one) => one.serial === serial)!
      const day = isoDay(today - Number(ago) * DAY)
      const from = instantOf(day, '09:00') + DAY
      return caseFrom({
        _id: `ledger-${i + 1}`,
        ticketId: null,
        no: `台账-${String(i + 1).padStart(4, '0')}`,
        source: 'import',
        kind: 'repair',
        counted: true,
        day,
        model: machine.model,
        serial,
        companyId: machine.companyId,
        companyName: companies.find((one) => one._id === machine.companyId)!.name,
        title: faultName(fault),
        fault,
        downtime: Number(down) * 60,
        cost: Number(cost),
        visits: [{ from, to: from + Number(hours) * HOUR }],
        response: null,
        resolution: null,
        repair: Number(hours) * 60,
        firstFix: true,
        hiddenFrom: null,
      })
    })
}
