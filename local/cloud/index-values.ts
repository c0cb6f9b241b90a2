// The value of an indexed field as SQL can compare it, and what has been seen in it: a field is pushed down
// to SQL only while it has held one plain type.
import type { Doc } from './ejson'

export interface Flags {
  /** Some document holds a list on the way. */
  many: boolean
  types: Set<string>
}

export const newFlags = (): Flags => ({ many: false, types: new Set() })

/** number | string | date | boolean | null | other */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return 'date'
  return ['number', 'string', 'boolean'].includes(typeof value) ? typeof value : 'other'
}

/** A plain value as a column holds it. */
export function plain(value: unknown): number | string | null {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

/** Value of a dotted field for its index column; notes in `flags` what it is. */
export function indexValue(flags: Flags, doc: Doc, field: string): number | string | null {
  let value: unknown = doc
  for (const key of field.split('.')) {
    if (Array.isArray(value)) break
    value = value === null || value === undefined ? undefined : (value as Doc)[key]
  }
  if (Array.isArray(value)) {
    flags.many = true
    return null
  }
  flags.types.add(typeOf(value))
  return plain(value)
}
