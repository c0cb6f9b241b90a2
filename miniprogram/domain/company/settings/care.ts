// Settings of what comes after a service and beside it: survey, return visits, complaints, inquiries.
import { current, promised, workdays, workHours, type SettingGroup } from './row'

export const survey = {
  label: '满意度调查',
  rows: {
    surveyRemindDays: {
      label: '提醒评价',
      ...{ ...workdays(1), ...promised, article: '8' },
      effect: (words) => `请求评价后 ${words}没有评价,提醒一次`,
    },
    surveyCallDays: {
      label: '转电话请评价',
      ...{ ...workdays(2), ...promised, article: '8' },
      effect: (words) => `请求评价后 ${words}没有评价,转内勤电话请评价`,
    },
    surveyPhoneDays: {
      label: '电话请评价时限',
      ...{ ...workdays(1), ...promised, article: '8' },
      effect: (words) => `转电话请评价后,内勤 ${words}内打电话`,
    },
    surveyChangeMinutes: {
      label: '评价可修改时间',
      ...{ unit: 'minutes', default: 24 * 60, min: 0, max: 7 * 24 * 60, ...promised, article: '8' },
      effect: (words) => `评价后 ${words}内可以修改`,
    },
    lowStars: {
      label: '低分',
      ...{ unit: 'count', counter: '星', default: 2, min: 1, max: 4, ...promised, article: '8' },
      effect: (words) => `评 ${words}及以下,负责人回电`,
    },
    callBackDays: {
      label: '低分回电时限',
      ...{ ...workdays(1), ...promised, article: '8' },
      effect: (words) => `当天下班前回电;下班后或休息日收到的低分,${words}内回电`,
    },
    closeUnratedDays: {
      label: '没有评价也可关闭',
      ...{ ...workdays(3), ...promised, article: '8' },
      effect: (words) => `离场后等满 ${words}没有评价,可以关闭`,
    },
  },
} as const satisfies SettingGroup

export const followUp = {
  label: '回访',
  rows: {
    followUpDays: {
      label: '服务后回访',
      ...{ ...workdays(3), ...promised, article: '8' },
      effect: (words) => `离场后 ${words}内由内勤回访`,
    },
    missedCalls: {
      label: '未接通次数',
      ...{ unit: 'count', default: 3, min: 1, max: 10, ...promised, article: '8' },
      effect: (words) => `回访 ${words}未接通,按未接通关闭`,
    },
    rewriteDays: {
      label: '记录更正时限',
      ...{ ...workdays(1), ...promised, article: '10' },
      effect: (words) => `服务记录退回后,工程师 ${words}内更正`,
    },
    returnMonths: {
      label: '三包期内定期回访',
      ...{ unit: 'months', default: 3, min: 1, max: 24, ...current, article: '8' },
      effect: (words) => `三包期内的设备每 ${words}回访一次`,
    },
    returnMonthsLater: {
      label: '三包期外定期回访',
      ...{ unit: 'months', default: 6, min: 1, max: 36, ...current, article: '8' },
      effect: (words) => `三包期外的设备每 ${words}回访一次`,
    },
    warrantyMonths: {
      label: '三包期',
      ...{ unit: 'months', default: 12, min: 1, max: 120, ...promised, article: '4' },
      effect: (words) => `三包期从验收日起 ${words}`,
    },
  },
} as const satisfies SettingGroup

export const complaint = {
  label: '投诉',
  rows: {
    complaintCallDays: {
      label: '投诉首次致电',
      ...{ ...workdays(1), ...promised, article: '8' },
      effect: (words) => `受理投诉后,负责人 ${words}内致电`,
    },
    complaintPlanDays: {
      label: '投诉处理方案',
      ...{ ...workdays(5, 30), ...promised, article: '8' },
      effect: (words) => `受理投诉或方案没被接受后,${words}内给出处理方案`,
    },
    complaintAnswerDays: {
      label: '客户答复方案',
      ...{ ...workdays(3), ...promised, article: '8' },
      effect: (words) => `给出方案后 ${words}客户没有答复,就提醒一次`,
    },
    complaintRefusals: {
      label: '不接受方案上报',
      ...{ unit: 'count', default: 2, min: 1, max: 5, ...promised, article: '12' },
      effect: (words) => `客户 ${words}不接受方案,上报总经理`,
    },
    complaintRepeatDays: {
      label: '同一问题再次投诉',
      ...{ unit: 'days', default: 90, min: 7, max: 730, ...current, article: '12' },
      effect: (words) => `同一客户同一问题 ${words}内再次投诉,上报上级`,
    },
  },
} as const satisfies SettingGroup

export const inquiry = {
  label: '咨询',
  rows: {
    inquiryMinutes: {
      label: '咨询首次答复',
      ...{ ...workHours(2), ...promised, article: '8' },
      effect: (words) => `客户提问后 ${words}内首次答复`,
    },
    inquiryLapseDays: {
      label: '咨询自动关闭',
      ...{ ...workdays(3), ...promised, article: '8' },
      effect: (words) => `答复后 ${words}没有再问,咨询关闭;关闭后同样时间内还可以接着问`,
    },
  },
} as const satisfies SettingGroup
