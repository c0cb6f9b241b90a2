// What the statistics are asked, once, as the right people.
import type { Inputs } from '../../miniprogram/domain/door/inputs'
import type { World } from '../service/world'
import type { Measure } from './measure'

export const wholeYear = {
  from: '2026-01-01',
  to: '2026-12-31',
  model: '',
  batch: '',
  level: 1 as const,
  within: '',
  base: 'count' as const,
  perHundred: false,
}
/** Begins and ends within a month, so that days are read at both edges. */
const ninety = { ...wholeYear, from: '2026-08-27', to: '2026-11-24' }
const twoYears = { ...wholeYear, from: '2024-12-15', to: '2026-11-15' }

export async function statistics(world: World, measure: Measure): Promise<void> {
  const pareto = (label: string, input: Inputs['stats.pareto']) =>
    measure(`stats.pareto ${label}`, () => world.call('qinlan', 'stats.pareto', input))
  await pareto('今年', wholeYear)
  await pareto('近 90 天', ninety)
  await pareto('两年', twoYears)
  await pareto('一个机型三级', { ...twoYears, model: 'V850', level: 3 })
  const asked = { ...ninety, code: 'SP' }
  await measure('stats.cases', () => world.call('qinlan', 'stats.cases', asked))
  await measure('stats.cases 其他', () =>
    world.call('qinlan', 'stats.cases', { ...twoYears, level: 3, code: 'other' }),
  )
  const { from, to } = ninety
  await measure('stats.measures', () => world.call('fanglixin', 'stats.measures', { from, to, model: '' }))
  for (const by of ['engineer', 'company', 'month'] as const)
    await measure(`stats.satisfaction ${by}`, () =>
      world.call('fanglixin', 'stats.satisfaction', { ...{ from: twoYears.from, to: twoYears.to }, by }),
    )
  await measure('stats.articles', () =>
    world.call('zhengguodong', 'stats.articles', { month: '2026-11', article: '' }),
  )
}
