// The survey after each visit (第八条): words of the stars and the reasons offered for each score.
export const starWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

const praise = {
  fast: '修得快',
  clear: '讲得明白',
  punctual: '准时到达',
  tidy: '现场整洁',
  friendly: '态度好',
}
const mild = { slow: '时间稍长', talk: '沟通可更好' }
const middling = { waiting: '等待久', again: '反复上门', unclear: '说明不清', parts: '备件慢' }
const bad = {
  unfixed: '没修好',
  late: '迟到未告知',
  rude: '态度差',
  overcharge: '乱收费',
  untidy: '现场没清理',
  other: '其他',
}

export const surveyReasons: Readonly<Record<string, string>> = { ...praise, ...mild, ...middling, ...bad }

/** Reasons offered for 1–5 stars, code → words. */
export function reasonsFor(stars: number): Readonly<Record<string, string>> {
  if (stars >= 5) return praise
  if (stars === 4) return { ...praise, ...mild }
  return stars === 3 ? middling : bad
}

/** 1–2 stars: the manager calls back. */
export const isLow = (stars: number): boolean => stars <= 2
