// Filters are built here only: a value is a scalar or one of these conditions, so that nothing a phone sends can
// become an operator, and an undefined never becomes "everything".
import { command } from './db'

export type Scalar = string | number | boolean | null
export interface Condition {
  in?: readonly Scalar[]
  /** Anything but this, null and missing too. */
  not?: string
  gt?: number | string
  lt?: number | string
  gte?: number | string
  /** Contained text, any case. */
  contains?: string
}
export type Filter = Readonly<Record<string, Scalar | Condition>>

/** A filter as the SDK takes it; throws on undefined, on a `$` key and on an empty filter. */
export function build(filter: Filter): Record<string, unknown> {
  const entries = Object.entries(filter)
  if (entries.length === 0) throw new Error('an empty filter would be the whole collection')
  return Object.fromEntries(entries.map(([field, value]) => [safeField(field), condition(field, value)]))
}

/** A field name of ours: letters, digits and dots between them. */
export function safeField(field: string): string {
  if (!/^_?[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(field)) throw new Error(`not a field: ${field}`)
  return field
}

function condition(field: string, value: Scalar | Condition): unknown {
  if (value === undefined) throw new Error(`undefined in a filter: ${field}`)
  if (value === null || typeof value !== 'object') return value
  const _ = command()
  const parts = [
    value.in && _.in([...value.in]),
    value.not !== undefined && _.neq(value.not),
    value.gt !== undefined && _.gt(value.gt),
    value.gte !== undefined && _.gte(value.gte),
    value.lt !== undefined && _.lt(value.lt),
    value.contains !== undefined && new RegExp(escape(value.contains), 'i'),
  ].filter(Boolean)
  if (parts.length === 0) throw new Error(`an empty condition in a filter: ${field}`)
  return parts.length === 1 ? parts[0] : _.and(parts)
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
