// What settings must agree with each other. Numbers in the words are made from the values.
import type { SettingName, Settings } from './table'

export interface Agreement {
  /** The settings that contradict each other when it does not hold. */
  of: readonly SettingName[]
  holds: (settings: Settings) => boolean
  words: string
}

/** Holds while each value is less than the next one; `equal` lets neighbours be the same. */
const ascending =
  (names: readonly SettingName[], equal = false) =>
  (settings: Settings): boolean =>
    names.every((name, i) => {
      const next = names[i + 1]
      return (
        next === undefined || settings[name] < settings[next] || (equal && settings[name] === settings[next])
      )
    })

const order = (of: readonly SettingName[], words: string, equal = false): Agreement => ({
  of,
  words,
  holds: ascending(of, equal),
})

export const agreements: readonly Agreement[] = [
  order(['workFrom', 'lunchFrom'], '上班时间应早于午休开始'),
  order(['lunchFrom', 'lunchTo'], '午休开始不能晚于午休结束', true),
  order(['lunchTo', 'workTo'], '午休结束应早于下班时间'),
  order(['quietTo', 'workFrom'], '免打扰应在上班前结束', true),
  order(['workTo', 'quietFrom'], '免打扰不能在下班前开始', true),
  order(['workFrom', 'dayReportAt'], '安装日报时间应晚于上班时间'),
  order(['dayReportAt', 'quietFrom'], '安装日报时间应早于免打扰,否则提醒发不出去'),
  order(['surveyRemindDays', 'surveyCallDays'], '提醒评价应早于转电话请评价'),
  order(['surveyCallDays', 'closeUnratedDays'], '先电话请评价,之后才可以没有评价就关闭', true),
  order(['returnMonths', 'returnMonthsLater'], '三包期外的回访不能比三包期内更密', true),
  order(['complaintCallDays', 'complaintPlanDays'], '投诉应先致电,再给方案', true),
  order(
    ['d0Days', 'd1Days', 'd2Days', 'd3Days', 'd4Days', 'd5Days', 'd6Days', 'd7Days'],
    '8D 后一步的期限不能早于前一步',
    true,
  ),
  order(['retry1', 'retry2', 'retry3', 'retry4', 'retry5'], '重发的间隔应越来越长'),
]
