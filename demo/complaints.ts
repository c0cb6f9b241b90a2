// Complaints of the demo: TM52's spindle noise came back within the window, so the second one went above (第十二条).
import type { Known } from '../miniprogram/domain/complaint/open'
import type { ComplaintRequest } from '../miniprogram/domain/complaint/request'
import { step, type Step } from './steps'

export interface ComplaintStory {
  serial: string
  who: string
  at: string
  asked: Pick<ComplaintRequest, 'about' | 'topic' | 'safety' | 'remedies' | 'description'>
  /** It is the same problem as the complaint before it in this list. */
  again?: boolean
  steps: Step[]
}

const noise = { about: 'product', topic: 'noise', safety: false } as const

export const complaints: readonly ComplaintStory[] = [
  {
    serial: 'QHTM52-2607-009',
    who: 'wangshouye',
    at: '10-20T09:30',
    asked: { ...noise, remedies: ['repair', 'apology'], description: '新机用了三个月,主轴高速就有尖叫声' },
    steps: [
      step('10-20T14:10', 'fanglixin', 'callCustomer', { note: '王守业:8000 转以上有尖叫,夜班停用' }),
      step('10-21T09:00', 'fanglixin', 'assess', {
        severity: 'middle',
        safety: 'none',
        complexity: 'simple',
        impact: 'machine',
      }),
      step('10-22T10:00', 'fanglixin', 'investigate', {
        findings: '远程听音,前轴承润滑不足',
        cause: '油气润滑间隔设得过长',
      }),
      step('10-23T09:20', 'fanglixin', 'sendPlan', {
        explanation: '出厂的润滑间隔按中速设定,您的工况以高速为主,轴承润滑不够。',
        plan: '远程调整润滑间隔,三包内免费复查一次主轴',
      }),
      step('10-23T15:00', 'wangshouye', 'acceptPlan'),
    ],
  },
  {
    serial: 'QHTM52-2607-009',
    who: 'yuyang',
    at: '11-20T16:20',
    asked: {
      ...noise,
      remedies: ['repair', 'replacePart', 'compensate'],
      description: '主轴噪声又出现了,比上次还响,这批轴件交不出去',
    },
    again: true,
    steps: [
      step('11-23T08:50', 'fanglixin', 'callCustomer', { note: '于洋:开机半小时后变响,已停用高速工序' }),
      step('11-23T09:10', 'fanglixin', 'assess', {
        severity: 'high',
        safety: 'none',
        complexity: 'several',
        impact: 'many',
      }),
    ],
  },
  {
    serial: 'QHU500-2606-002',
    who: 'chenmeiling',
    at: '11-16T10:10',
    asked: {
      about: 'product',
      topic: 'accuracy',
      safety: false,
      remedies: ['repair', 'compensate'],
      description: '旋转中心校过两次,一批叶轮还是超差',
    },
    steps: [
      step('11-16T15:00', 'fanglixin', 'callCustomer', { note: '陈美玲:报废 3 件,要求说明原因' }),
      step('11-17T09:00', 'fanglixin', 'assess', {
        severity: 'high',
        safety: 'none',
        complexity: 'several',
        impact: 'machine',
      }),
      step('11-18T11:00', 'fanglixin', 'investigate', {
        findings: '车间温差 9 ℃,热变形补偿没有打开',
        cause: '验收时未按现场温度设定补偿',
      }),
      step('11-20T16:00', 'fanglixin', 'sendPlan', {
        explanation: '验收时没有按您车间的温差打开热变形补偿,所以校好后随温度又会偏。',
        plan: '本周上门打开并标定热变形补偿,免费复检旋转中心;3 件报废按材料费抵扣下次保养',
      }),
    ],
  },
  {
    serial: 'QHD540-2408-110',
    who: 'zhouyuzhen',
    at: '11-23T09:30',
    asked: {
      about: 'delay',
      topic: 'slow',
      safety: false,
      remedies: ['repair', 'apology'],
      description: '周四就报修了,到今天还没有人联系我',
    },
    steps: [],
  },
]

/** What is known of one of them: the one before it, when it is the same problem again. */
export const knownOf = (story: ComplaintStory, before: { _id: string; no: string } | undefined): Known => ({
  linked: null,
  person: null,
  earlier: story.again && before ? [{ id: before._id, no: before.no }] : [],
})
