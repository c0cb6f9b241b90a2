import fc from 'fast-check'
import * as v from 'valibot'
import { cut } from '../../../miniprogram/domain/calendar/format'
import { dialled, phoneOf } from '../../../miniprogram/domain/form/phone'
import { phone, serial, text, words } from '../../../miniprogram/domain/form/schema'
import { lookalikes, serialIn, serialOf } from '../../../miniprogram/domain/form/serial'
import { cutWhole, initialOf, numberTyped, tidy } from '../../../miniprogram/domain/form/text'

describe('a telephone number is understood however it is written', () => {
  it.each([
    ['+86 138 0000 0001', '13800000001'],
    ['0086 138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['１３８００００００１１', '13800000011'],
    ['138\u200B0000\u202C0001', '13800000001'],
    ['0512-66881234', '0512-66881234'],
    ['(0512)66881234', '0512-66881234'],
    ['（0512）6688 1234', '0512-66881234'],
    ['+86 0512 66881234', '0512-66881234'],
    ['010 66881234', '010-66881234'],
    ['0951-6688123', '0951-6688123'],
    ['0512-66881234-802', '0512-66881234-802'],
    ['0512 66881234 转 802', '0512-66881234-802'],
    ['0512-66881234转802', '0512-66881234-802'],
    ['0512—66881234 分机802', '0512-66881234-802'],
    ['0512-66881234 ext. 802', '0512-66881234-802'],
    ['0951-6688123-8', '0951-6688123-8'],
    ['400 800 1234', '400-800-1234'],
    ['400-800-1234 转 6', '400-800-1234-6'],
    ['8008201234', '800-820-1234'],
    ['+852 2345 6789', '+85223456789'],
    ['00852 2345 6789', '+85223456789'],
    ['+853 6612 3456', '+85366123456'],
    ['+886 912 345 678', '+886912345678'],
    ['+49 30 123456', '+4930123456'],
    ['+1 (212) 555-0123', '+12125550123'],
  ])('%s is %s', (typed, kept) => {
    expect(phoneOf(typed)).toBe(kept)
    expect(phoneOf(kept)).toBe(kept)
    expect(v.parse(phone, typed)).toBe(kept)
  })

  it.each([
    '66881234',
    '123',
    '1380000000',
    '138000000011',
    '我的电话',
    '0512-668',
    '+852 12',
    '+999 123456789',
  ])('%s is refused with words, nothing of it is cut off', (typed) => {
    expect(phoneOf(typed)).toBeNull()
    expect(v.safeParse(phone, typed).issues?.[0].message).toMatch(/^请填写手机号或带区号的座机/)
  })

  it('a number that is longer than any is refused for its length', () => {
    expect(v.safeParse(phone, '1'.repeat(41)).issues?.[0].message).toBe('电话最多 40 位')
  })

  it('the dialler waits before the extension', () => {
    expect(dialled('0512-66881234-802')).toBe('0512-66881234,802')
    expect(['13800000001', '0512-66881234', '400-800-1234', '+85223456789'].map(dialled)).toEqual([
      '13800000001',
      '0512-66881234',
      '400-800-1234',
      '+85223456789',
    ])
  })
})

describe('a serial number is the same however it is typed', () => {
  it.each([
    'ｑｈｖ８５０－２４０３－０１６',
    ' qhv850—2403—016 ',
    'QHV850‐2403‐016',
    'QHV850——2403-016',
    'QHV 850 - 2403 - 016',
    'QHV850\u200B-2403\uFEFF-016',
    'QHV850\u200D-2403-016\n',
  ])('%j', (typed) => {
    expect(serialOf(typed)).toBe('QHV850-2403-016')
    expect(v.parse(serial, typed)).toBe('QHV850-2403-016')
  })

  it('O and 0 are taken for each other, within reason', () => {
    expect(lookalikes('QHV85O-24O3-016')).toContain('QHV850-2403-016')
    expect(lookalikes('QHV850')).toEqual(['QHV85O'])
    expect(lookalikes('ABC')).toEqual([])
    expect(lookalikes('0'.repeat(40))).toEqual([])
  })

  it.each([
    ['QHV850-2403-016', 'QHV850-2403-016'],
    ['100%合格 QHV850-2403-016', 'QHV850-2403-016'],
    ['苏州启衡机械有限公司 型号 V850 出厂编号:QHV850-2403-016 2024 年 3 月 检验合格', 'QHV850-2403-016'],
    ['https://qh.example.com/m?serial=QHV850-2403-016&x=1', 'QHV850-2403-016'],
    ['https://qh.example.com/m?s=QHV850%2D2403%2D016', 'QHV850-2403-016'],
    ['https%3A%2F%2Fqh.example.com%2Fm%3Fserial%3DQHV850-2403-016', 'QHV850-2403-016'],
    ['/customer/scan/index?q=https%3A%2F%2Fqh.example.com%2Fm%3Fs%3DQHV850-2403-016', 'QHV850-2403-016'],
    ['pages/x?scene=%E0%A4%A', '%E0%A4%A'],
    ['serial=QHV850-2403-016', 'QHV850-2403-016'],
  ])('of a code with %s it is %s', (scanned, found) => {
    expect(serialIn(scanned)).toBe(found)
  })

  it('whatever a code says, reading it is no error, and nothing longer than a serial number comes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (scanned) => {
        expect(serialIn(scanned).length).toBeLessThanOrEqual(40)
      }),
      { seed: 8 },
    )
  })
})

describe('words are kept as they are seen', () => {
  it.each([
    ['\u200B', ''],
    ['\u3164', ''],
    ['\u0000\uD800\u202E', ''],
    ['\u2800 \uFEFF', ''],
    ['\u200D\uFE0F', ''],
    ['\u0301', ''],
    ['王\u0000\uD800工\u202E', '王工'],
    ['主轴\uFFFF异响\u{1FFFF}', '主轴异响'],
    ['一\r\n二\r三\t四', '一\n二\n三\t四'],
    ['👨\u200D👩\u200D👧 ❤️', '👨\u200D👩\u200D👧 ❤️'],
    ['龍\u{E0100}', '龍\u{E0100}'],
  ])('%j is %j', (typed, kept) => {
    expect(tidy(typed)).toBe(kept)
    expect(v.parse(text('说明', 100), typed)).toBe(kept)
  })

  it('a name that nobody can see is not given', () => {
    for (const name of ['', '\u200B', '\u3164', '\u0000', '\uD800', '\u202E', '\u2800'])
      expect(v.safeParse(words('姓名', 20), name).issues?.[0].message).toBe('请填写姓名')
  })

  it('nothing is left of what a workbook cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const kept = tidy(typed)
        expect(kept).not.toMatch(/\p{Cs}/u)
        expect(kept).not.toMatch(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/u)
        expect(tidy(kept)).toBe(kept)
      }),
      { seed: 8 },
    )
  })

  it('numbers are understood in full width and with commas', () => {
    expect(['１８６０', '1,860.5', ' 7 ', '', '七'].map(numberTyped)).toEqual([1860, 1860.5, 7, NaN, NaN])
  })
})

describe('text is cut by whole letters', () => {
  const whole = [
    '王',
    'a',
    '1',
    '😀',
    '👍🏽',
    '👨\u200D👩\u200D👧',
    '🇨🇳',
    '1️⃣',
    'e\u0301',
    '❤️',
    '龍\u{E0100}',
    '🏴\u{E0067}\u{E0062}\u{E007F}',
    ' ',
    '\n',
  ]
  const segmenter = new Intl.Segmenter('zh')

  it('as the standard tells them, whatever stands beside whatever', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...whole), { maxLength: 40 }), fc.nat(60), (letters, max) => {
        const typed = letters.join('')
        const kept = cutWhole(typed, max)
        const standard = [...segmenter.segment(typed)].map(({ segment }) => segment)
        let expected = ''
        for (const one of standard) {
          if (expected.length + one.length > max) break
          expected += one
        }
        expect(kept).toBe(expected)
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  it('a subject ends with a dot and no half of an emoji', () => {
    expect(cut(`${'主'.repeat(18)}😀😀`, 20)).toBe(`${'主'.repeat(18)}…`)
    expect(cut('👨\u200D👩\u200D👧', 4)).toBe('…')
    expect(initialOf('👩🏽\u200D🔧王')).toBe('👩🏽\u200D🔧')
    expect(initialOf('')).toBe('')
  })
})
