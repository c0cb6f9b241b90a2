// The survey after each visit (第八条): words of the stars, the reasons of each score, and what follows from it.
import type { Name } from '../ticket/parts'
import type { Rating, Survey } from '../visit/parts'
import { isoDay } from '../calendar/days'
import { endOfDay, isWorkday } from '../calendar/working-time'
import { calendarOf, dueIn, type Hours } from '../company/deadlines'
import type { Settings } from '../company/settings'

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

/** When a customer who is to be called back has time. */
export const callTimes = { any: '随时', morning: '上午', afternoon: '下午' } as const

/** How a call for a rating ended: the office asks, it never answers for the customer. */
export const callResults = { will: '会在小程序评价', missed: '未接通', declined: '不想评价' } as const

/** Reasons offered for 1–5 stars, code → words. */
export function reasonsFor(stars: number): Readonly<Record<string, string>> {
  if (stars >= 5) return praise
  if (stars === 4) return { ...praise, ...mild }
  return stars === 3 ? middling : bad
}

/** So few stars that the manager calls back. */
export const isLow = (stars: number, { lowStars }: Pick<Settings, 'lowStars'>): boolean => stars <= lowStars

/** A survey that has just been asked for. */
export const askedSurvey = (now: number): Survey => ({
  askedAt: now,
  stars: null,
  reasons: [],
  nps: null,
  note: '',
  callBack: false,
  callTime: 'any',
  at: null,
  by: null,
  earlier: [],
  remindedAt: null,
  phone: null,
  called: null,
})

/** The answer that counts, null while there is none. */
export function ratingOf({ stars, reasons, nps, note, callBack, callTime, at, by }: Survey): Rating | null {
  return stars === null || at === null || by === null
    ? null
    : { stars, reasons, nps, note, callBack, callTime, at, by }
}

const wantsCall = ({ stars, callBack }: Pick<Survey, 'stars' | 'callBack'>, settings: Settings): boolean =>
  stars !== null && (isLow(stars, settings) || callBack)

/** The manager has to call: a low score or a wish, and nobody has called yet. */
export const waitsForCallBack = (survey: Survey, settings: Settings): boolean =>
  wantsCall(survey, settings) && survey.called === null

/** Today's end of work; what comes after it, or on a day off, is called back within the time that is set. */
export function callBackBy(at: number, settings: Pick<Settings, 'callBackDays'> & Hours): number {
  const today = endOfDay(isoDay(at), calendarOf(settings))
  return isWorkday(at) && at < today ? today : dueIn(settings, 'callBackDays', at).at
}

/** On the call list: asked on the phone is what nobody has done yet. */
export const rateByPhone = ({ stars, phone }: Survey): boolean =>
  stars === null && phone !== null && phone.asked === null

/** When the reminder and the call are due, null when there is nothing to ask for any more. */
export const remindAt = ({ askedAt, stars, remindedAt, phone }: Survey, settings: Settings): number | null =>
  stars === null && remindedAt === null && phone === null
    ? dueIn(settings, 'surveyRemindDays', askedAt).at
    : null
export const phoneAt = ({ askedAt, stars, phone }: Survey, settings: Settings): number | null =>
  stars === null && phone === null ? dueIn(settings, 'surveyCallDays', askedAt).at : null

/** Until when an answer may be changed, null while there is none. */
export const changeableUntil = ({ earlier, at }: Survey, settings: Settings): number | null =>
  at === null ? null : dueIn(settings, 'surveyChangeMinutes', earlier[0]?.at ?? at).at

/** Writes an answer over the one before, which stays in the history. A worse one asks for a call anew. */
export function answer(
  survey: Survey,
  given: Omit<Rating, 'at' | 'by'>,
  by: Name,
  now: number,
  settings: Settings,
): void {
  const before = ratingOf(survey)
  if (before) survey.earlier.push(before)
  const worse = before !== null && (given.stars < before.stars || (given.callBack && !before.callBack))
  if (worse && wantsCall(given, settings)) survey.called = null
  const { stars, reasons, nps, note, callBack, callTime } = given
  Object.assign(survey, { stars, reasons, nps, note, callBack, callTime, at: now, by })
}
