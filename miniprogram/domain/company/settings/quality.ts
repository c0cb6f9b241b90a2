// Settings of 8D and of the statistics.
import { current, promised, workdays, type SettingGroup } from './row'

const step = (label: string, value: number) => ({
  label: `${label} 期限`,
  ...{ ...workdays(value, 120), ...promised, article: '11' as const },
  effect: (words: string) => `8D 立项后 ${words}内完成 ${label}`,
})

export const d8 = {
  label: '8D',
  rows: {
    d0Days: step('D0 紧急措施', 1),
    d1Days: step('D1 团队', 2),
    d2Days: step('D2 问题描述', 3),
    d3Days: step('D3 临时遏制', 3),
    d4Days: step('D4 根本原因', 10),
    d5Days: step('D5 选定对策', 12),
    d6Days: step('D6 实施', 20),
    d7Days: step('D7 防再发', 30),
    effectDays: {
      label: '效果验证时间',
      ...{ unit: 'days', default: 30, min: 7, max: 365, ...promised, article: '11' },
      effect: (words) => `对策实施后 ${words}内同类故障为 0,8D 才能关闭`,
    },
    d8Tickets: {
      label: '8D 关联工单',
      ...{ unit: 'count', counter: '张工单', default: 50, min: 5, max: 200, ...current, article: '11' },
      effect: (words) => `一份 8D 最多关联 ${words}`,
    },
    d8PastDays: {
      label: '8D 起草范围',
      ...{ unit: 'days', default: 365, min: 30, max: 3650, ...current, article: '11' },
      effect: (words) => `没有指明期间时,用近 ${words}的同类故障起草 8D`,
    },
  },
} as const satisfies SettingGroup

const least = (label: string, value: number) => ({
  label: `${label} 最小样本`,
  ...{ unit: 'count' as const, counter: '个', default: value, min: 1, max: 1000, ...current },
  article: '8' as const,
  effect: (words: string) => `${label} 的样本不到 ${words},注明样本少`,
})

export const statistics = {
  label: '统计',
  rows: {
    repeatVisitDays: {
      label: '重复上门范围',
      ...{ unit: 'days', default: 30, min: 7, max: 365, ...current, article: '10' },
      effect: (words) => `同一台设备同一故障 ${words}内又上门,算重复上门,不算一次修复`,
    },
    paretoLeast: {
      label: '排列图最少次数',
      ...{ unit: 'count', counter: '次', default: 20, min: 5, max: 1000, ...current, article: '10' },
      effect: (words) => `故障不到 ${words},只列表,不画图`,
    },
    mtbfLeast: least('平均无故障时间', 5),
    mttrLeast: least('平均修复时间', 5),
    firstFixLeast: least('一次修复率', 20),
    repeatLeast: least('重复上门率', 20),
    responseLeast: least('首次响应', 10),
    resolutionLeast: least('解决时间', 10),
    complaintsLeast: least('投诉按期答复率', 5),
    csatLeast: least('满意度', 10),
    npsLeast: least('推荐意愿', 20),
  },
} as const satisfies SettingGroup
