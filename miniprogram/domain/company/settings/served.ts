// Settings of a request on its way: verification, dispatch, the trip, the work on site, the receipt.
import { promised, current, workdays, workHours, type SettingGroup } from './row'

const clock = { unit: 'clock', min: 0, max: 24 * 60 - 1 } as const

export const intake = {
  label: '受理与核实',
  rows: {
    verifyDays: {
      label: '核实时限',
      // the rules name this number: another one is another rule
      ...{ ...workdays(1, 1), article: '18.1', basis: 'rule', holds: 'ticket' },
      effect: (words) => `收到需求后 ${words}内核实;办法写明了这个数,改它要先改办法`,
    },
    needInfoDays: {
      label: '补充信息提醒',
      ...{ ...workdays(1), ...promised, article: '18.1' },
      effect: (words) => `请客户补充信息后 ${words}没有补充,就提醒一次`,
    },
    siteReadyDays: {
      label: '确认现场提醒',
      ...{ ...workdays(1), ...promised, article: '18.2' },
      effect: (words) => `请客户确认现场条件后 ${words}没有确认,就提醒一次`,
    },
    similarDays: {
      label: '相似工单范围',
      ...{ unit: 'days', default: 90, min: 7, max: 730, ...current },
      effect: (words) => `核实时列出这台设备近 ${words}的工单`,
    },
    lookingMinutes: {
      label: '正在查看的时长',
      ...{ unit: 'minutes', default: 10, min: 1, max: 60, ...current },
      effect: (words) => `同事在 ${words}内打开过工单,就显示他正在查看`,
    },
  },
} as const satisfies SettingGroup

export const dispatch = {
  label: '派工与出差',
  rows: {
    dispatchMinutes: {
      label: '派工时限',
      ...{ ...workHours(8), ...promised, article: '18.1' },
      effect: (words) => `核实后负责人 ${words}内派人`,
    },
    remoteMinutes: {
      label: '远程指导首次答复',
      ...{ ...workHours(2), ...promised, article: '8' },
      effect: (words) => `转远程指导后 ${words}内首次答复`,
    },
    appraisalMinutes: {
      label: '技术鉴定答复',
      ...{ ...workHours(8), ...promised, article: '18.1' },
      effect: (words) => `提请技术鉴定后,技术部 ${words}内答复`,
    },
    decisionMinutes: {
      label: '审批时限',
      ...{ ...workHours(4), ...promised, article: '18.1' },
      effect: (words) => `特殊情况、出差、变更路线、例外离场、改约和借人,${words}内答复`,
    },
    planTripMinutes: {
      label: '出差申请时限',
      ...{ ...workHours(4), ...promised, article: '18.3' },
      effect: (words) => `派工后外勤 ${words}内提出差申请`,
    },
    bigTripYuan: {
      label: '大额出差',
      ...{ unit: 'yuan', default: 5000, min: 0, max: 1_000_000, ...promised, article: '18.1' },
      effect: (words) => `出差费用满 ${words},还要总经理审批`,
    },
    freeDays: {
      label: '派工看几天空闲',
      ...{ ...workdays(5), ...current },
      effect: (words) => `选人时列出每人近 ${words}的安排,空闲多的排在前面`,
    },
    offlineDays: {
      label: '离线时间可信范围',
      ...{ unit: 'days', default: 7, min: 1, max: 30, ...current },
      effect: (words) => `没有网络时做的事,${words}内按手机的时间记,更早的按上传时间记`,
    },
    lateMinutes: {
      label: '过时的消息',
      ...{ unit: 'minutes', default: 30, min: 5, max: 24 * 60, ...current },
      effect: (words) => `离线操作上传时已过 ${words},夜里就不再叫醒人`,
    },
  },
} as const satisfies SettingGroup

export const onsite = {
  label: '现场服务',
  rows: {
    helpMinutes: {
      label: '求助答复时限',
      ...{ unit: 'workMinutes', default: 30, min: 5, max: 8 * 60, ...promised, article: '17' },
      effect: (words) => `现场求助后 ${words}没有答复,负责人会知道`,
    },
    extraMinutes: {
      label: '增项决定时限',
      ...{ unit: 'workMinutes', default: 60, min: 10, max: 8 * 60, ...promised, article: '19.1' },
      effect: (words) => `超出范围的工作,负责人 ${words}内决定`,
    },
    dayReportAt: {
      label: '安装日报时间',
      ...{ ...clock, default: 18 * 60, ...promised, article: '13' },
      effect: (words) => `安装期间工作日 ${words} 前没有日报,就提醒负责人`,
    },
  },
} as const satisfies SettingGroup

export const receipt = {
  label: '回执与离场',
  rows: {
    paperDays: {
      label: '纸质回执确认时限',
      ...{ ...workdays(1), ...promised, article: '19.2' },
      effect: (words) => `凭纸质回执离场后,内勤 ${words}内电话确认`,
    },
    leaveCodeMinutes: {
      label: '离场码有效期',
      ...{ unit: 'minutes', default: 24 * 60, min: 10, max: 7 * 24 * 60, ...promised, article: '19.2' },
      effect: (words) => `离场码 ${words}内有效,过期由用户重新生成`,
    },
    leaveCodeTries: {
      label: '离场码可试次数',
      ...{ unit: 'count', default: 3, min: 1, max: 10, ...promised, article: '19.2' },
      effect: (words) => `离场码输错 ${words}后作废,由用户重新生成`,
    },
    receiptFileDays: {
      label: '回执照片等待时间',
      ...{ unit: 'days', default: 3, min: 1, max: 30, ...current, article: '19.2' },
      effect: (words) => `签回执后 ${words}内照片还在路上不算缺少,之后算`,
    },
  },
} as const satisfies SettingGroup

export const escalation = {
  label: '提醒与上报',
  rows: {
    warnPercent: {
      label: '将超时提醒',
      ...{ unit: 'percent', default: 25, min: 5, max: 75, ...promised, article: '18.1' },
      effect: (words) => `工作时间只剩 ${words} 时提醒经办人`,
    },
    superiorCallMinutes: {
      label: '超时后上级致电',
      ...{ ...workHours(2), ...promised, article: '18.1' },
      effect: (words) => `超时上报后,上级 ${words}内致电客户`,
    },
    urgeMinutes: {
      label: '再次催办间隔',
      ...{ ...workHours(4), ...promised, article: '17' },
      effect: (words) => `催办后过 ${words}可以再次催办`,
    },
    objectionDays: {
      label: '对代记提异议',
      ...{ ...workdays(3), ...promised, article: '8' },
      effect: (words) => `内勤代客户记录后 ${words}内,客户可以提异议`,
    },
    reopenDays: {
      label: '可重新打开的时间',
      ...{ ...workdays(3, 30), ...promised, article: '8' },
      effect: (words) => `关闭后 ${words}内问题再出现,可以重新打开;之后另开一张相连的工单`,
    },
  },
} as const satisfies SettingGroup
