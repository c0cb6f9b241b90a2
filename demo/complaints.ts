// Complaints of the demo: TM52's spindle noise came back within the window, so the second one went above (第十二条).
import type { Known } from '../miniprogram/domain/complaint-open'
import type { ComplaintRequest } from '../miniprogram/domain/complaint-request'
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
]

/** What is known of one of them: the one before it, when it is the same problem again. */
export const knownOf = (story: ComplaintStory, before: { _id: string; no: string } | undefined): Known => ({
  linked: null,
  person: null,
  earlier: story.again && before ? [{ id: before._id, no: before.no }] : [],
})
