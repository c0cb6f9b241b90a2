// What of a query SQL can answer exactly; the rest is judged by mingo on what SQL found.
import { keyOf, type Collection } from './database'
import { plain, typeOf } from './index-values'

export interface PushedDown {
  where: string[]
  values: unknown[]
  /** SQL alone decides. */
  exact: boolean
}

const comparisons: Readonly<Record<string, string>> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** Splits a query. */
export function pushDown(collection: Collection, query: Record<string, unknown>): PushedDown {
  const out: PushedDown = { where: [], values: [], exact: true }
  walk(collection, query, out)
  return out
}

function walk(collection: Collection, query: Record<string, unknown>, out: PushedDown): void {
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and') for (const part of value as Record<string, unknown>[]) walk(collection, part, out)
    else if (field.startsWith('$')) out.exact = false
    else
      for (const [operator, operand] of conditions(value))
        if (!condition(collection, field, operator, operand, out)) out.exact = false
  }
}

function conditions(value: unknown): [string, unknown][] {
  const isOperators =
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => key.startsWith('$'))
  return isOperators ? Object.entries(value as object) : [['$eq', value]]
}

function condition(
  collection: Collection,
  field: string,
  operator: string,
  operand: unknown,
  out: PushedDown,
): boolean {
  if (operator === '$ne') return differs(collection, field, operand, out)
  const values = operator === '$in' ? operand : [operand]
  if (!Array.isArray(values) || (operator !== '$in' && !(operator in comparisons))) return false
  const types = new Set(values.map(typeOf))
  if (types.size > 1 || types.has('null') || types.has('other')) return false
  if (field === '_id') return keys(operator, values, out)
  const flags = collection.flags[field]
  if (!flags || flags.many) return false
  const [type] = types
  if (type && [...flags.types].some((seen) => seen !== 'null' && seen !== type)) return false
  const marks = values.map(() => '?').join(', ')
  out.where.push(
    operator === '$in' ? `"x:${field}" IN (${marks})` : `"x:${field}" ${comparisons[operator]} ?`,
  )
  out.values.push(...values.map(plain))
  return true
}

// As MongoDB: what has another value, and what has none; a list differs when none of its items is it.
function differs(collection: Collection, field: string, operand: unknown, out: PushedDown): boolean {
  const flags = collection.flags[field]
  if (!flags || flags.many || flags.types.has('other')) return false
  const type = typeOf(operand)
  if (type === 'null' || type === 'other') return false
  if ([...flags.types].some((seen) => seen !== 'null' && seen !== type)) return false
  out.where.push(`"x:${field}" IS NOT ?`)
  out.values.push(plain(operand))
  return true
}

function keys(operator: string, values: unknown[], out: PushedDown): boolean {
  if (operator !== '$eq' && operator !== '$in') return false
  out.where.push(`key IN (${values.map(() => '?').join(', ')})`)
  out.values.push(...values.map(keyOf))
  return true
}
