// stats.satisfaction: how engineers, models, companies and months were judged (第八条), the response beside it.
import { satisfactionOf, voiceOf, wholeVoice } from '../../../miniprogram/domain/statistics/measures'
import type { Action } from '../action'
import { heldIn, hiddenFrom, less, type Asked, type Held } from './held'
import { readerOf } from '../sight'

export const satisfaction: Action<'stats.satisfaction'> = async (caller, { from, to, by }) => {
  const asked: Asked = { from, to, model: '', sections: [by === 'company' ? 'companies' : 'voices'] }
  const [, found, hidden] = await Promise.all([
    readerOf(caller, 'month'),
    heldIn(asked, caller.now),
    hiddenFrom(caller.pid),
  ])
  const held = less(found, hidden, asked, caller.now)
  return { items: by === 'month' ? byMonth(held) : satisfactionOf(held.sums, by) }
}

const byMonth = ({ months }: Held) =>
  [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { voices }]) => voiceOf(month, `${Number(month.slice(5))}月`, wholeVoice(voices)))
    .filter((one) => one.asked > 0)
