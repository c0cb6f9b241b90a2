// All schemas of the door, and values that each of them must refuse, made from the schemas themselves.
import type * as v from 'valibot'
import { inputs, moveInputs } from '../../../miniprogram/domain/door/inputs'
import { d8MoveInputs } from '../../../miniprogram/domain/quality/inputs'

type Schema = v.GenericSchema

/** Every action of the door and every move: its name and what it takes. */
export const schemas: readonly (readonly [name: string, schema: Schema])[] = [
  ...Object.entries(inputs),
  ...Object.entries(moveInputs).map(([name, schema]) => [`move ${name}`, schema] as const),
  ...Object.entries(d8MoveInputs).map(([name, schema]) => [`d8 ${name}`, schema] as const),
]

interface Inside {
  wrapped?: Schema
  entries?: Readonly<Record<string, Schema>>
  item?: Schema
  key?: unknown
  value?: Schema
  literal?: unknown
  options?: readonly unknown[]
}
const insideOf = (schema: Schema): Inside => schema as Inside
const isSchema = (one: unknown): one is Schema => typeof one === 'object' && one !== null && 'kind' in one

const LONG = 300
/** Of each kind of value one, and the borders of it. */
const anything: readonly unknown[] = [
  ...[undefined, null, true, 7, -1, 0.5, NaN, Infinity, 1e15, '', ' ', '?', '\u200B', 'zz', [], {}],
  ...[{ stranger: 1 }, [7], [[]], [{}], [null], 'x'.repeat(20_000)],
]
export const tooMany = (one: unknown, length = LONG): unknown[] => Array.from({ length }, () => one)
export const manyKeys = (length = LONG): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`stranger${i}`, i]))

/** Values that are wrong somewhere, or at least may be; deep inside the rest of the value is missing. */
export function wrongValues(schema: Schema): unknown[] {
  const { wrapped, entries, item, key, value, options } = insideOf(schema)
  if (wrapped) return [null, ...wrongValues(wrapped)]
  if (entries)
    return [
      ...anything,
      manyKeys(),
      ...Object.entries(entries).flatMap(([name, part]) =>
        wrongValues(part).map((one) => ({ ...named(entries), [name]: one })),
      ),
    ]
  if (item) return [...anything, tooMany('zz'), tooMany({}), ...wrongValues(item).map((one) => [one])]
  if (isSchema(key) && isSchema(value))
    return [...anything, manyKeys(), ...wrongValues(value).map((one) => ({ key: one, title: one }))]
  const parts = (options ?? []).filter(isSchema)
  return [...anything, tooMany('zz'), ...parts.flatMap(wrongValues)]
}

/** What a variant is told apart by. */
const named = (entries: Readonly<Record<string, Schema>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, part]) =>
      part.type === 'literal' ? [[name, insideOf(part).literal]] : [],
    ),
  )

/** The strings, lists and records within a schema, each with its path and what holds them. */
export function openEnds(schema: Schema, path = ''): { path: string; schema: Schema }[] {
  const { wrapped, entries, item, value, options } = insideOf(schema)
  const own = ['string', 'array', 'record'].includes(schema.type) ? [{ path, schema }] : []
  const within: [string, Schema][] = [
    ...Object.entries(entries ?? {}),
    ...(wrapped ? [['', wrapped] as [string, Schema]] : []),
    ...(item ? [['[]', item] as [string, Schema]] : []),
    ...(isSchema(value) ? [['{}', value] as [string, Schema]] : []),
    ...(options ?? []).filter(isSchema).map((one, i): [string, Schema] => [`(${i})`, one]),
  ]
  return [...own, ...within.flatMap(([key, part]) => openEnds(part, key ? `${path}.${key}` : path))]
}
