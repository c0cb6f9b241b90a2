// Whether the measures of an 8D work is shown by the statistics and by nothing else: the same fault at the same
// models has to stay away for a time after D6. One that comes back begins the days anew.
import { monthDay } from '../calendar/format'
import { daysBetween } from '../calendar/days'
import { said, type Settings } from '../company/settings'

/** A case of the statistics, as far as it is needed here. */
export interface Occurrence {
  day: string
  model: string
  no: string
  ticketId: string | null
}

export interface Effect {
  /** Days since D6, or since the fault came back last; null while D6 is not done. */
  days: number | null
  /** How often the fault came back after D6. */
  count: number
  shown: boolean
  last: Occurrence | null
  words: string
}

/** `on` is D6's day, '' before it; `cases` are those of the record's fault; models [] are all. */
export function effectOf(
  on: string,
  today: string,
  models: readonly string[],
  cases: readonly Occurrence[],
  settings: Settings,
): Effect {
  if (on === '') {
    const words = `效果未验证:对策还没有实施(D6),实施后同类故障须 ${said(settings, 'effectDays')}内为 0 才能关闭`
    return { days: null, count: 0, shown: false, last: null, words }
  }
  const back = cases
    .filter((one) => one.day > on && one.day <= today && isOf(models, one.model))
    .sort((a, b) => a.day.localeCompare(b.day))
  const last = back[back.length - 1] ?? null
  const days = Math.max(0, daysBetween(last?.day ?? on, today))
  const shown = days >= settings.effectDays
  return { days, count: back.length, shown, last, words: wordsOf(shown, days, last, settings) }
}

function wordsOf(shown: boolean, days: number, last: Occurrence | null, settings: Settings): string {
  if (shown) return `效果已验证:同类故障 ${days} 天为 0`
  const back = last ? `;${monthDay(last.day)}又发生,从那天重新计` : ''
  return `效果未验证:同类故障须 ${said(settings, 'effectDays')}内为 0 才能关闭(现在 ${days} 天,0 次${back})`
}

/** Tickets name V850 立式加工中心, lists V850: the code comes first. */
const codeOf = (model: string): string => model.split(' ')[0]!
const isOf = (models: readonly string[], model: string): boolean =>
  models.length === 0 || models.some((one) => codeOf(one) === codeOf(model))
