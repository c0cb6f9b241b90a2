// How sums are kept: ids of days, months and months of one model, and packing.
import {
  addRows,
  keyOf,
  noSums,
  partsOf,
  plus,
  sections,
  type Rows,
  type Section,
  type Sums,
} from '../../miniprogram/domain/statistics/sums'

export const dayId = (day: string): string => `d${day}`
export const monthId = (month: string): string => `m${month}`
export const modelId = (month: string, model: string): string => `m${month}:${model}`
export const fleetId = 'fleet'

export type Packed = Partial<Record<Section, string>>

export function pack(sums: Partial<Sums>): Packed {
  return Object.fromEntries(
    sections.flatMap((section) => (sums[section] ? [[section, JSON.stringify(sums[section])]] : [])),
  )
}

export function unpack(packed: Packed): Sums {
  const sums = noSums()
  for (const section of sections) if (packed[section]) sums[section] = JSON.parse(packed[section]) as Rows
  return sums
}

/** A month keeps its faults without models and batches; those stand in a document a model. */
export function monthRows(sums: Sums): Sums {
  const faults: Rows = {}
  for (const [key, row] of Object.entries(sums.faults)) plus(faults, keyOf('', '', partsOf(key)[2]!), row)
  return { ...sums, faults }
}

/** Rows of each model; also of those that had some before. */
export function byModel(faults: Rows, before: readonly string[]): Map<string, Rows> {
  const models = new Map<string, Rows>(before.map((model) => [model, {}]))
  for (const [key, row] of Object.entries(faults)) {
    const model = partsOf(key)[0]!
    const rows = models.get(model) ?? {}
    addRows(rows, { [key]: row })
    models.set(model, rows)
  }
  return models
}
