// Pareto: which faults matter, by times, standstill or money, per level of the tree; ten classes and the rest.
import type { Bar, Pareto } from './answers'
import { faultName } from '../company/fault-tree'
import type { Settings } from '../company/settings'
import { partsOf, type Rows } from './sums'

const BARS = 10
export const OTHER = 'other'

export interface ParetoView {
  level: 1 | 2 | 3
  within: string
  batch: string
  base: 'count' | 'downtime' | 'cost'
  /** Machines in service by which values are divided per hundred; null when they are not. */
  per: number | null
}

/** A class with its sums: cases, minutes of standstill, yuan. */
interface Class {
  code: string
  sums: readonly [number, number, number]
}

/** Class of a leaf at a level. */
export const classOf = (leaf: string, level: 1 | 2 | 3): string => leaf.split('-').slice(0, level).join('-')
const isWithin = (leaf: string, within: string): boolean =>
  within === '' || `${leaf}-`.startsWith(`${within}-`)

/** Classes of a level from the largest to the smallest, and how many cases have none. */
export function classesOf(rows: Rows, view: ParetoView): { classes: Class[]; unclassified: number } {
  const found = new Map<string, [number, number, number]>()
  let unclassified = 0
  for (const [key, [n = 0, minutes = 0, cost = 0]] of Object.entries(rows)) {
    const [, batch = '', leaf = ''] = partsOf(key)
    if (view.batch !== '' && batch !== view.batch) continue
    if (leaf === '') unclassified += n
    else if (isWithin(leaf, view.within)) {
      const sums = found.get(classOf(leaf, view.level)) ?? [0, 0, 0]
      found.set(classOf(leaf, view.level), [sums[0] + n, sums[1] + minutes, sums[2] + cost])
    }
  }
  const at = places[view.base]
  const classes = [...found]
    .map(([code, sums]) => ({ code, sums }))
    .filter(({ sums }) => sums[0] > 0)
    .sort((a, b) => b.sums[at] - a.sums[at] || b.sums[0] - a.sums[0] || (a.code < b.code ? -1 : 1))
  return { classes, unclassified }
}
const places = { count: 0, downtime: 1, cost: 2 } as const

/** Codes that the bar 其他 stands for. */
export const othersOf = (rows: Rows, view: ParetoView): string[] =>
  classesOf(rows, view)
    .classes.slice(BARS)
    .map(({ code }) => code)

/** Bars, the whole and the sentence; which models and batches there are is the caller's. */
export function paretoOf(
  rows: Rows,
  view: ParetoView,
  settings: Settings,
): Omit<Pareto, 'machines' | 'models' | 'batches' | 'costs'> {
  const { classes, unclassified } = classesOf(rows, view)
  const at = places[view.base]
  const whole = classes.reduce((sum, one) => sum + one.sums[at], 0)
  const cases = classes.reduce((sum, one) => sum + one.sums[0], 0)
  const rest = classes.slice(BARS)
  const shown = rest.length > 0 ? [...classes.slice(0, BARS), together(rest)] : classes
  let running = 0
  const bars = shown.map(({ code, sums }): Bar => {
    running += sums[at]
    return {
      code,
      name: code === OTHER ? '其他' : faultName(code),
      value: valueOf(sums[at], view),
      count: sums[0],
      share: part(sums[at], whole),
      cumulative: part(running, whole),
    }
  })
  const enough = cases >= settings.paretoLeast
  return {
    bars,
    total: valueOf(whole, view),
    cases,
    unclassified,
    enough,
    sentence: sentenceOf(bars, enough, settings),
  }
}

const together = (rest: readonly Class[]): Class => ({
  code: OTHER,
  sums: [0, 1, 2].map((i) => rest.reduce((sum, one) => sum + one.sums[i]!, 0)) as [number, number, number],
})

const part = (value: number, whole: number): number => (whole === 0 ? 0 : value / whole)

/** Times, hours with one decimal or yuan, or that per hundred machines. */
function valueOf(sum: number, { base, per }: ParetoView): number {
  const value = base === 'downtime' ? sum / 60 : sum
  if (per !== null) return per === 0 ? 0 : Math.round((value / per) * 1000) / 10
  return base === 'downtime' ? Math.round(value * 10) / 10 : value
}

function sentenceOf(bars: readonly Bar[], enough: boolean, settings: Settings): string {
  const first = bars.filter((bar) => bar.code !== OTHER && bar.share > 0).slice(0, 3)
  if (first.length === 0) return ''
  if (!enough) return `样本不足 ${settings.paretoLeast} 条,只列表,不画累计线`
  const names = first.map((bar) => bar.name).join('、')
  return `前 ${first.length} 类占 ${Math.round(first[first.length - 1]!.cumulative * 100)}%:${names}`
}
