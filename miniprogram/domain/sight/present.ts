// How an answer is built from the table: a view is a record of its fields, each with its kind; a field that nobody
// named does not compile, and one whose kind the reader lacks is not even worked out.
import type { Kind } from './kinds'
import type { Sight } from './table'

/** Whoever makes a view knows for whom. */
export interface Seen {
  readonly sight: Sight
}

/** A field of a view: its kind (for some it hangs on the record), its value, and what stands there for others. */
export type Field<T, At> =
  | readonly [kind: 'identity', of: (at: At) => T]
  | readonly [kind: Kind | ((at: At) => Kind), of: (at: At) => T, without: T]

/** Every field of a view. */
export type Fields<V, At> = { readonly [F in keyof V]-?: Field<V[F], At> }

/** The view as this reader is sent it. */
export function present<V, At extends Seen>(fields: Fields<V, At>, at: At): V {
  const view: Partial<V> = {}
  for (const name of Object.keys(fields) as (keyof V & string)[]) view[name] = valueOf(fields[name], at)
  return view as V
}

function valueOf<T, At extends Seen>(field: Field<T, At>, at: At): T {
  if (field.length === 2) return field[1](at)
  const [kind, of, without] = field
  return at.sight.has(typeof kind === 'function' ? kind(at) : kind) ? of(at) : without
}

type Leaf = string | number | boolean | null | undefined

/**
 * The fields of a stored record that are sent along with it: `true` for a value, a shape for a record or a list of
 * them. A field with a right of its own is [kind, what stands there for others, its shape].
 */
export type Shape<T> = [T] extends [Leaf]
  ? true
  : NonNullable<T> extends readonly (infer E)[]
    ? Shape<E>
    : { readonly [F in keyof NonNullable<T>]-?: Part<NonNullable<T>[F], NonNullable<T>> }
type Part<T, Owner> = Shape<T> | readonly [kind: Kind | ((owner: Owner) => Kind), without: T, shape: Shape<T>]

/** A stored record field by field as this reader is sent it. */
export function send<T>(shape: Shape<T>, value: T, sight: Sight): T {
  return copied(shape as Loose, value, sight) as T
}

type Gate = readonly [Kind | ((owner: unknown) => Kind), unknown, Loose]
type Loose = true | { readonly [field: string]: Loose | Gate }

function copied(shape: Loose, value: unknown, sight: Sight): unknown {
  if (shape === true || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((one) => copied(shape, one, sight))
  const given = value as Readonly<Record<string, unknown>>
  const sent: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(shape))
    if (given[name] !== undefined)
      sent[name] = isGate(part) ? past(part, given, name, sight) : copied(part, given[name], sight)
  return sent
}

const isGate = (part: Loose | Gate): part is Gate => Array.isArray(part)

function past(
  [kind, without, shape]: Gate,
  owner: Readonly<Record<string, unknown>>,
  name: string,
  sight: Sight,
): unknown {
  return sight.has(typeof kind === 'function' ? kind(owner) : kind)
    ? copied(shape, owner[name], sight)
    : without
}
