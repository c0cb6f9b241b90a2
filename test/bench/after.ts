// What comes after a visit: the answer and its call-back, the return visit and its ways.
import { at, given } from '../service/world'
import type { Make } from './measure'

const later = (how: 'missed' | 'later') => ({ how, nextAt: at('12-08T10:00'), note: '' })
const { fault, cause, measure, hours } = given.report
const correction = { fault, cause, measure, hours, parts: [], leftover: '', why: '序列号写错' }

/** A low score is called back, the record corrected, the customer called, the ticket closed. */
export async function followedUp(make: Make): Promise<void> {
  await make('liguoqiang', 'rate', { ...given.rate, stars: 2, reasons: ['late'] })
  await make('liguoqiang', 'changeRating', { ...given.rate, stars: 1, reasons: ['unfixed'] })
  await make('fanglixin', 'callBack', { said: '来晚了', agreed: '下次提前约' })
  await make('shenxiaowen', 'askRewrite', { why: '序列号写错', script: null })
  await make('zhouhai', 'correct', correction)
  await make('shenxiaowen', 'returnLater', later('later'))
  await make('shenxiaowen', 'close', given.close)
}

/** Three calls that nobody answers, before the answer to the survey comes. */
export async function inVain(make: Make): Promise<void> {
  for (let i = 0; i < 3; i++) await make('shenxiaowen', 'returnLater', later('missed'))
  await make('liguoqiang', 'rate', given.rate)
  await make('shenxiaowen', 'closeUnreached', { note: '' })
}
