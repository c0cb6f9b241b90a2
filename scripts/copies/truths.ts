// Sentences with a number that no company chooses, each with why.
export interface Truth {
  file: string
  /** Part of the sentence. */
  words: string
  why: string
}

const example = (file: string, ...words: readonly string[]): Truth[] =>
  words.map((one) => ({ file, words: one, why: 'an example of what is shown or typed' }))
const speech = (file: string, words: string): Truth => ({ file, words, why: 'a way of speaking' })

export const truths: readonly Truth[] = [
  {
    file: 'miniprogram/domain/calendar/workdays.ts',
    words: 'a cycle of seven days',
    why: 'a week has so many days',
  },
  {
    file: 'miniprogram/domain/form/ranges.ts',
    words: 'A week to look at',
    why: 'what a page of the week shows',
  },
  { file: 'cloudfunctions/service/dispatch/jobs.ts', words: 'T12:00:00', why: 'noon stands for its day' },
  {
    file: 'miniprogram/domain/statistics/measures.ts',
    words: '每天 24 小时',
    why: 'a day has so many hours',
  },
  { file: 'miniprogram/domain/statistics/measures.ts', words: '第二次上门', why: 'what again means' },
  { file: 'miniprogram/services/later.ts', words: '+1 小时', why: 'a chip to tap, any time can be typed' },
  { file: 'miniprogram/services/later.ts', words: '+2 小时', why: 'a chip to tap, any time can be typed' },
  { file: 'miniprogram/services/later.ts', words: '+1 天', why: 'a chip to tap, any time can be typed' },
  { file: 'docs/architecture.md', words: 'a move three times (read, write, tell)', why: 'what a call costs' },
  {
    file: 'miniprogram/domain/calendar/periods.ts',
    words: '近 90 天',
    why: 'a span of statistics to choose',
  },
  speech('miniprogram/customer/ready/index.wxml', '设备也少停一天'),
  speech('miniprogram/customer/submit/index.wxml', '都准备好的那一天'),
  speech('miniprogram/office/import/index.wxml', '导入两次也不会重复'),
  ...example('cloudfunctions/service/ticket/view.ts', '第 3 天 / 共 7 天'),
  ...example('miniprogram/domain/calendar/format.ts', '11月24日(周二)17:30'),
  ...example('miniprogram/domain/complaint/open.ts', '同一问题第 2 次投诉', '明天17:30'),
  ...example('miniprogram/office/delay-proof/index.wxml', '例如:李国强 10:20 来电'),
  ...example('miniprogram/office/plan/index.wxml', '例如:到货晚三天'),
  ...example('miniprogram/office/quote/index.wxml', '如 人工 2 小时'),
  ...example(
    'miniprogram/services/face-words.ts',
    '11月24日(周二)17:30 前',
    '现在由 沈晓雯(内勤)处理',
    '超时 2 小时',
    'An arrival at 08:30',
  ),
  ...example('typings/complaint-views.d.ts', '同一问题第 2 次投诉'),
  ...example('typings/views.d.ts', '同一问题第 2 次投诉', '第 3 天 / 共 7 天'),
]
