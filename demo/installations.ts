// Installations of the demo: a turnkey job that waits for its site, a guided one with a delay to be confirmed.
import type { InstallMode } from '../miniprogram/domain/company/kinds'
import { arrive, assign, at, depart, step, trip, verify, type Step } from './steps'

export interface InstallStory {
  serial: string
  who: string
  at: string
  mode: InstallMode
  contractNo: string
  arrivalOn: string
  readyOn: string
  description: string
  steps: Step[]
}

const plan = (when: string, days: readonly string[]): Step =>
  step(when, 'fanglixin', 'setPlan', {
    steps: ['delivery', 'placing', 'wiring', 'tuning', 'cutting', 'acceptance'].map((key, i) => ({
      key,
      planned: `2026-${days[i]}`,
    })),
    reason: '',
  })
const milestone = (when: string, key: string, cost: number, delayCause = ''): Step =>
  step(when, 'luyifan', 'milestone', { key, quality: 'pass', cost, delayCause, note: '', media: [] })

export const installations: readonly InstallStory[] = [
  {
    serial: 'QHG2518-2611-001',
    who: 'gaoxue',
    at: '11-18T09:30',
    mode: 'turnkey',
    contractNo: 'QH-2026-0418',
    arrivalOn: '2026-11-26',
    readyOn: '2026-11-27',
    description: '龙门加工中心全包安装,地基已浇筑',
    steps: [
      verify('11-18T11:00', true, { siteByPhone: false, chargeReason: '合同含全包安装' }),
      step('11-20T15:00', 'gaoxue', 'saveSite', { ready: ['s1', 's3', 's4', 's6'], media: [] }),
      plan('11-20T16:00', ['11-26', '11-27', '12-01', '12-04', '12-08', '12-10']),
    ],
  },
  {
    serial: 'QHL2-2611-001',
    who: 'dinglei',
    at: '11-16T10:00',
    mode: 'guided',
    contractNo: 'QH-2026-0402',
    arrivalOn: '2026-11-17',
    readyOn: '2026-11-18',
    description: '桁架自动线指导安装',
    steps: [
      verify('11-16T11:00', true, { chargeReason: '合同含指导安装' }),
      plan('11-16T14:00', ['11-17', '11-19', '11-20', '11-24', '11-25', '11-26']),
      assign('11-16T15:00', 'luyifan', '指导安装桁架线', '11-19T10:00', '11-25T17:30'),
      trip('11-17T09:00', 'luyifan', '指导安装桁架线', '合肥清川', '11-25T17:30'),
      step('11-17T10:00', 'fanglixin', 'approveTrip', { note: '' }),
      step('11-18T10:00', 'luyifan', 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] }),
      depart('11-19T08:00', 'luyifan', '11-19T09:40'),
      arrive('11-19T09:40', 'luyifan'),
      milestone('11-19T10:30', 'delivery', 0, '运输晚到两天'),
      milestone('11-19T16:30', 'placing', 1200),
      step('11-19T17:40', 'luyifan', 'dayReport', {
        done: '开箱、立柱就位',
        tomorrow: '横梁吊装、接线',
        blockers: '',
        media: [],
      }),
      milestone('11-20T16:00', 'wiring', 800),
      step('11-20T17:40', 'luyifan', 'dayReport', {
        done: '横梁吊装、接线完成',
        tomorrow: '周一通电调试',
        blockers: '请用户安排 2 名操作人员',
        media: [],
      }),
      step('11-23T09:10', 'luyifan', 'askDelay', {
        reason: '操作人员未到岗',
        finishBy: at('11-26T12:00'),
        media: [],
      }),
    ],
  },
]
