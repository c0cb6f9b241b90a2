// stats.pareto: which faults matter in a period; read from months and the days at its edges.
import { machinesAt } from '../../../miniprogram/domain/statistics/fleet'
import { paretoOf, type ParetoView } from '../../../miniprogram/domain/statistics/pareto'
import { partsOf, type Rows } from '../../../miniprogram/domain/statistics/sums'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import type { Action } from '../action'
import { currentSettings } from '../company/settings'
import { fleetNow, heldIn, hiddenFrom, less, type Asked } from './held'
import { mayRankBy, readerOf } from '../sight'

export const pareto: Action<'stats.pareto'> = async (caller, input) => {
  const asked: Asked = { ...input, sections: ['faults', 'measures'] }
  const [{ sight }, held, hidden, fleet, { settings }] = await Promise.all([
    readerOf(caller, 'faults'),
    heldIn(asked, caller.now),
    hiddenFrom(caller.pid),
    fleetNow(),
    currentSettings(caller.now),
  ])
  mayRankBy(input.base, sight)
  const { sums } = less(held, hidden, asked, caller.now)
  const machines = machinesAt(fleet, input.model, input.to)
  return {
    ...paretoOf(sums.faults, viewOf(input, machines), settings),
    machines,
    models: [...new Set([...Object.keys(fleet), ...failing(sums.measures)])].sort(),
    batches: input.model === '' ? [] : batchesOf(sums.faults),
    costs: sight.has('cost'),
  }
}

/** How the rows are looked at. */
export const viewOf = (
  { level, within, batch, base, perHundred }: Checked['stats.pareto'],
  machines: number,
): ParetoView => ({ level, within, batch, base, per: perHundred ? machines : null })

const failing = (measures: Rows): string[] =>
  Object.keys(measures).filter((model) => measures[model]![0]! > 0)
const batchesOf = (faults: Rows): string[] =>
  [...new Set(Object.keys(faults).map((key) => partsOf(key)[1]!))].filter(Boolean).sort()
