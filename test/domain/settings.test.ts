import { articles } from '../../miniprogram/domain/company/articles'
import {
  checkSettings,
  defaults,
  effectWords,
  settingGroups,
  settingNames,
  settings,
  settingsFor,
  settingsFrom,
  settingWords,
  spoken,
  type SettingName,
} from '../../miniprogram/domain/company/settings'
import { agreements } from '../../miniprogram/domain/company/settings/agreements'

const errorsOf = (changes: Record<string, unknown>) => {
  const checked = checkSettings(changes)
  return checked.ok ? null : checked.errors
}

describe('the table of settings', () => {
  it('given every row, then its default is a whole number within its limits and its article is one of the rules', () => {
    for (const name of settingNames) {
      const { default: value, min, max, article } = settings[name]
      expect([name, [value, min, max].every(Number.isInteger)]).toEqual([name, true])
      expect([name, min <= value && value <= max && (min < max || settings[name].basis === 'rule')]).toEqual([
        name,
        true,
      ])
      expect([name, article === undefined || article in articles]).toEqual([name, true])
    }
  })

  it('given all labels, then each stands once, and so does each name in the groups', () => {
    const labels = settingNames.map((name) => settings[name].label)
    expect(new Set(labels).size).toBe(labels.length)
    const named = settingGroups.flatMap(({ rows }) => Object.keys(rows))
    expect(named).toEqual(settingNames)
    expect(new Set(named).size).toBe(named.length)
  })

  it('given any value of a setting, then its effect says that value', () => {
    for (const name of settingNames)
      for (const value of [settings[name].min, settings[name].default, settings[name].max])
        expect(effectWords(name, value)).toContain(settingWords(name, value))
  })

  it('given the one number that the rules name, then it is no default of ours and cannot be set', () => {
    expect(errorsOf({ verifyDays: 2 })).toEqual({ verifyDays: '核实时限由办法写明:1 个工作日' })
    expect(settingNames.filter((name) => settings[name].basis === 'rule')).toEqual(['verifyDays'])
  })

  const words: [SettingName, number, string][] = [
    ['followUpDays', 3, '3 个工作日'],
    ['decisionMinutes', 240, '4 个工作小时'],
    ['helpMinutes', 30, '30 分钟(工作时间)'],
    ['leaveCodeMinutes', 1440, '24 小时'],
    ['leaveCodeMinutes', 90, '90 分钟'],
    ['complaintRepeatDays', 90, '90 天'],
    ['returnMonths', 3, '3 个月'],
    ['bigTripYuan', 5000, '5,000 元'],
    ['missedCalls', 3, '3 次'],
    ['lowStars', 2, '2 星'],
    ['dayReportAt', 1080, '18:00'],
    ['quietTo', 450, '07:30'],
    ['warnPercent', 25, '25%'],
    ['videoSeconds', 30, '30 秒'],
    ['photoBytes', 10 * 1024 * 1024, '10 MB'],
    ['photoBytes', 1024 * 1024 + 1, '1025 KB'],
    ['exportRows', 10_000, '10,000 行'],
  ]
  it.each(words)('given %s at %d, then it reads %s', (name, value, expected) => {
    expect(settingWords(name, value)).toBe(expected)
  })

  it('given a small count, then it can be said inside a sentence', () => {
    expect([spoken(2), spoken(3), spoken(12), spoken(3, '张')]).toEqual(['两次', '三次', '12 次', '三张'])
  })
})

describe('checking settings', () => {
  it('given nothing, then the defaults are well', () => {
    expect(checkSettings({})).toEqual({ ok: true, settings: defaults })
  })

  it('given one change, then all else stays, over the defaults as over an earlier version', () => {
    const first = checkSettings({ followUpDays: 5 })
    const second = first.ok && checkSettings({ missedCalls: 4 }, first.settings)
    expect(second).toEqual({ ok: true, settings: { ...defaults, followUpDays: 5, missedCalls: 4 } })
  })

  it('given a name that is no setting, then it is refused, that of a method too', () => {
    expect(errorsOf({ nothing: 1, toString: 1, constructor: 1 })).toEqual({
      nothing: '没有这项设置',
      toString: '没有这项设置',
      constructor: '没有这项设置',
    })
  })

  it('given what is no number, or not a whole one, then it is refused in the person’s words', () => {
    for (const value of [NaN, Infinity, '3', null, undefined, {}])
      expect(errorsOf({ followUpDays: value })).toEqual({ followUpDays: '服务后回访应为数字' })
    expect(errorsOf({ followUpDays: 2.5 })).toEqual({ followUpDays: '服务后回访应为整数' })
  })

  it('given a value just outside the limits of any setting, then the limits are said; at the limits it is not', () => {
    for (const name of settingNames) {
      const { min, max, label } = settings[name]
      if (min === max) continue
      const said = `${label}应在 ${settingWords(name, min)}到 ${settingWords(name, max)}之间`
      expect(errorsOf({ [name]: min - 1 })).toEqual({ [name]: said })
      expect(errorsOf({ [name]: max + 1 })).toEqual({ [name]: said })
      for (const limit of [min, max])
        expect(Object.values(errorsOf({ [name]: limit }) ?? {})).not.toContain(said)
    }
  })

  it('given what must agree, then it does so by default, and each can be broken within the limits', () => {
    for (const { of, holds, words } of agreements) {
      expect([words, holds(defaults)]).toEqual([words, true])
      const [first] = of
      const last = of[of.length - 1]!
      const broken = { [first!]: settings[first!].max, [last]: settings[last].min }
      expect(Object.values(errorsOf(broken) ?? {})).toContain(words)
    }
  })

  it('given a contradiction, then it is said at what was changed', () => {
    expect(errorsOf({ surveyRemindDays: 2 })).toEqual({ surveyRemindDays: '提醒评价应早于转电话请评价' })
    expect(errorsOf({ surveyRemindDays: 2, surveyCallDays: 3 })).toBeNull()
    expect(errorsOf({ d4Days: 2 })).toEqual({ d4Days: '8D 后一步的期限不能早于前一步' })
  })
})

describe('a version that was stored', () => {
  it('given settings that came later or are no more, then the first have their default, the others are left out', () => {
    expect(settingsFrom({ followUpDays: 5, longGone: 1 })).toEqual({ ...defaults, followUpDays: 5 })
  })

  it('given a ticket of an older version, then it keeps what was promised, and all else is as of now', () => {
    const newest = settingsFrom({ followUpDays: 5, quietFrom: 1200 })
    expect(settingsFor(defaults, newest)).toEqual({ ...defaults, quietFrom: 1200 })
  })
})
