// A number of the settings stands in the table only: what finds a second one, and the list of those still known.
import { compare, copiesIn } from '../../scripts/copies/find'
import { forms, saidIn } from '../../scripts/copies/forms'
import { effectWords, settingNames, settings, spoken } from '../../miniprogram/domain/company/settings'

const page = 'miniprogram/field/any/index.wxml'
const code = 'miniprogram/domain/any.ts'
const foundIn = (file: string, text: string) => copiesIn(file, text).map(({ sentence }) => sentence)

describe('copies of settings', () => {
  it('given the effect of a setting at its default, then its number is found in it', () => {
    for (const name of settingNames)
      if (forms.has(name))
        expect([name, saidIn(effectWords(name, settings[name].default))]).toEqual([
          name,
          expect.arrayContaining([name]),
        ])
  })

  it('given the same number spoken, grouped, in other units or in English, then it is found', () => {
    const said: [string, (typeof settingNames)[number]][] = [
      [`${spoken(3)}未接通`, 'missedCalls'],
      ['两个工作日没有评价', 'surveyCallDays'],
      ['费用满 5000 元', 'bigTripYuan'],
      ['费用满 ¥5,000', 'bigTripYuan'],
      ['2小时内答复', 'inquiryMinutes'],
      ['looked up within 90 days', 'complaintRepeatDays'],
      ['within three working days', 'followUpDays'],
      ['a quarter of the time is left', 'warnPercent'],
      ['每三个月回访', 'returnMonths'],
    ]
    for (const [sentence, name] of said)
      expect([sentence, saidIn(sentence)]).toEqual([sentence, expect.arrayContaining([name])])
  })

  it('given another number, or a longer one that ends alike, then nothing is found', () => {
    for (const sentence of [
      '7 个工作日',
      '13 个工作日',
      '下一个工作日',
      '190 天',
      '十三次',
      '117:30',
      '15,000 元',
    ])
      expect([sentence, saidIn(sentence)]).toEqual([sentence, []])
  })

  it('given a length of time or a number that says what it counts beside a decision, then it is found', () => {
    expect(foundIn(code, 'const late = now - at > 90 * DAY')).toHaveLength(1)
    expect(foundIn(code, 'const REOPEN_WORKDAYS = 3')).toHaveLength(1)
    expect(foundIn('miniprogram/domain/form/ranges.ts', 'const said = { back: 30 * DAY }')).toEqual([])
  })

  it('given pages, then texts and attributes are read; given code, then strings, templates and comments', () => {
    expect(foundIn(page, '<view hint="三次未接通">等 3 个工作日\n</view>')).toEqual([
      '等 3 个工作日',
      '三次未接通',
    ])
    const text = [
      '/** Kept for 90 days. */',
      "const a = '等 3 个工作日'",
      'const b = `${a} 天,试 3 次`',
    ].join('\n')
    expect(foundIn(code, text)).toEqual(['等 3 个工作日', '${…} 天,试 3 次', 'Kept for 90 days.'])
  })

  it('given a constant that calls itself a setting, or a deadline with its number in the call, then it is found', () => {
    expect(foundIn(code, '/** Working days until then (setting). */\nconst DAYS = 7')).toHaveLength(2)
    expect(foundIn(code, 'due: (_a, _b, since) => dueAfterWorkdays(since, 7),')).toHaveLength(1)
    expect(foundIn(code, 'due: (_a, _b, since) => dueAfterWorkdays(since, settings.followUpDays),')).toEqual(
      [],
    )
  })

  it('given what is made from the value, then it is no copy', () => {
    expect(
      foundIn(code, 'words: ({ settings }) => `等满 ${settingWords("followUpDays", settings.followUpDays)}`'),
    ).toEqual([])
  })

  it('given a list of known ones, then a new one is told, and one that is gone must leave the list', () => {
    const found = [{ file: code, sentence: '3 次', settings: [] }]
    expect(compare(found, {})).toEqual({ fresh: found, gone: [] })
    expect(compare(found, { [code]: ['3 次', '4 次'] })).toEqual({ fresh: [], gone: [`${code}: 4 次`] })
  })
})
