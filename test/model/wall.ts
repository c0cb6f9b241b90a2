// Prints how many moments, every two and a half hours of two years, are shown otherwise than the wall of China shows them; run under a time zone.
import { clockTime, wechatTime } from '../../miniprogram/domain/calendar/format'
import { addMonths, instantOf, isoDay, pickerParts } from '../../miniprogram/domain/calendar/days'

const HALF = 30 * 60_000
let wrong = 0
for (const year of [1988, 2026])
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 5 * HALF) {
    const wall = new Date(at + 16 * HALF)
    const [day, time] = [wall.toISOString().slice(0, 10), wall.toISOString().slice(11, 16)]
    const words = `${wall.getUTCFullYear()}年${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日 ${time}`
    const good =
      isoDay(at) === day &&
      clockTime(at) === time &&
      wechatTime(at) === words &&
      pickerParts(at).time === time &&
      instantOf(day, time) === at &&
      addMonths(addMonths(day, 12), -12) === (day.endsWith('02-29') ? `${year}-02-28` : day)
    if (!good) wrong += 1
  }
console.log(wrong)
